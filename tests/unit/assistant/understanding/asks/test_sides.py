"""One side of a pair that is asked about, where a text is of the other side alone."""

from __future__ import annotations

import pytest

from assistant.understanding.asks.demands.sides import WHATS, demands_of

EXPORTS = "对企业出口食品、化妆品，降低检验检疫抽批比例。"
BOTH = "对企业进出口特殊物品，降低抽批比例。"
INSIDE = "综合保税区内企业开展分送集报业务的，可申请免除担保。"
MAKERS = "对生产型企业，可申请免除税款担保，不含进出口税收。"


@pytest.mark.parametrize(
    ("question", "text", "spoken_of"),
    [
        ("进口食品的抽批比例降了多少", EXPORTS, False),
        ("出口食品的抽批比例降了多少", EXPORTS, True),
        ("进口特殊物品的抽批比例", BOTH, True),
        ("进境水果检疫要几天", EXPORTS, False),
        ("区外企业能免担保吗", INSIDE, False),
        ("综保区以外的能免担保吗", INSIDE, False),
        ("我们是纯贸易公司，能免税款担保吗", MAKERS, False),
        ("非生产型企业能免税款担保吗", MAKERS, False),
        ("进口食品优先查验吗", "海关予以优先查验。", True),
    ],
)
def test_a_side_is_spoken_of_or_not(question: str, text: str, spoken_of: bool) -> None:
    (demand,) = demands_of(question)
    assert demand.what in WHATS
    assert demand.stated_in(text) is spoken_of


@pytest.mark.parametrize(
    "question",
    [
        "出口退税几天",
        "出口信用保险怎么投保",
        "货到洋山再出口，能只看一回吗",
        "进口料件加工后出口成品要查几次",
        "进博会展品怎么办",
        "生产型企业有什么便利",
    ],
)
def test_what_names_no_one_side(question: str) -> None:
    assert demands_of(question) == ()
