from __future__ import annotations

import pytest

from assistant.understanding.asks.clauses import all_asked, asked, asks_figure


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("这几个月周转不过来，能不能晚点付利息？", "能不能晚点付利息"),
        ("公司搬了家，新地址还没改，补卡收费吗", "补卡收费吗"),
        ("先收下缺的材料，行吗", "先收下缺的材料，行吗"),
        ("网上填报的入口，给一个", "网上填报的入口，给一个"),
        ("货已经到港三天了", ""),
    ],
)
def test_the_asking_clause_is_apart_from_the_story(text: str, words: str) -> None:
    assert asked(text) == words


def test_hearsay_asks_nothing() -> None:
    assert all_asked("听说挑了几个海关试点，参加的是哪些海关") == "参加的是哪些海关"


@pytest.mark.parametrize(
    "text",
    [
        "退税几天能到账",
        "降几个百分点，有规定吗",
        "缩短成几天，海关有说法吗",
        "配套的钱到底是十万还是二十万",
        "公司刚评上，退税要多久",
        "要提前几天预约",
        "一票不超过几次",
    ],
)
def test_a_figure_is_asked_for(text: str) -> None:
    assert asks_figure(text)


@pytest.mark.parametrize(
    "text",
    [
        "副总在公司干了十几年，能给个荣誉吗",
        "想比一比各家收多少钱，有这功能吗",
        "几张检查任务能不能凑成一趟",
        "名单是定死几年不动，还是会调整",
        "洗箱多少钱全凭堆场一张嘴，收费会不会弄透明",
        "报关单上几家企业信用不同，按谁的算",
    ],
)
def test_a_figure_word_in_the_story_asks_for_none(text: str) -> None:
    assert not asks_figure(text)
