"""Zones, ports and counties whose names are words: where their papers apply. All are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.counties import house_in
from corpus.metadata import infer_metadata
from corpus.metadata.ruling import ruled_by

ZONE = """中国（陕西）自由贸易试验区管理委员会公告
2031年第2号

关于仓储单证的公告

一、上海、宁波、青岛的仓单可以流转。

中国（陕西）自由贸易试验区管理委员会
2031年2月3日"""


def test_a_free_trade_zone_is_its_provinces() -> None:
    found = infer_metadata(Path("x1.txt"), ZONE)
    assert found.jurisdiction == "陕西省"
    assert found.speaks_of == ()


def test_what_a_free_trade_zone_is_ruled_by_is_certain() -> None:
    assert ruled_by("中国(海南)自由贸易试验区仓单办法", ()) == "海南省"
    assert ruled_by("关于仓单的通知", ("中国（四川）自由贸易试验区工作办公室",)) == "四川省"
    assert ruled_by("中国（湖北）自由贸易试验区宜昌片区仓单办法", ()) == "宜昌市"
    assert ruled_by("仓单办法", ("中国（广东）自由贸易试验区南沙片区管理委员会",)) == "广州市"


@pytest.mark.parametrize(
    ("name", "city"),
    [
        ("公安口岸检查办事指南", None),
        ("平安口岸创建方案", None),
        ("资源开发区回收办法", None),
        ("和平海关历史展览", None),
        ("长寿经济技术开发区奖励办法", "重庆市"),
        ("武清海关办事须知", "天津市"),
    ],
)
def test_a_word_is_a_county_only_before_a_zone_that_is_granted(name: str, city: str | None) -> None:
    assert house_in(name) == city


def test_the_nations_body_wins_over_a_port_in_its_title() -> None:
    assert ruled_by("公安经济开发区口岸签证须知", ("国家移民管理局",)) == "全国"
    assert ruled_by("武清海关办事须知", ("武清海关",)) == "天津市"
    assert ruled_by("武清海关办事须知", ()) == "天津市"
