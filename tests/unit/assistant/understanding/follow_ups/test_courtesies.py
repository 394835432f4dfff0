"""What a call is about: courtesies, echoes, whole questions, requests for the whole."""

from __future__ import annotations

import pytest

from assistant.understanding.asks.own_words import own_words
from assistant.understanding.follow_ups.courtesies import (
    asks_nothing,
    echoes,
    telling,
    without_courtesy,
    without_lead,
)
from assistant.understanding.follow_ups.resolve import resolve
from assistant.understanding.follow_ups.standing_alone import complete, own_place
from assistant.understanding.follow_ups.whole_lists import asks_whole, subject_before
from assistant.understanding.scope import surface_places

REFUND = "上海AEO企业出口退税多久能办完？"


@pytest.mark.parametrize(
    "turn",
    ["好的谢谢", "嗯嗯明白", "您稍等我拿支笔", "请问您贵姓", "天气真热", "我网有点卡", "哈哈是啊"],
)
def test_courtesies_tell_nothing(turn: str) -> None:
    assert telling([REFUND, turn]) == [REFUND]


@pytest.mark.parametrize(
    "turn",
    ["20%以下，明白", "哦，5年和1年", "公示制度我知道了", "市税务局，好", "哦是平均办理时间"],
)
def test_what_was_heard_and_is_said_back_is_no_turn_of_the_call(turn: str) -> None:
    assert echoes(turn)
    assert telling([REFUND, turn]) == [REFUND]


@pytest.mark.parametrize(
    "turn",
    [
        "哪个部门管",
        "好的，那退税几天",
        "是生产型企业才行对吧",
        "我们是好孩子集团",
        "不是，我们是生产型的",
    ],
)
def test_what_asks_or_tells_is_kept(turn: str) -> None:
    assert len(telling([REFUND, turn])) == 2


def test_the_courtesy_goes_and_the_question_stays() -> None:
    assert without_courtesy("你好，我公司在厦门") == "我公司在厦门"
    assert without_courtesy("认证满五年，对吧？") == "认证满五年，对吧？"


def test_small_talk_between_does_not_hide_the_topic() -> None:
    found = resolve("归谁管", [REFUND, "谢谢啊", "今天打电话的人挺多吧"], surface_places)
    assert found.topic == REFUND


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("高级认证企业的外籍员工办工作许可最长几年？", True),
        ("海关特殊监管区域外的企业可以做保税维修吗？", True),
        ("目标比例多少", False),
        ("我们不是AEO，就是个一类出口企业，那几天", False),
        ("食品也能这样用报告代替化验吗？", False),
    ],
)
def test_a_whole_question_stands_for_itself(question: str, whole: bool) -> None:
    assert complete(question, own_words(question)) is whole


def test_a_whole_question_keeps_only_the_caller_s_own_place() -> None:
    question = "高级认证企业的外籍员工办工作许可最长几年？"
    assert resolve(question, ["厦门AEO退税几天"], surface_places).inherited == ""
    assert resolve(question, ["我们在厦门，是高级认证"], surface_places).inherited == "厦门"
    assert own_place("我公司在厦门", "厦门")
    assert not own_place("厦门AEO退税几天", "厦门")


@pytest.mark.parametrize(
    "turn",
    [
        "还有别的吗",
        "同一类的全报给我",
        "一共几条都说说",
        "剩下的呢",
        "适用的政策一个不落列给我",
        "三条分别讲讲",
    ],
)
def test_the_whole_is_asked_for(turn: str) -> None:
    assert asks_whole(turn)


@pytest.mark.parametrize(
    "turn",
    ["把条件全部列出来", "都要几天", "都归谁管", "还有别的部门吗", "全国都一样吗", "还有效吗"],
)
def test_something_of_its_own_is_asked_for(turn: str) -> None:
    assert not asks_whole(turn)


def test_the_whole_is_of_what_was_asked_before() -> None:
    assert subject_before("上海海关有没有缩短办理时间类的措施") == "上海海关缩短办理时间类的措施"
    found = resolve("还有别的吗", ["上海AEO在人才方面有哪些政策"], surface_places)
    assert found.text == "上海AEO在人才方面都有哪些？"


def test_a_corrected_noun_goes_into_the_question_before() -> None:
    found = resolve("不是特殊物品，是动植物", ["特殊物品审批要几天"], surface_places)
    assert found.text == "动植物审批要几天"
    assert found.noun == "动植物"


def test_a_corrected_subject_is_the_question() -> None:
    question = "不是信保，我指供应链金融系统那条，谁负责"
    found = resolve(question, ["上海AEO的信保绿色通道"], surface_places)
    assert found.topic == "供应链金融系统，谁负责"
    assert (found.inherited, found.goes_on) == ("上海", False)


def test_a_bare_turn_reaches_past_the_one_that_leaves_its_subject_out() -> None:
    history = ["我们是上海AEO，想开FT账户", "开了能用哪些场景？"]
    assert "FT账户" in resolve("那责任单位都有谁？", history, surface_places).topic


@pytest.mark.parametrize("turn", ["降到百分之二十以下是吧", "归税务局是吧", "三个工作日哈"])
def test_a_guess_at_what_was_told_changes_nothing(turn: str) -> None:
    assert telling([REFUND, turn]) == [REFUND]


@pytest.mark.parametrize(
    ("turn", "aside"),
    [
        ("跨境电商说过了，不用再讲", True),
        ("供应链金融系统那条我知道了", True),
        ("记在征信里？", True),
        ("外汇那头还不错", True),
        ("退税这块细说下", False),
        ("怎么知道办好了", False),
    ],
)
def test_what_is_laid_aside_asks_nothing(turn: str, aside: bool) -> None:
    assert asks_nothing(turn) is aside


def test_what_leads_up_to_a_question_is_none_of_it() -> None:
    assert without_lead("还想了解一下资信调查费减不减") == "资信调查费减不减"
    assert without_lead("问题企业怎么处理") == "问题企业怎么处理"
