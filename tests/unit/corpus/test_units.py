"""Responsible units in all the ways policies print them."""

from __future__ import annotations

import pytest

from corpus.parsing.units import bare_brackets, named_brackets, unit_names
from tests.unit.corpus.conftest import article, parse


@pytest.mark.parametrize(
    ("bracket", "names"),
    [
        ("（责任单位：市税务局）", ["市税务局"]),
        ("(责任单位:市商务委、上海海关等)", ["市商务委", "上海海关"]),
        ("（责任单位：市商务委（市口岸办）、各区政府）", ["市商务委（市口岸办）", "各区政府"]),
        (
            "（牵头单位：市商务局；配合单位：市财政局、厦门海关）",
            ["市商务局", "市财政局", "厦门海关"],
        ),
        (
            "（海关总署牵头，商务部、各省级人民政府按职责分工负责）",
            ["海关总署", "商务部", "各省级人民政府"],
        ),
        ("（上海海关）", ["上海海关"]),
    ],
)
def test_names(bracket: str, names: list[str]) -> None:
    assert unit_names(bracket) == names


def test_a_bracket_of_mixed_width_is_closed() -> None:
    text = "提供便利。（责任单位：市商务委(市口岸办）、上海海关)"
    (span,) = named_brackets(text)
    assert text[span.start : span.end] == text[5:]


@pytest.mark.parametrize(
    "text",
    [
        "对高级认证企业（含AEO企业）",
        "由主管部门另行规定（不含港澳台地区）",
        "收费标准见附件。（略）",
    ],
)
def test_other_brackets_are_no_units(text: str) -> None:
    assert bare_brackets(text) == []


def test_a_line_of_units_without_brackets() -> None:
    text = "1. 建库。定期向海关推荐。\n责任单位：市商务局、厦门海关\n2. 专窗。提供便利。"
    first = article(parse(text), "第1条")
    assert first.responsible_units == ("市商务局", "厦门海关")
    assert "责任单位" not in first.text


def test_units_cut_by_a_page_break() -> None:
    text = "1. 建库。向海关推荐企业。（责任单位：市商务局、市\n\n财政局）\n2. 专窗。提供便利。（责任单位：各区）"
    assert article(parse(text), "第1条").responsible_units == ("市商务局", "市财政局")


def test_a_bare_bracket_counts_only_where_the_policy_names_units_so() -> None:
    once = (
        "1. 建库。推荐企业。（市商务局）\n2. 专窗。提供便利。\n3. 参展。给予补助。\n4. 通关。提速。"
    )
    assert article(parse(once), "第1条").responsible_units == ()
    always = "1. 建库。推荐企业。（市商务局）\n2. 专窗。提供便利。（各区政府、厦门海关）"
    assert article(parse(always), "第2条").responsible_units == ("各区政府", "厦门海关")
