"""Titles in unusual lines, and lists of bodies that sign nothing. All are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import PolicyMetadata
from corpus.metadata import infer_metadata


def read(text: str) -> PolicyMetadata:
    return infer_metadata(Path("x1.txt"), text)


PLAN = "银企对接活动方案\n\n一、召开座谈，各地企业均可报名。\n二、银行介绍产品。\n\n"


@pytest.mark.parametrize(
    "end",
    [
        "附件\n参会名单\n重庆长江轴承集团\n中国银行重庆分行",
        "参加单位：\n重庆长江轴承集团\n中国银行重庆分行",
        "附件1\n重庆市商务委员会\n重庆市财政局",
        "重庆长江轴承集团\n中国建设银行重庆分行",
    ],
)
def test_a_list_at_the_end_signs_nothing(end: str) -> None:
    found = read(PLAN + end)
    assert found.issuers == ()


def test_an_authority_may_sign_without_a_date() -> None:
    found = read(f"{PLAN}重庆市商务委员会\n中国人民银行重庆市分行")
    assert found.issuers == ("重庆市商务委员会", "中国人民银行重庆市分行")
    assert found.jurisdiction == "重庆市"


@pytest.mark.parametrize(
    ("head", "title", "issuers"),
    [
        (
            "标题：国务院办公厅关于稳定石墨贸易的意见\n文号：国办发〔2031〕3号",
            "国务院办公厅关于稳定石墨贸易的意见",
            ("国务院办公厅",),
        ),
        (
            "宜宾市商务局关于印发《宜宾市石墨出口若干措施》\n的通知",
            "宜宾市石墨出口若干措施",
            ("宜宾市商务局",),
        ),
        (
            "宜宾市商务局\n关于印发《宜宾市石墨出口若干措施》\n的通知",
            "宜宾市石墨出口若干措施",
            ("宜宾市商务局",),
        ),
        (
            "商务部 海关总署2031年第30号公告\n关于石墨出口管制的公告",
            "关于石墨出口管制的公告",
            ("商务部", "海关总署"),
        ),
        ("宜宾市支持石墨出口二十条举措", "宜宾市支持石墨出口二十条举措", ()),
    ],
)
def test_the_title_is_found_in_unusual_lines(
    head: str, title: str, issuers: tuple[str, ...]
) -> None:
    found = read(f"{head}\n\n一、稳定出口规模，扩大进口。\n二、落实补贴资金，按季拨付到企业。")
    assert (found.title, found.issuers) == (title, issuers)
