"""The validator finds what does not follow from the policies."""

from __future__ import annotations

import pytest

from eval.cases import REPORT, TUNE, load_cases
from eval.validation import validate
from tests.unit.eval.making import case, refs


def test_both_committed_gold_files_follow_from_the_policies(library) -> None:
    problems = validate(load_cases(TUNE) + load_cases(REPORT), library)
    assert [str(one) for one in problems] == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"gold": refs(("sh-aeo-2023", 15))}, "sh-aeo-2023 不在政策库中"),
        ({"gold": refs(("sh-aeo-2024", 26))}, "sh-aeo-2024 没有第 26 条"),
        ({"acceptable": refs(("xm-aeo-2024", 99))}, "acceptable 的 xm-aeo-2024 没有第 99 条"),
        ({"acceptable": refs(("sh-aeo-2024", 15))}, "同时在 gold 与 acceptable 中"),
        ({"must_include": (("12个工作日",),)}, "“12个工作日”在 gold 条款原文中都找不到"),
        ({"must_include": (("2个工作日",), ())}, "有一组没有任何写法"),
        ({"must_not_include": (" ",)}, "must_not_include 有空写法"),
        ({"must_not_include": ("2个工作日",)}, "“2个工作日”既被要求又被禁止"),
        ({"gold": (), "must_include": ()}, "却没有 gold"),
        ({"answerable": False}, "却有 gold 或 must_include"),
        ({"region": "火星"}, "“火星”不是已知的省、市、区县名称"),
        ({"question": " "}, "question 为空"),
    ],
)
def test_a_problem_is_found_and_named(library, fields, said) -> None:
    found = validate([case(**fields)], library)
    assert any(said in str(one) for one in found), found


def test_a_sound_case_has_no_problem(library) -> None:
    sound = case(must_include=(("两天", "二个工作日"),), must_not_include=("3个工作日",))
    assert validate([sound], library) == ()


def test_duplicates_are_found_by_id_and_by_what_is_asked(library) -> None:
    twin = case(id="c2", question="上海ＡＥＯ企业 出口退税几天办完？")
    found = validate([case(), case(), twin, case(id="c3", region="上海")], library)
    assert [str(one) for one in found] == [
        "c1：id 重复",
        "c2：与 c1 问得一样",
    ]


def test_a_duplicate_id_of_another_question_is_found(library) -> None:
    found = validate([case(), case(question="厦门呢？")], library)
    assert [one.message for one in found] == ["id 重复"]


def test_a_fact_may_stand_in_the_responsible_units_or_the_head(library) -> None:
    units = case(must_include=(("市税务局",),))
    head = case(
        id="c2",
        question="文号？",
        gold=refs(("sh-aeo-2024", 0)),
        must_include=(("沪商通关〔2024〕4号",),),
    )
    assert validate([units, head], library) == ()
