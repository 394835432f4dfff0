from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.verification.figures import figures, number
from assistant.verification.fold import fold


def _keys(text: str) -> list[tuple[str, str]]:
    return [figure.key for figure in figures(fold(text))]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("2个工作日内", [("2", "工作日")]),
        ("两个工作日", [("2", "工作日")]),
        ("20日", [("20", "日")]),
        ("二十天", [("20", "日")]),
        ("1千万元", [("10000000", "元")]),
        ("一千万元", [("10000000", "元")]),
        ("1,000万元", [("10000000", "元")]),
        ("500亿美元", [("50000000000", "美元")]),
        ("５％以下", [("5", "%")]),
        ("百分之五", [("5", "%")]),
        ("三分之一", [("1/3", "分之")]),
        ("三成以上", [("30", "%")]),
        ("2024年1月15日", [("2024年1月15日", "日期")]),
        ("2024-01-15", [("2024年1月15日", "日期")]),
        ("二〇二四年一月十五日", [("2024年1月15日", "日期")]),
        ("2024年1月", [("2024年1月", "日期")]),
        ("每月5日前", [("5", "日")]),
        ("每个月5号之前", [("5", "日")]),
        ("第15条", [("15", "第条")]),
        ("第一百二十条之一", [("120之1", "第条")]),
        ("7*24小时", [("7×24", "小时")]),
        ("7 × 24 小时", [("7×24", "小时")]),
        ("“5+2”预约", [("5+2", "")]),
        ("拨打962116热线", [("962116", "")]),
        ("半年", [("0.5", "年")]),
        ("1.65%", [("1.65", "%")]),
        ("几天", [("几", "日")]),
        ("每年不超过一次", [("1", "次")]),
    ],
)
def test_a_figure_is_read_with_its_unit(text: str, keys: list[tuple[str, str]]) -> None:
    assert _keys(text) == keys


@pytest.mark.parametrize(
    "text",
    [
        "进一步",
        "统一实施",
        "一般采用",
        "一体化",
        "一站式",
        "一单到底",
        "同一企业",
        "一家企业",
        "万一",
        "一年不超过",
    ],
)
def test_words_that_count_nothing_are_no_figures(text: str) -> None:
    assert _keys(text) == []


def test_workdays_are_not_days_and_no_digit_is_lost() -> None:
    assert set(_keys("20工作日")).isdisjoint(_keys("20日"))
    assert set(_keys("15%")).isdisjoint(_keys("5%"))
    assert set(_keys("1万家")).isdisjoint(_keys("1家"))


_DIGITS = "零一二三四五六七八九"


def _chinese(value: int) -> str:
    """``value`` below ten thousand as it is written."""
    text = ""
    for scale, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, scale)
        if digit:
            text += _DIGITS[digit] + mark
        elif text and value and not text.endswith("零"):
            text += "零"
    return text or "零"


@given(st.integers(0, 9999), st.sampled_from(["", "万", "亿"]))
def test_chinese_numerals_equal_digits(value: int, scale: str) -> None:
    times = {"": 1, "万": 10**4, "亿": 10**8}[scale]
    assert number(_chinese(value) + scale) == Decimal(value * times)
    assert number(f"{value}{scale}") == Decimal(value * times)


@given(st.text(max_size=60))
def test_any_text_is_read_without_error_and_figures_do_not_overlap(text: str) -> None:
    folded = fold(text)
    found = figures(folded)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= f.start < f.end <= len(folded) for f in found)
