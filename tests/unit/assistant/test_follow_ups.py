from __future__ import annotations

import pytest

from assistant.understanding.follow_ups import resolve
from assistant.understanding.scope import surface_places

REFUND = "上海AEO企业出口退税多久能办完？"


@pytest.mark.parametrize(
    ("history", "question", "resolved"),
    [
        ([REFUND], "那厦门呢？", "厦门AEO企业出口退税多久能办完？"),
        ([REFUND], "厦门那边一样吗", "厦门AEO企业出口退税多久能办完？"),
        ([REFUND, "厦门呢"], "深圳呢", "深圳AEO企业出口退税多久能办完？"),
        (["上海海关怎么给危包做检验"], "总署有没有类似的？", "总署怎么给危包做检验"),
        (["厦门措施第20条讲什么"], "那第21条呢", "厦门措施第21条讲什么"),
    ],
)
def test_a_change_of_place_or_article_keeps_the_question(
    history: list[str], question: str, resolved: str
) -> None:
    found = resolve(question, history, surface_places)
    assert found.text == resolved
    assert found.is_follow_up


def test_a_new_aspect_keeps_the_topic_and_asks_the_new_thing() -> None:
    found = resolve("哪个部门管？", [REFUND], surface_places)
    assert found.topic == REFUND
    assert found.asks == "哪个部门管"
    assert found.is_follow_up


def test_a_place_with_a_new_question_does_both() -> None:
    found = resolve("厦门由哪个部门负责？", [REFUND], surface_places)
    assert found.topic == "厦门AEO企业出口退税多久能办完？"
    assert "哪个部门" in found.asks


def test_a_question_with_a_topic_of_its_own_stands_alone() -> None:
    question = "外籍高管的孩子入学有什么便利"
    found = resolve(question, ["危险化学品样品怎么送检"], surface_places)
    assert found.topic == question
    assert not found.is_follow_up


def test_without_history_nothing_changes() -> None:
    found = resolve("那厦门呢？", [], surface_places)
    assert found.text == "那厦门呢？"
    assert not found.is_follow_up


def test_a_noun_turned_to_is_told_and_the_question_before_kept() -> None:
    found = resolve("那查验呢？", [REFUND], surface_places)
    assert found.turn == "查验"
    assert found.before == REFUND
    assert resolve("查验要几天？", [REFUND], surface_places).turn == ""


@pytest.mark.parametrize("question", ["第几条写的？", "出处在哪", "是哪份文件"])
def test_where_it_is_written_repeats_the_question(question: str) -> None:
    found = resolve(question, [REFUND], surface_places)
    assert (found.text, found.topic) == (REFUND, REFUND)
    assert found.is_follow_up
