from __future__ import annotations

import pytest

from assistant.understanding.asks.intents import weighs
from assistant.understanding.comparisons.subjects import subjects_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("特殊物品快还是动植物快", ("特殊物品", "动植物")),
        ("海关审批，特殊物品和进境动植物哪个短", ("特殊物品", "进境动植物")),
        ("出口食品的抽批和特殊物品的抽批，分别是谁说的", ("出口食品的抽批", "特殊物品的抽批")),
        ("海关962116和24小时在线咨询区别在哪", ("海关962116", "24小时在线咨询")),
        ("特殊物品审批几天，动植物审批几天", ("特殊物品审批", "动植物审批")),
        ("企业协调员跟商务协调员是一回事吗", ("企业协调员", "商务协调员")),
    ],
)
def test_two_subjects_are_told_apart(text: str, names: tuple[str, ...]) -> None:
    assert weighs(text)
    assert tuple(one.name for one in subjects_of(text)) == names


def test_a_head_said_once_belongs_to_both() -> None:
    first, second = subjects_of("A类和B类许可证有效期各几年")
    assert first.asked[0].startswith("A类许可证有效期")
    assert second.asked[0].startswith("B类许可证有效期")


def test_what_is_faster_is_asked_how_long_it_takes() -> None:
    first, _ = subjects_of("特殊物品快还是动植物快")
    assert "时限" in first.asked[0]


@pytest.mark.parametrize(
    "text",
    [
        "AEO能比别家快几个钟头",
        "跟以前相比有什么变化",
        "和海关怎么联系",
        "AEO和一般企业有什么区别",
        "退税比例降到多少",
        "我们和谁联系",
        "仓储费、搬运费上有什么照顾，分别是哪几条",
    ],
)
def test_other_questions_have_no_two_subjects(text: str) -> None:
    assert not (weighs(text) and subjects_of(text))
