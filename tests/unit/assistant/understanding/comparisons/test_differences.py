"""Questions for what one side has and the other lacks."""

from __future__ import annotations

import pytest

from assistant.understanding.comparisons.differences import (
    Named,
    difference_in,
    is_reversed,
)
from assistant.understanding.model import Contender

A, B = Contender("甲市", ("a",)), Contender("乙市", ("b",))


def named(text: str) -> list[Named]:
    return [
        Named(start, start + 2, side)
        for side in (A, B)
        for start in range(len(text))
        if text.startswith(side.name, start)
    ]


@pytest.mark.parametrize(
    ("question", "has", "lacks"),
    [
        ("甲市有乙市没有的是哪些政策", A, B),
        ("乙市有甲市没有的", B, A),
        ("甲市有而乙市没有的支持措施有哪些", A, B),
        ("乙市没有甲市有的是哪些", A, B),
        ("甲市比乙市多了什么", A, B),
        ("跟甲市比乙市少了哪些政策", A, B),
        ("甲市有哪些支持是乙市没有的", A, B),
        ("甲市比乙市多的政策", A, B),
        ("和甲市相比乙市独有的政策", B, A),
        ("哪些是甲市独有的", A, None),
        ("只有乙市有的措施有哪些", B, None),
    ],
)
def test_who_has_and_who_lacks_is_read(question: str, has: Contender, lacks: Contender) -> None:
    found = difference_in(question, named(question))
    assert found is not None
    assert (found.has, found.lacks, found.mutual) == (has, lacks, False)


@pytest.mark.parametrize("question", ["甲市和乙市的aeo政策有什么不一样", "甲市与乙市的区别在哪里"])
def test_what_differs_is_asked_of_both(question: str) -> None:
    found = difference_in(question, named(question))
    assert found is not None
    assert found.mutual


def test_a_subject_is_kept() -> None:
    found = difference_in("甲市有什么乙市没有的人才政策", named("甲市有什么乙市没有的人才政策"))
    assert found is not None
    assert "人才" in found.rest


@pytest.mark.parametrize(
    "question",
    [
        "专窗是不是甲市独有的",
        "容缺受理只有甲市有还是乙市也有",
        "甲市有专窗乙市有没有",
        "甲市和乙市都有的政策有哪些",
        "甲市退税几天",
        "甲市没有提到的落户乙市有吗",
    ],
)
def test_other_questions_of_two_sides_are_left(question: str) -> None:
    assert difference_in(question, named(question)) is None


@pytest.mark.parametrize(
    ("turn", "so"), [("那反过来呢", True), ("反过来说？", True), ("厦门呢", False)]
)
def test_the_other_way_round(turn: str, so: bool) -> None:
    assert is_reversed(turn) is so
