"""Feedback becomes candidates for a person to review."""

from __future__ import annotations

import json

import pytest

from assistant.answer import Reason
from eval.candidates import candidates, load_feedback
from eval.cases import dump_case, load_cases
from eval.errors import GoldError
from tests.unit.eval.making import answer, case, citation, refusal


def file_of(tmp_path, *records: object):
    path = tmp_path / "feedback.jsonl"
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in records), "utf-8")
    return path


def test_a_disputed_answer_gives_its_question_and_no_gold(tmp_path, library) -> None:
    given = answer("3个工作日", [citation(library, ("xm-aeo-2024", 14))]).model_dump(mode="json")
    record = {
        "question": "上海退税几天？",
        "answer": given,
        "rating": "down",
        "comment": "问的是上海",
        "ip": "…",
    }
    (one,) = candidates(load_feedback(file_of(tmp_path, record)))
    assert one.type == "candidate"
    assert one.gold == ()
    assert [str(ref) for ref in one.acceptable] == ["xm-aeo-2024#14"]
    assert "用户不认可" in one.note
    assert "问的是上海" in one.note


def test_an_approved_answer_proposes_its_citations_as_gold(tmp_path, library) -> None:
    given = answer("2个工作日", [citation(library, ("sh-aeo-2024", 15))]).model_dump(mode="json")
    record = {"id": "fb-1", "question": "几天？", "answer": given, "rating": "up"}
    (one,) = candidates(load_feedback(file_of(tmp_path, record)))
    assert (one.id, [str(ref) for ref in one.gold], one.answerable) == (
        "fb-1",
        ["sh-aeo-2024#15"],
        True,
    )


def test_a_refusal_proposes_an_unanswerable_case(tmp_path) -> None:
    given = refusal(Reason.OTHER_REGION).model_dump(mode="json")
    (one,) = candidates(load_feedback(file_of(tmp_path, {"question": "深圳呢？", "answer": given})))
    assert not one.answerable
    assert "other_region" in one.note


def test_known_and_repeated_questions_are_left_out(tmp_path) -> None:
    given = refusal().model_dump(mode="json")
    asked = ("几天？", "几 天？", case().question, "几天？")
    records = [{"question": one, "answer": given} for one in asked]
    records[3]["history"] = ["上海呢？"]
    found = list(candidates(load_feedback(file_of(tmp_path, *records)), [case()]))
    assert [(one.question, one.history) for one in found] == [
        ("几天？", ()),
        ("几天？", ("上海呢？",)),
    ]
    written = tmp_path / "gold.jsonl"
    written.write_text("\n".join(map(dump_case, found)), "utf-8")
    assert load_cases(written) == tuple(found)


@pytest.mark.parametrize(
    ("record", "key"), [({"answer": {}}, "question"), ({"question": "几天？"}, "answer")]
)
def test_a_broken_record_is_named_by_line_and_key(tmp_path, record, key) -> None:
    with pytest.raises(GoldError, match=f"第 1 行 .*{key}"):
        list(load_feedback(file_of(tmp_path, record)))
