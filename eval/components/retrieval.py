"""The search: are the gold articles among the hits, and how high? Measured by ir-measures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from eval.cases import Case
from eval.components.model import Check, Material
from eval.components.understanding import understood
from index.model import Filter, Searcher

DEPTH = 100
MEASURES = ("Success@1", "R@1", "R@3", "R@5", "R@10", "R@100", "RR@10", "nDCG@10")

Qrels = dict[str, dict[str, int]]
Run = dict[str, dict[str, float]]


def retrieval(material: Material) -> tuple[Check, ...]:
    """The measures over the self-contained questions, once open and once within their scope."""
    asked = [case for case in material.cases if case.gold and case.question.strip()]
    meant = {case.id: understood(case, material) for case in asked}
    texts = [(case, meant[case.id].text, None) for case in asked]
    within = [
        (case, meant[case.id].text, Filter(frozenset(places)) if places else None)
        for case in asked
        for places in [meant[case.id].scope.jurisdictions]
    ]
    searcher = material.index.searcher
    return (
        *measured("全库", asked, search(searcher, texts)),
        *measured("限所问地区", asked, search(searcher, within)),
    )


def search(searcher: Searcher, asked: Iterable[tuple[Case, str, Filter | None]]) -> Run:
    """The run of ``searcher``: articles as ``policy#number`` with falling scores."""
    run: Run = {}
    for case, text, where in asked:
        hits = searcher.search(text, DEPTH, where)
        ranked = dict.fromkeys(f"{hit.passage.policy_id}#{hit.passage.number}" for hit in hits)
        run[case.id] = {docno: float(DEPTH - rank) for rank, docno in enumerate(ranked)}
    return run


def qrels_of(cases: Sequence[Case]) -> Qrels:
    """The gold articles of each case as relevant."""
    return {case.id: {str(ref): 1 for ref in case.gold} for case in cases}


def measured(label: str, cases: Sequence[Case], run: Run) -> tuple[Check, ...]:
    """Each measure over the cases; misses are the cases below 1, for the recalls."""
    # Imported here: a development dependency, not needed to answer.
    import ir_measures

    wanted = [ir_measures.parse_measure(name) for name in MEASURES]
    found: dict[str, list[tuple[str, float]]] = {str(one): [] for one in wanted}
    metric: Any
    for metric in ir_measures.iter_calc(wanted, qrels_of(cases), run):
        found[str(metric.measure)].append((metric.query_id, metric.value))
    return tuple(
        Check(
            f"{label} {name}",
            sum(value for _, value in values) / len(values) if values else 0.0,
            len(values),
            tuple(case_id for case_id, value in values if value < 1),
        )
        for name, values in found.items()
    )
