"""A district given as a region stands for the city it lies in."""

from __future__ import annotations

import pytest

from corpus import counties
from corpus.metadata.sidecar import DeclaredMetadata


@pytest.mark.parametrize(
    ("region", "city"),
    [
        ("浦东新区", "上海市"),
        ("思明区", "厦门市"),
        ("海沧区", "厦门市"),
        ("上海市浦东新区", "上海市"),
        ("厦门市思明区", "厦门市"),
        ("福建省厦门市思明区", "厦门市"),
        ("福建省厦门市", "厦门市"),
        ("福州市鼓楼区", "福州市"),
        ("同安区", "厦门市"),
        (" 上海 ", "上海市"),
        ("厦门海关", "厦门市"),
        ("全国", "全国"),
    ],
)
def test_a_district_is_its_city(region: str, city: str) -> None:
    assert counties.resolve(region) == city


@pytest.mark.parametrize(
    "region",
    ["", "区", "火星", "鼓楼区", "江苏省鼓楼区", "上海市思明区", "海南区", "朝阳区", "北京的天气"],
)
def test_what_no_city_is_told_by_is_unknown(region: str) -> None:
    assert counties.resolve(region) is None


def test_a_document_declared_a_districts_is_its_citys() -> None:
    assert DeclaredMetadata(jurisdiction="厦门市海沧区").jurisdiction == "厦门市"
