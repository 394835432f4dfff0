"""Two runs over the same cases: what was won and what was lost."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from eval.comparing import compare
from eval.errors import RunError
from eval.metrics import evaluators
from eval.report.comparison import comparison_data, show
from eval.results import Record
from eval.scoring import Scores, score
from tests.unit.eval.making import answer, case, citation, refusal

CASES = tuple(case(id=f"c{number}", question=f"第{number}问？") for number in range(4))


def run(library, right: set[str], cases=CASES) -> Scores:
    cited = [citation(library, ("sh-aeo-2024", 15))]
    records = {
        one.id: Record(
            case_id=one.id, answer=answer("2个工作日", cited) if one.id in right else refusal()
        )
        for one in cases
    }
    return score(cases, records, evaluators(library))


def test_what_was_won_and_lost_is_told_case_by_case(library) -> None:
    found = compare(run(library, {"c0", "c1"}), run(library, {"c1", "c2", "c3"}))
    assert [one.before.case.id for one in found.won] == ["c2", "c3"]
    assert [one.before.case.id for one in found.lost] == ["c0"]
    correct = found.difference("correct")
    assert correct.mean == 1 / 4
    assert correct.p == 1.0, "two won and one lost is what chance does"
    assert found.difference("correct", "fact").count == 4
    assert found.difference("correct", "list") is None
    assert found.changes[0].moved["correct"] == (1, 0)


def test_a_metric_is_paired_only_where_it_applies_to_both(library) -> None:
    found = compare(run(library, {"c0", "c1"}), run(library, {"c1", "c2"}))
    assert found.difference("citation_recall").count == 1


def test_only_cases_asked_word_for_word_alike_are_compared(library) -> None:
    changed = (*CASES[:3], CASES[3].model_copy(update={"question": "改过的问题？"}))
    found = compare(run(library, {"c0"}), run(library, {"c0"}, changed))
    assert [one.before.case.id for one in found.changes] == ["c0", "c1", "c2"]
    with pytest.raises(RunError, match="没有共同"):
        compare(run(library, set(), CASES[:1]), run(library, set(), CASES[1:]))


def test_the_console_and_the_json_name_the_same_cases(library) -> None:
    found = compare(run(library, {"c0", "c1"}), run(library, {"c1", "c2", "c3"}))
    out = io.StringIO()
    show(found, Console(file=out, width=120))
    assert "赢回 2 例" in out.getvalue()
    assert "丢掉 1 例" in out.getvalue()
    assert "c0  第0问？  —— 有依据，却拒答（no_basis）" in out.getvalue()
    data = comparison_data(found)
    assert [one["id"] for one in data["won"]] == ["c2", "c3"]
    assert [one["id"] for one in data["lost"]] == ["c0"]
    assert data["metrics"]["correct"]["mean"] == 1 / 4
