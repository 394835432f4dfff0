"""Floors: falling through one is named with its cases; none may be lowered."""

from __future__ import annotations

import pytest

from eval.errors import FloorError
from eval.gate import Floors, breaches, dump_floors, lowered, parse_floors, raised
from eval.metrics import evaluators
from eval.results import Record
from eval.scoring import Scores, score
from tests.unit.eval.making import answer, case, citation, refusal

CASES = (
    *(case(id=f"f{number}", question=f"第{number}问？") for number in range(3)),
    case(id="l0", type="list", question="有哪些？"),
)
TEXT = """
[tune]
known_failures = ["f1"]
[tune.all]
correct = 0.75
[tune.list]
correct = 1
"""


@pytest.fixture
def scores(library) -> Scores:
    cited = [citation(library, ("sh-aeo-2024", 15))]
    good = answer("2个工作日", cited)
    records = {one.id: Record(case_id=one.id, answer=good) for one in CASES}
    records["f0"] = records["f1"] = Record(case_id="f", answer=refusal())
    return score(CASES, records, evaluators(library))


def test_a_mean_below_its_floor_is_named_with_new_and_known_failures(scores) -> None:
    (found,) = breaches(scores, parse_floors(TEXT)["tune"])
    assert (found.kind, found.metric, found.floor, found.mean) == ("all", "correct", 0.75, 0.5)
    assert [one.case.id for one in found.new] == ["f0"]
    assert [one.case.id for one in found.known] == ["f1"]


def test_floors_that_hold_are_silent(scores) -> None:
    assert breaches(scores, Floors({"all": {"correct": 0.5}, "list": {"correct": 1}})) == ()


def test_a_floor_whose_cases_are_gone_is_a_breach(scores) -> None:
    (found,) = breaches(scores, Floors({"noisy": {"correct": 0.5}}))
    assert found.mean is None


def test_a_floor_of_an_unknown_metric_is_an_error(scores) -> None:
    with pytest.raises(FloorError, match="corect"):
        breaches(scores, Floors({"all": {"corect": 0.5}}))


@pytest.mark.parametrize(
    "text", ["[", "[tune.all]\ncorrect = 1.2", "[tune.all]\ncorrect = 'x'", "tune = 1"]
)
def test_a_broken_file_is_an_error(text: str) -> None:
    with pytest.raises(FloorError):
        parse_floors(text)


def test_lowering_or_leaving_out_a_floor_is_noticed() -> None:
    before = parse_floors(TEXT)
    assert lowered(before, before) == ()
    assert lowered(before, parse_floors(TEXT.replace("0.75", "0.8"))) == ()
    assert "由 0.75 降为 0.7" in lowered(before, parse_floors(TEXT.replace("0.75", "0.7")))[0]
    assert (
        "被删去" in lowered(before, parse_floors(TEXT.replace("[tune.list]\ncorrect = 1", "")))[0]
    )


def test_raising_never_lowers_and_survives_being_written(scores) -> None:
    floors = Floors({"all": {"correct": 0.2, "quote_exactness": 0.9}, "list": {"correct": 0.9}})
    lifted = raised(floors, scores, slack=0.01)
    assert lifted.values == {
        "all": {"correct": 0.49, "quote_exactness": 0.99},
        "list": {"correct": 0.99},
    }
    assert raised(Floors({"all": {"correct": 0.6}}), scores, 0.01).values["all"]["correct"] == 0.6
    assert lifted.known_failures == {"f0", "f1"}
    assert parse_floors(dump_floors({"tune": lifted})) == {"tune": lifted}
