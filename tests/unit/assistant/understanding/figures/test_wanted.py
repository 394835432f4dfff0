from __future__ import annotations

import pytest

from assistant.understanding.figures.values import FigureKind, figures_in
from assistant.understanding.figures.wanted import Wanted, wanted_figure


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("平均办理时间在 2 个工作日内", 2, "工作日"),
        ("两个工作日", 2, "工作日"),
        ("不低于五万家", 50_000, "家"),
        ("不低于 1 万家", 10_000, "家"),
        ("500 亿美元", 50_000_000_000, "美元"),
        ("均不少于1千万元", 10_000_000, "元"),
        ("百分之二十", 20, "%"),
        ("限额满足率不低于 90%", 90, "%"),
        ("每年不超过 1 次", 1, "次"),
        ("二十五日", 25, "日"),
    ],
)
def test_a_figure_is_read_with_its_scale_and_unit(text: str, value: float, unit: str) -> None:
    (figure,) = figures_in(text)
    assert (figure.value, figure.unit) == (value, unit)
    assert text[figure.start : figure.end].strip()


def test_dates_and_document_years_are_not_figures() -> None:
    assert figures_in("2024年1月15日印发，沪商通关〔2024〕4号") == ()


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("展位费能补多少钱", FigureKind.MONEY),
        ("奖励给多少", FigureKind.MONEY),
        ("退税平均几天办完", FigureKind.DURATION),
        ("要提前多久预约", FigureKind.DURATION),
        ("许可证最长几年", FigureKind.DURATION),
        ("抽批比例降到多少", FigureKind.SHARE),
        ("查验率能降百分之几", FigureKind.SHARE),
        ("一年核查几次", FigureKind.COUNT),
        ("怎么申请专窗", None),
        ("有没有绿色通道", None),
    ],
)
def test_the_kind_of_figure_asked_for(question: str, kind: FigureKind | None) -> None:
    wanted = wanted_figure(question)
    assert (wanted.kind if wanted else None) is kind


def test_days_are_not_answered_in_years() -> None:
    days, years = wanted_figure("结果几天出来"), wanted_figure("最长能办几年")
    assert days is not None
    assert years is not None
    assert days.stated_in("5个工作日内")
    assert not days.stated_in("近5年未被行政处罚")
    assert years.stated_in("最长5年有效期")


def test_words_of_time_answer_how_long() -> None:
    assert Wanted(FigureKind.DURATION).stated_in("查检正常作业“当日清”")
    assert not Wanted(FigureKind.DURATION).stated_in("优先办理")
    assert not Wanted(FigureKind.MONEY).stated_in("予以一定展位费用支持")


def test_a_count_is_answered_in_its_own_unit() -> None:
    wanted = wanted_figure("中欧班列一年开多少列")
    assert wanted is not None
    assert not wanted.stated_in("为企业提供3类服务")
    assert wanted.stated_in("全年开行120列")


def test_a_wish_for_less_asks_for_no_number() -> None:
    assert wanted_figure("箱子老被翻，能少开几回吗") is None
    assert wanted_figure("你们就不能多跑几趟") is None


def test_how_often_is_answered_without_a_number() -> None:
    wanted = wanted_figure("名单多久更新一次")
    assert wanted is not None
    assert wanted.stated_in("名单实行动态调整")
    assert not wanted.stated_in("2个工作日内公布")


@pytest.mark.parametrize(
    "text",
    [
        "多久以后才能再次申请",
        "几年后可以再次申请认证",
        "多久能拿到第一次补贴",
        "多久完成首次检测",
        "退货要在放行后多久内运回",
    ],
)
def test_a_time_until_something_is_not_how_often(text: str) -> None:
    wanted = wanted_figure(text)
    assert wanted is not None
    assert wanted.stated_in("6个月内办结")


@pytest.mark.parametrize(
    ("text", "answers", "silent"),
    [
        ("以后几个月来查一次", "每半年回访一次", "由海关负责查验"),
        ("手续费多少钱", "按照退税额的2%收取手续费", "查验比例为5%"),
        ("一次性给多少钱", "27个月的本人工资", "效率提高1倍"),
        ("多少人联名可以开会", "三分之一以上委员提出", "占比50%以上的企业"),
        ("检测收费标准是什么", "每次检测300元", "按实际支付费用办理"),
        ("未办证的罚款幅度是多少", "处10万元以下罚款", "责令改正"),
    ],
)
def test_what_answers_a_figure_in_words_or_another_measure(
    text: str, answers: str, silent: str
) -> None:
    wanted = wanted_figure(text)
    assert wanted is not None
    assert wanted.answered_in(answers)
    assert not wanted.answered_in(silent)


def test_members_are_no_tenths() -> None:
    wanted = wanted_figure("集团要有多少成员")
    assert wanted is None or wanted.kind is not FigureKind.SHARE


def test_times_a_year_want_a_number_and_times_alone_may_be_at_their_least() -> None:
    a_year, alone = wanted_figure("一年现场查几次"), wanted_figure("现场还要查几次")
    assert a_year is not None
    assert alone is not None
    assert alone.answered_in("查检次数保持最低频次")
    assert not a_year.answered_in("查检次数保持最低频次")
