from __future__ import annotations

import pytest

from assistant.understanding.follow_ups.corrections import (
    after_dropping,
    correction,
    meant,
    replaced,
    without_document,
    without_slip,
)


@pytest.mark.parametrize(
    ("question", "before", "right"),
    [
        (
            "哦我讲错了，我是特殊物品，不是动植物",
            "动植物检疫审批缩到几天",
            "特殊物品检疫审批缩到几天",
        ),
        ("不是出口，是进口", "出口食品抽批比例降到多少", "进口食品抽批比例降到多少"),
        ("我问的是免税，不是退税", "退税几天", "免税几天"),
    ],
)
def test_a_noun_is_put_right(question: str, before: str, right: str) -> None:
    found = correction(question)
    assert found is not None
    assert replaced(found, before) == right


@pytest.mark.parametrize(
    "question",
    [
        "我不是AEO，退税几天",
        "是不是10%",
        "那不是AEO的呢",
        "我们不是生产型企业，是做贸易的，还能申请吗",
    ],
)
def test_what_corrects_nothing_that_was_said(question: str) -> None:
    assert correction(question) is None


@pytest.mark.parametrize(
    ("question", "wrong", "right", "after"),
    [
        ("我不是要热线，是问那个AI加专家的在线服务", "热线", "AI加专家的在线服务", ""),
        ("口误口误，不是班列，是海铁联运", "班列", "海铁联运", ""),
        ("不是信保，我指供应链金融系统那条，谁负责", "信保", "供应链金融系统", "谁负责"),
        ("不是，我问的是退税不是汇总征税", "汇总征税", "退税", ""),
        ("不是特殊物品，动植物", "特殊物品", "动植物", ""),
        ("听岔了，我要查的是主动披露", "", "主动披露", ""),
        ("哎呀打错字了，是保税维修", "", "保税维修", ""),
    ],
)
def test_a_correction_is_read(question: str, wrong: str, right: str, after: str) -> None:
    found = correction(question)
    assert found is not None
    assert (found.wrong, found.right, found.after) == (wrong, right, after)


def test_the_words_that_own_up_to_a_slip_are_left_out() -> None:
    assert without_slip("说错了，是厦门") == "是厦门"
    assert without_slip("说错了") == "说错了"


@pytest.mark.parametrize(
    ("text", "left", "place"),
    [
        ("2年是上海的，我要厦门的，几年", "我要厦门的，几年", ["厦门"]),
        ("厦门的我知道了，上海呢", "上海呢", ["上海"]),
        ("不是上海，厦门的", "厦门的", ["厦门"]),
    ],
)
def test_a_place_set_aside_is_not_meant(text: str, left: str, place: list[str]) -> None:
    assert meant(text, [one for one in ("上海", "厦门") if one in text]) == (left, place)


def test_places_set_side_by_side_are_all_meant() -> None:
    text = "上海和厦门，哪个快"
    assert meant(text, ["上海", "厦门"]) == (text, ["上海", "厦门"])


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("算了贷款不问了，招外国人的事讲讲", "招外国人的事讲讲"),
        ("换个问题，退税几天", "退税几天"),
        ("先不说这个，展位费补多少", "展位费补多少"),
    ],
)
def test_what_is_asked_after_a_topic_is_dropped(question: str, rest: str) -> None:
    assert after_dropping(question) == rest


def test_a_question_that_drops_nothing() -> None:
    assert after_dropping("那退税几天") is None


def test_the_document_named_first_is_taken_off() -> None:
    assert without_document("AEO行动方案里，商品检验结果采信怎么做") == "商品检验结果采信怎么做"
    assert without_document("退税几天") == "退税几天"
