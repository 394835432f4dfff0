from __future__ import annotations

import pytest

from assistant.understanding.asks.intents import asks_for_list
from assistant.understanding.asks.lists import subject_of, wants_many, ways_to_list
from assistant.understanding.short_names import in_full


@pytest.mark.parametrize(
    "text",
    [
        "外籍高管在上海能捞着啥好处",
        "参展能拿到什么支持",
        "这道手续办下来能省哪些步骤",
        "单一窗口能办什么",
        "工厂老被上门核查，有什么能减轻的",
        "上门盘库这些，有什么减负的",
        "国际互认这块写了什么",
        "容缺、容错这类规定有吗",
        "融资贷款，上海能用的全部条款",
        "有专人对接的是哪些",
        "火炬管委会要做哪些",
        "减免税能快点办的条款",
        "危货和危化品，文件都管哪些",
        "厦门给的通关便利盘一盘",
    ],
)
def test_a_list_is_asked_for_in_callers_words_too(text: str) -> None:
    assert asks_for_list(text)


@pytest.mark.parametrize(
    "text",
    [
        "抽检的机会大概能少到什么程度",
        "批次检验改革覆盖哪些商品编码",
        "想把以前报过的老单子翻出来看看，上海帮不帮忙",
        "标识牌上写的是什么",
        "在上海要化验加急，在厦门想汇总缴税，行吗",
        "减免税的条款怎么写的",
    ],
)
def test_other_questions_ask_for_no_list(text: str) -> None:
    assert not asks_for_list(text)


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("长三角有关的条款", True),
        ("哪些条款讲到降低查验率", True),
        ("几份文件里都怎么说", True),
        ("962116热线有什么服务", False),
        ("便利化管理措施都有啥", False),
    ],
)
def test_only_some_lists_say_that_several_measures_are_wanted(text: str, many: bool) -> None:
    assert wants_many(text) is many


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("有专门窗口办事的是哪些", "专门窗口办事"),
        ("国企都参与了哪些措施", "国企 参与"),
        ("参加培训、宣讲，哪些条说到", "参加培训、宣讲"),
        ("中小微企业能享受什么优惠", "中小微企业"),
        ("汇总征税有哪些便利", "汇总征税"),
    ],
)
def test_words_of_asking_go_but_not_out_of_other_words(text: str, subject: str) -> None:
    assert subject_of(text, text) == subject


def test_terms_joined_are_searched_each_alone() -> None:
    assert ways_to_list(["容缺、容错这类规定有吗"], "")[:3] == ("容缺、容错", "容缺", "容错")


def test_what_any_measure_is_about_is_no_term() -> None:
    ways = ways_to_list(["外贸和融资的条款都列出来"], "")
    assert "外贸" not in ways
    assert "融资" not in ways


def test_short_names_of_customs_houses_are_written_out() -> None:
    assert in_full("沪关方案和厦关的做法") == "上海海关方案和厦门海关的做法"
    assert in_full("沪厦关系好") == "沪厦关系好"
