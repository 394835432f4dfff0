from __future__ import annotations

import pytest

from assistant.understanding.shifts import (
    after_dropping,
    corrected,
    names_only_documents,
    without_document,
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
    assert corrected(question, before) == right


@pytest.mark.parametrize("question", ["我不是AEO，退税几天", "是不是10%", "那不是AEO的呢"])
def test_what_corrects_nothing_that_was_said(question: str) -> None:
    assert corrected(question, "查验率降到多少") is None


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


@pytest.mark.parametrize(
    "text", ["那个口岸2023年的文件里是怎么讲这件事的", "24年AEO的呢，更快了没"]
)
def test_only_another_document_is_named(text: str) -> None:
    assert names_only_documents(text)


def test_something_else_is_asked_of_a_document() -> None:
    assert not names_only_documents("口岸那份文件里退税几天")


def test_the_document_named_first_is_taken_off() -> None:
    assert without_document("AEO行动方案里，商品检验结果采信怎么做") == "商品检验结果采信怎么做"
    assert without_document("退税几天") == "退税几天"
