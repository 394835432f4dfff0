"""What text recognition leaves behind: letters for figures, and the feet of pages."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from corpus.metadata import infer_metadata
from corpus.parsing.slips import mended
from tests.unit.corpus.conftest import article, parse


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("〔2O24〕45 号", "〔2024〕45 号"),
        ("2024 年 9 月 l2 日", "2024 年 9 月 12 日"),
        ("1O月1日", "10月1日"),
        ("提前 3O 日", "提前 30 日"),
        ("l0 万元", "10 万元"),
        ("I5%", "15%"),
    ],
)
def test_letters_for_figures(read: str, meant: str) -> None:
    assert mended(read) == meant


@pytest.mark.parametrize(
    "text",
    ["O2O业务", "H986设备", "B2B直接出口", "ISO9001认证", "容量10 l", "代码1O2X", "Io项", "PM2.5"],
)
def test_other_letters_stay(text: str) -> None:
    assert mended(text) == text


def test_the_source_stays_and_the_words_are_right() -> None:
    text = "第一条 应当提前 3O 日公示。\n第二条 处 l0 万元罚款。"
    policy = parse(text)
    assert policy.source == text
    body = article(policy, "第一条").body
    assert body.text == "应当提前30日公示。"
    span = body.span(body.text.index("提前"), body.text.index("公示"))
    assert policy.source[span.start : span.end] == "提前 3O 日"
    assert article(policy, "第二条").text == "处10万元罚款。"


def test_metadata_read_through_slips() -> None:
    text = "某市商务局\n某商字〔2O24〕45 号\n关于收费的通知\n第一条 甲。\n某市商务局\n2024 年 9 月 l2 日\n"
    found = infer_metadata(Path("a.txt"), text)
    assert found.doc_number == "某商字〔2024〕45号"
    assert found.issued_on == dt.date(2024, 9, 12)


@pytest.mark.parametrize("foot", ["— 2 —", "-2-", "  －2－", "第2页", "第 2 页 共 9 页"])
def test_the_foot_of_a_page_is_no_text(foot: str) -> None:
    text = f"第一条 口岸经营单位应当在经营场所显著位置和单一窗口，公\n{foot}\n\f\n示收费目录。\n第二条 乙。\n{foot}\n"
    policy = parse(text)
    assert article(policy, "第一条").text.endswith("单一窗口，公示收费目录。")
    assert article(policy, "第二条").text == "乙。"
    assert policy.source == text
