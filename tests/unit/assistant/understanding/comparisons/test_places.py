from __future__ import annotations

import pytest

from assistant.understanding.comparisons.places import (
    asked_of,
    has_content,
    unframed,
    without_where,
)
from assistant.understanding.scope import cities_meant, mentions_in

KNOWN = ("上海市", "厦门市")


def asked(text: str) -> dict[str, str]:
    """What is asked of each place in the narrowest way it may be meant."""
    return {name: ways[-1] for name, ways in asked_of(text, mentions_in(text, KNOWN)).items()}


def test_words_after_a_place_are_asked_of_it_alone() -> None:
    ways = asked("外汇这块，上海给的是账户优先开立，厦门给的是收入兑换")
    assert "账户" in ways["上海市"]
    assert "兑换" not in ways["上海市"]
    assert "兑换" in ways["厦门市"]
    assert "账户" not in ways["厦门市"]
    assert all("外汇" in way for way in ways.values())


@pytest.mark.parametrize(
    "text", ["上海和厦门给企业办退税差几天", "退税上海厦门哪个快", "退税，上海快还是厦门快"]
)
def test_what_follows_joined_names_is_asked_of_all(text: str) -> None:
    assert all("退税" in way for way in asked(text).values())


def test_a_side_without_words_of_its_own_is_asked_what_the_other_is() -> None:
    assert "联席会" in asked("厦门的联席会上海搞没搞")["上海市"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("退税有什么不一样吗", "退税"),
        ("容缺受理只有", "容缺受理"),
        ("AEO专窗的责任单位各是谁", "AEO专窗的"),
        ("一样吗", "一样吗"),
    ],
)
def test_the_frame_of_a_comparison_is_no_topic(text: str, left: str) -> None:
    assert unframed(text) == left


def test_asking_words_are_no_content() -> None:
    assert has_content("退税")
    assert not has_content("是怎么做的呢")


@pytest.mark.parametrize(
    ("text", "compares"),
    [
        ("信保这块两个城市写法一样吗", True),
        ("资信调查费两地都减吗", False),
        ("子女入学两边都有吗", False),
        ("办事指南两个城市各公布在哪", False),
        ("FT账户是不是只有上海有", False),
        ("减免税快审是上海独有的吗", False),
        ("国家和地方的免担保有什么不同", True),
        ("哪个城市退税更快", True),
    ],
)
def test_the_cities_of_the_collection_may_be_meant_unnamed(text: str, compares: bool) -> None:
    assert cities_meant(text, KNOWN, compares=compares) == KNOWN


@pytest.mark.parametrize(
    "text",
    [
        "一个车间的货两边卖",
        "两地海关一起来查怎么办",
        "打通国内国外两个市场有什么支持",
        "上海和厦门两地退税一样吗",
        "报关大厅走哪边",
        "只有上海企业才能申请吗",
    ],
)
def test_other_questions_mean_no_cities(text: str) -> None:
    assert cities_meant(text, KNOWN, compares=False) == ()


def test_too_many_cities_are_not_set_side_by_side() -> None:
    assert cities_meant("各地退税有什么不同", [f"{n}市" for n in "甲乙丙丁戊"], compares=True) == ()


def test_what_is_asked_before_each_place_is_asked_of_that_place() -> None:
    text = "车队是AEO上海给啥，船装货的厦门给啥"
    ways = asked_of(text, mentions_in(text, KNOWN))
    assert "船装货" not in ways["上海市"][-1]
    assert "车队" not in ways["厦门市"][-1]


def test_a_topic_before_the_first_place_is_asked_of_all() -> None:
    text = "退税上海几天，厦门几天"
    ways = asked_of(text, mentions_in(text, KNOWN))
    assert all("退税" in way for found in ways.values() for way in found)


def test_which_city_has_it_asks_of_all_though_one_is_named() -> None:
    assert cities_meant("加分是哪个市的，上海有类似的吗", KNOWN, compares=True) == KNOWN
    assert cities_meant("上海的企业去哪个市场", KNOWN, compares=True) == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("展会方面的措施，上海厦门都查一下", "展会方面的措施"),
        ("信用修复的条款，两地各有几条", "信用修复的条款"),
        ("上海怎么补贴，厦门怎么补贴", "上海怎么补贴，厦门怎么补贴"),
    ],
)
def test_a_clause_that_tells_where_to_look_asks_nothing(text: str, left: str) -> None:
    assert without_where(text, ("上海", "厦门")) == left
