"""A kind of figure is told in many forms; vague words tell none."""

from __future__ import annotations

import pytest

from assistant.understanding.asks.demands import demands_of
from assistant.understanding.figures.wanted import wanted_figure


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("咨询电话是多少", "拨打专线2518363、2518690"),
        ("热线是多少", "爱心服务热线：88202020"),
        ("电话是多少", "（0791）88330120"),
        ("电话多少", "0771—2818453"),
        ("热线是多少", "400-820-1234"),
        ("什么时候可以办理", "延期到疫情结束后办理"),
        ("什么时候能复工", "不早于2月9日24时"),
        ("何时可以恢复营业", "自2020年2月21日零时起"),
        ("什么时候能开学", "具体时间另行通知"),
        ("哪天之前要交", "须于3月底前缴清"),
        ("延期多久", "延长至2月28日"),
        ("补贴比例是多少", "减半收取"),
        ("贴息比例多少", "按三分之一贴息"),
        ("收费比例多少", "按5‰收取"),
        ("检查了多少家单位", "对200余家单位进行检查"),
        ("支持了多少家", "服务企业4000多家"),
        ("最多贷多少", "单户最高可贷500万元"),
        ("网址是什么", "登录etax.chinatax.gov.cn办理"),
        ("捐款账号是多少", "账号：6222 0212 3456 7890"),
    ],
)
def test_what_is_stated_in_other_forms(question: str, text: str) -> None:
    wanted = wanted_figure(question)
    assert wanted is not None
    assert wanted.answered_in(text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("咨询电话是多少", "设立专线，优先受理"),
        ("电话是多少", "20200209印发，共支持1234567元"),
        ("什么时候可以办理", "优先办理，及时办结"),
        ("什么时候能到账", "审核通过后优先办理"),
        ("几天能办完", "2023年12月31日前完成系统改造"),
        ("补贴比例是多少", "给予适当补贴"),
        ("延期多久", "可以适当延期"),
        ("补贴多少", "给予适当补助"),
        ("网址是什么", "登录官方网站办理"),
        ("多少家", "一批企业"),
    ],
)
def test_vague_words_state_nothing(question: str, text: str) -> None:
    wanted = wanted_figure(question)
    assert wanted is not None
    assert not wanted.answered_in(text)


@pytest.mark.parametrize(
    "question",
    [
        "海淀区有哪些减免房租的政策",
        "对感染的医务人员，国家有哪些政策",
        "什么场所要实行扫码通行",
        "免征哪几项税费",
    ],
)
def test_what_demands_nothing_of_its_own(question: str) -> None:
    assert demands_of(question) == ()


def test_who_asks_which_firm_is_told_by_a_name() -> None:
    (demand,) = demands_of("哪家企业负责收储")
    assert demand.stated_in("委托某某制药厂统一收储")
    assert demand.stated_in("委托红十字总会统一收储")
    assert not demand.stated_in("由有关企业统一收储")
