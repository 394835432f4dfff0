"""Whose rules a question is about."""

from __future__ import annotations

from assistant.understanding.scope import places_in, scope_of, without_places
from corpus.model import PolicyMetadata


def test_the_province_before_its_city_is_no_second_place() -> None:
    catalogue = [PolicyMetadata("a", "某办法", jurisdiction="厦门市")]
    one = scope_of("福建省厦门市的补贴", None, catalogue, ())
    two = scope_of("福建和厦门的补贴", None, catalogue, ())
    assert (one.jurisdictions, one.elsewhere) == (("厦门市",), ())
    assert (two.jurisdictions, two.elsewhere) == (("厦门市",), ("福建省",))


def test_of_many_places_one_that_only_sounds_alike_is_not_meant() -> None:
    many = ("上海市", "厦门市", "浙江省", "山东省", "河北省")
    assert places_in("医务工作者将获得门票", many) == []
    assert places_in("厦们的补贴", many) == ["厦门市"]
    assert places_in("下门的补贴", many) == ["厦门市"]


def test_a_region_called_by_half_its_name_leaves_nothing_behind() -> None:
    assert without_places("广西自治区推出的制度") == "推出的制度"
    assert without_places("上海海关推出的制度") == "推出的制度"
