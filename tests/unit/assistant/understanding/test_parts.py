from __future__ import annotations

import pytest

from assistant.understanding.parts import joined_parts_of, parts_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "上海AEO退税要几天？另外注册商标费用是多少？",
            ("上海AEO退税要几天", "上海：注册商标费用是多少"),
        ),
        (
            "我们厂在厦门，想问两件事：外籍厨师的B类证能批几年，还有退税大概几天？",
            ("厦门：外籍厨师的B类证能批几年", "厦门：退税大概几天"),
        ),
        ("上海退税几天？深圳展会有没有补贴？", ("上海退税几天", "深圳展会有没有补贴")),
    ],
)
def test_questions_joined_in_one_breath_are_parted(text: str, parts: tuple[str, ...]) -> None:
    assert parts_of(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "税能不能攒到月底一次交",
        "货在上海报的，人在宁波放不出来，两边踢皮球，怎么解决？",
        "怎么办海关备案？要交哪些材料",
        "全年支持的外贸企业不低于五万家，对吧？",
        "预约通关要提前多久，找哪个部门",
    ],
)
def test_one_question_stays_one(text: str) -> None:
    assert parts_of(text) == (text,)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("上海退税几天，查验还要不要我陪", ("上海退税几天", "上海：查验还要不要我陪")),
        ("预约通关几小时，特殊物品审批几天", ("预约通关几小时", "特殊物品审批几天")),
        # No figure is asked for before the comma: mostly it is the story of what follows.
        ("货还没来，想先问准到底算哪一类，批文能快点吗", ()),
        # The second leans on the first.
        ("出口退税几天办完，那厦门呢", ()),
        ("退税几天", ()),
    ],
)
def test_what_a_comma_joins_is_two_after_a_figure(text: str, parts: tuple[str, ...]) -> None:
    assert joined_parts_of(text) == (parts or (text,))
