"""Places: full names, short names, and the traps where a name stands inside other words."""

from __future__ import annotations

import pytest

from corpus import jurisdictions


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("上海", "上海市"),
        ("上海市", "上海市"),
        ("上海海关", "上海市"),
        ("厦门", "厦门市"),
        ("内蒙", "内蒙古自治区"),
        ("吉林", "吉林省"),
        ("吉林市", "吉林市"),
        ("浦东", "上海市"),
        ("延边", "延边朝鲜族自治州"),
        ("全国", "全国"),
        ("火星", None),
        ("", None),
    ],
)
def test_resolve(name: str, full: str | None) -> None:
    assert jurisdictions.resolve(name) == full


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("上海和厦门哪个退税快", ("上海市", "厦门市")),
        ("厦门、上海、厦门", ("厦门市", "上海市")),
        ("深圳AEO补贴多少钱", ("深圳市",)),
        ("广西南宁的企业", ("广西壮族自治区", "南宁市")),
        ("浙江西部的山区", ("浙江省",)),
        ("上海合作组织国家", ()),
        ("沿海口岸和出海口", ()),
        ("海口市的企业", ("海口市",)),
        ("推广安全生产", ()),
        ("提供担保定期检查", ()),
        ("检查时打开封条", ()),
        ("南京东路", ()),
        ("大连锁企业", ()),
        ("中山大学与中山市", ("中山市",)),
        ("山东营商环境", ("山东省",)),
        ("没有地名", ()),
    ],
)
def test_find_in(text: str, found: tuple[str, ...]) -> None:
    assert jurisdictions.find_in(text) == found


def test_parents_and_children() -> None:
    assert jurisdictions.parent_of("厦门市") == "福建省"
    assert jurisdictions.parent_of("上海市") == "全国"
    assert jurisdictions.parent_of("全国") is None
    assert "厦门市" in jurisdictions.children_of("福建省")
    assert len(jurisdictions.children_of("全国")) == 34


def test_the_data_hold_every_prefecture_and_name_their_parents() -> None:
    every = jurisdictions.all_jurisdictions()
    provinces = jurisdictions.children_of("全国")
    assert all(each.parent in provinces or each.parent == "全国" for each in every.values())
    prefectures = [name for name in every if name not in provinces]
    # 333 prefecture-level divisions in 2024, and the county-level ones the data add.
    assert len(prefectures) >= 333


@pytest.mark.parametrize("name", list(jurisdictions.all_jurisdictions()))
def test_every_full_name_is_found_in_a_question(name: str) -> None:
    assert jurisdictions.find_in(f"{name}的企业怎么申请")[-1] == name


def test_a_province_in_the_name_of_its_city_is_not_named_itself() -> None:
    assert jurisdictions.only_around("福建省厦门市的政策") == {"福建省"}
    assert jurisdictions.only_around("福建和厦门的政策") == frozenset()
    assert jurisdictions.only_around("福建厦门与福建的政策") == frozenset()


def test_what_rules_in_a_city() -> None:
    assert jurisdictions.ruling_in(["厦门市"]) == {"厦门市", "福建省", "全国"}
