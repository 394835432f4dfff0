"""A run as JSON: everything a reader or another program may want of it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from eval.cases import Case, type_name
from eval.evaluation import Evaluation
from eval.library import Library
from eval.results import Record
from eval.scoring import ALL, CaseScore, Scores
from eval.statistics import Estimate


def report_data(run: Evaluation, library: Library) -> dict[str, Any]:
    """The report's JSON: ``run``, ``metrics``, ``types``, ``summary``, ``latency_ms``, ``cases``."""
    scores = run.scores
    kinds = (ALL, *scores.types)
    return {
        "run": run.info.model_dump(mode="json") | {"seconds": run.info.seconds},
        "metrics": [
            {"name": one.name, "label": one.label, "family": one.family.value}
            for one in scores.metrics
        ],
        "types": [
            {"name": kind, "label": type_name(kind), "cases": len(scores.of_type(kind))}
            for kind in kinds
        ],
        "summary": {kind: summary(scores, kind) for kind in kinds},
        "latency_ms": {kind: scores.latencies(kind) for kind in kinds},
        "outcomes": {kind: outcomes(scores, kind) for kind in kinds},
        "broken_metrics": [
            {"case": one.case.id, "metric": name, "error": error}
            for one in scores.cases
            for name, error in one.broken.items()
        ],
        "cases": [case_data(one, library) for one in scores.cases],
    }


def summary(scores: Scores, kind: str) -> dict[str, Any]:
    """Mean, interval and count of every metric that applies to ``kind``."""
    found = ((one.name, scores.estimate(one.name, kind)) for one in scores.metrics)
    return {name: _estimate(one) for name, one in found if one is not None}


def _estimate(one: Estimate) -> dict[str, float | int]:
    rounded = {"mean": round(one.mean, 4), "low": round(one.low, 4), "high": round(one.high, 4)}
    return {**rounded, "count": one.count}


def outcomes(scores: Scores, kind: str) -> dict[str, int]:
    """How often each outcome came about, with its reason (``unanswerable/no_basis``)."""
    counted = Counter(outcome(one.record) for one in scores.of_type(kind))
    return dict(counted.most_common())


def outcome(record: Record) -> str:
    """``outcome`` or ``outcome/reason``; ``error`` where the answering broke."""
    if record.failed or record.answer is None:
        return "error"
    reason = record.answer.reason
    return f"{record.answer.outcome}/{reason}" if reason else str(record.answer.outcome)


def case_data(one: CaseScore, library: Library) -> dict[str, Any]:
    """One case: what was asked and expected, what came, and what is wrong with it."""
    record = one.record
    return {
        "id": one.case.id,
        "type": one.case.type,
        "question": one.case.question,
        "history": list(one.case.history),
        "region": one.case.region,
        "note": one.case.note,
        "correct": one.correct,
        "why": one.why,
        "scores": {name: round(judged.value, 4) for name, judged in one.judgements.items()},
        "expected": expected(one.case, library),
        "got": got(one.case, record),
        "error": record.error,
        "wall_ms": record.wall_ms,
    }


def expected(case: Case, library: Library) -> dict[str, Any]:
    """What the gold asks for, articles with their headings."""
    return {
        "answerable": case.answerable,
        "gold": [_article(ref.key, library) for ref in case.gold],
        "acceptable": [_article(ref.key, library) for ref in case.acceptable],
        "must_include": [list(forms) for forms in case.must_include],
        "must_not_include": list(case.must_not_include),
    }


def _article(key: tuple[str, int], library: Library) -> dict[str, Any]:
    found = library.articles(key)
    metadata = library.metadata(key[0])
    return {
        "policy": key[0],
        "article": key[1],
        "title": metadata.title if metadata else key[0],
        "label": found[0].label if found else f"#{key[1]}",
        "heading": found[0].heading if found else "",
        "text": "\n".join(article.text for article in found),
    }


def got(case: Case, record: Record) -> dict[str, Any] | None:
    """What came: outcome, words, and each citation marked gold, acceptable or surplus."""
    answer = record.answer
    if answer is None:
        return None
    return {
        "outcome": answer.outcome.value,
        "reason": answer.reason.value if answer.reason else None,
        "mode": answer.mode.value,
        "resolved_question": answer.resolved_question,
        "answer": answer.answer,
        "citations": [
            {
                "marker": one.marker,
                "policy": one.policy_id,
                "article": one.article,
                "title": one.title,
                "label": one.label,
                "heading": one.heading,
                "quote": one.quote,
                "standing": standing(case, (one.policy_id, one.article)),
            }
            for one in answer.citations
        ],
        "total_ms": answer.timings_ms.get("total"),
    }


def standing(case: Case, key: tuple[str, int]) -> str:
    """Whether a cited article is ``gold``, ``acceptable`` or ``surplus``."""
    if key in case.gold_keys:
        return "gold"
    return "acceptable" if key in case.acceptable_keys else "surplus"
