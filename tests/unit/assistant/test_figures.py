from __future__ import annotations

import pytest

from assistant.understanding.figures import FigureKind, figures_in, states, wanted_figure


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
    assert wanted_figure(question) is kind


def test_words_of_time_answer_how_long() -> None:
    assert states("查检正常作业“当日清”", FigureKind.DURATION)
    assert not states("优先办理", FigureKind.DURATION)
    assert not states("予以一定展位费用支持", FigureKind.MONEY)
