"""The matching rule, worked by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.matching import contains, contains_any, normalise


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("５％", "5%"),
        ("2 个\n工作日", "2个工作日"),
        ("“清零”机制", "清零机制"),
        ("「两步申报」", "2步申报"),
        ("二十四小时", "24小时"),
        ("十五日", "15日"),
        ("十日", "10日"),
        ("二十", "20"),
        ("一百二十条", "120条"),
        ("一百零五", "105"),
        ("一千二百零五", "1205"),
        ("两千", "2000"),
        ("二〇二四年", "2024年"),
        ("二零二四年", "2024年"),
        ("一千万元", "1000万元"),
        ("1千万元", "1000万元"),
        ("1,000万元", "1000万元"),
        ("五百亿", "500亿"),
        ("百分之五", "5%"),
        ("百分之二十", "20%"),
        ("百分之一百", "100%"),
        ("千分之五", "千分之5"),
        ("第一百二十条之一", "第120条之1"),
    ],
)
def test_writing_is_made_one(written: str, normal: str) -> None:
    assert normalise(written) == normal


@pytest.mark.parametrize(
    "words", ["三五家", "一两年", "百货", "千方", "三百五", "单一窗口", "统一"]
)
def test_what_is_no_one_number_stays(words: str) -> None:
    assert normalise(words) == words


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("平均办理时间2个工作日以内", "2个工作日"),
        ("两个工作日内办结", "2个工作日"),
        ("2个工作日内办结", "二个工作日"),
        ("由24小时缩短至8小时", "8小时"),
        ("近五年未被处罚", "近5年"),
        ("抽批比例的 ５ ％ 以下", "5%以下"),
        ("沪商通关〔2024〕4号", "4号"),
        ("统一三家企业", "3家"),
        ("每年15日、5日", "5日"),
        ("第5条", "5"),
        ("共5.", "5"),
    ],
)
def test_a_form_stands_in_a_text(text: str, form: str) -> None:
    assert contains(text, form)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("15%", "5%"),
        ("0.5%", "5%"),
        ("十五%", "5%"),
        ("百分之十五", "5%"),
        ("12个工作日", "2个工作日"),
        ("十二个工作日", "两个工作日"),
        ("2022年", "2年"),
        ("24", "2"),
        ("2.5", "2"),
        ("2,500家", "500家"),
        ("1500亿", "五百亿"),
        ("一两年", "2年"),
        ("任何文字", ""),
        ("任何文字", " ”"),
    ],
)
def test_a_form_does_not_stand_in_a_text(text: str, form: str) -> None:
    assert not contains(text, form)


def test_one_form_of_a_fact_is_enough() -> None:
    assert contains_any("3个工作日", ["2个工作日", "三个工作日"])
    assert not contains_any("3个工作日", ["2个工作日", "13个工作日"])
    assert not contains_any("3个工作日", [])


@given(st.text(alphabet="一二三十百千万零五统年日%5.1,“ 内"))
def test_normalising_never_fails_and_every_text_holds_itself(text: str) -> None:
    assert contains(text, text) == bool(normalise(text))


@given(st.integers(1, 9999))
def test_chinese_numerals_read_as_their_digits(number: int) -> None:
    assert normalise(f"{chinese(number)}家") == f"{number}家"


def chinese(number: int) -> str:
    """An independent writer of numerals, the long way: 一千零二十, 一十五."""
    written, gap = "", False
    for unit, power in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // power % 10
        if digit:
            written += ("零" if gap and written else "") + "零一二三四五六七八九"[digit] + unit
        gap = not digit
    return written
