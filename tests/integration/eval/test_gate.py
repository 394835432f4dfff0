"""The gate over the real assistant: the committed floors hold, a worse search falls through."""

from __future__ import annotations

from assistant.settings import Settings
from assistant.wiring import build_assistant
from eval.cases import REPORT, Case, load_cases
from eval.gate import breaches, load_floors
from eval.leave_one_out import Blindfold
from eval.library import Library
from eval.metrics import evaluators
from eval.runner import run_cases
from eval.scoring import Scores, score
from index.model import Filter, Hit
from index.search import HybridSearcher


def scored(cases: tuple[Case, ...], answerer, library: Library) -> Scores:
    records = {one.case_id: one for one in run_cases(cases, answerer)}
    return score(cases, records, evaluators(library))


def test_the_assistant_keeps_to_the_committed_floors(settings: Settings, library: Library) -> None:
    floors = load_floors()[REPORT.stem]
    assert list(floors.items()), "a gate without floors stops nothing"
    scores = scored(load_cases(REPORT), build_assistant(settings), library)
    told = [
        f"{one.kind} {one.metric} {one.mean} < {one.floor}: "
        + "; ".join(f"{case.case.id} {case.why}" for case in one.new)
        for one in breaches(scores, floors)
    ]
    assert told == []


class Worse(Blindfold):
    """Finds the right articles, and puts them last."""

    def search(
        self, query: str, k: int = 10, where: Filter | None = None, *, bare: int | None = None
    ) -> list[Hit]:
        return super().search(query, max(k, 30), where, bare=bare)[::-1][:k]


def worse(searcher: HybridSearcher) -> HybridSearcher:
    return Worse(searcher).as_searcher()


def test_a_worse_search_falls_through_and_its_victims_are_named(
    settings: Settings, library: Library
) -> None:
    cases = load_cases(REPORT)[::5]
    scores = scored(cases, build_assistant(settings, searching=worse), library)
    found = [one for one in breaches(scores, load_floors()[REPORT.stem]) if one.kind == "all"]
    assert {"correct", "articles_delivered"} <= {one.metric for one in found}
    correct = next(one for one in found if one.metric == "correct")
    assert len(correct.new) > len(cases) / 4
