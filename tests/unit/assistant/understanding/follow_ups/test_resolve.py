from __future__ import annotations

import pytest

from assistant.understanding.follow_ups.resolve import resolve
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
    assert found.noun == "查验"
    assert found.before == REFUND
    assert resolve("查验要几天？", [REFUND], surface_places).noun == ""


@pytest.mark.parametrize("question", ["第几条写的？", "出处在哪", "是哪份文件"])
def test_where_it_is_written_repeats_the_question(question: str) -> None:
    found = resolve(question, [REFUND], surface_places)
    assert (found.text, found.topic) == (REFUND, REFUND)
    assert found.is_follow_up


@pytest.mark.parametrize(
    ("history", "question", "resolved"),
    [
        ([REFUND], "跟厦门比呢", "上海AEO企业出口退税多久能办完，跟厦门比？"),
        (
            ["厦门AEO服务专窗"],
            "上海的专窗和它有何差别",
            "厦门AEO服务专窗，上海的专窗和它有何差别？",
        ),
        (["上海AEO退税几天", "厦门AEO退税几天"], "哪个快", "上海和厦门AEO退税几天，哪个快？"),
        (["沪商通关4号文"], "它跟厦门那份谁先出", "沪商通关4号文跟厦门那份谁先出？"),
    ],
)
def test_a_comparison_keeps_what_was_asked_before(
    history: list[str], question: str, resolved: str
) -> None:
    assert resolve(question, history, surface_places).text == resolved


def test_two_subjects_of_one_place_are_told_as_sides() -> None:
    history = ["上海海关特殊物品审批几天", "进境动植物检疫审批几天"]
    found = resolve("两者差多少天", history, surface_places)
    assert found.sides == (history[0], f"上海海关：{history[1]}")


def test_the_same_asked_elsewhere_is_no_comparison() -> None:
    assert resolve("厦门一样吗", [REFUND], surface_places).text.startswith("厦门AEO企业出口退税")


@pytest.mark.parametrize(
    ("history", "question", "resolved"),
    [
        (
            ["上海海关缩短办理时间的措施有哪些", "预约通关那条看到了"],
            "还有没有",
            "上海海关缩短办理时间的措施这一块都有哪些？",
        ),
        (
            ["上海海关降低通关成本那一类，非侵入查验我看过"],
            "后面几条都是什么",
            "上海海关降低通关成本那一类都有哪些？",
        ),
        (
            ["厦门AEO保障机制里有奖优惩劣对吧"],
            "还有一条是啥来着",
            "厦门AEO保障机制这一块都有哪些？",
        ),
        (["总署会自动识别企业"], "智能化方面另外还有？", "总署：智能化方面都有哪些？"),
        (["总署的服务有哪几条"], "一对一协调知道了，别的说说", "总署的服务这一块都有哪些？"),
    ],
)
def test_the_rest_of_a_list_is_asked_without_what_was_laid_aside(
    history: list[str], question: str, resolved: str
) -> None:
    assert resolve(question, history, surface_places).text == resolved


@pytest.mark.parametrize(
    "question", ["不好意思，公司注册在厦门", "换成厦门的文件看看", "客户其实在厦门"]
)
def test_a_place_told_without_a_question_swaps_the_place(question: str) -> None:
    found = resolve(question, [REFUND], surface_places)
    assert found.text == "厦门AEO企业出口退税多久能办完？"


def test_the_voice_of_another_place_is_not_taken_along() -> None:
    found = resolve("厦门有一样的规定吗", ["上海海关说核查一年不超1次"], surface_places)
    assert found.text == "厦门核查一年不超1次，有一样的规定吗？"


@pytest.mark.parametrize(
    ("question", "own"),
    [
        ("那评职称的事呢", "上海：评职称的事呢？"),
        ("是一类企业才行吗", ""),
        ("这种服务要钱吗", ""),
        ("食品也算吗", ""),
    ],
)
def test_a_turn_may_mean_itself_unless_it_points_back(question: str, own: str) -> None:
    assert resolve(question, [REFUND], surface_places).alone == own


def test_after_a_noun_turned_to_the_next_aspect_may_be_of_it_alone() -> None:
    found = resolve("哪个单位在管", [REFUND, "那融资呢"], surface_places)
    assert found.of_noun == "上海：融资呢，哪个单位在管？"


def test_a_word_of_asking_keeps_its_end() -> None:
    assert resolve("要准备什么", [REFUND], surface_places).text.endswith("要准备什么？")
