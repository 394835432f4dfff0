"""What a sentence concludes itself from the figures beside it."""

from __future__ import annotations

import pytest

from assistant.verification import ranking, verify
from tests.unit.verification.made import article

TOLD = "上海市在2个工作日内，厦门市在3个工作日内"


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        (f"上海更快：{TOLD}", TOLD),
        (f"{TOLD}，厦门的时间要长一些", TOLD),
        (f"厦门更快：{TOLD}", None),
        ("上海更快：上海市在2个工作日内", None),
        ("上海更快：上海市2个工作日，厦门市3次", None),
        ("上海更快：上海市2个工作日，厦门市2个工作日", None),
    ],
)
def test_a_rank_must_follow_from_the_figures(said: str, rest: str | None) -> None:
    assert ranking.without_true(said) == ((rest, True) if rest else (said, False))


@pytest.mark.parametrize(
    ("said", "holds"),
    [("上海更快", True), ("厦门更快", False), ("按文件看，上海的时间更长", False)],
)
def test_a_ranking_sentence(said: str, holds: bool) -> None:
    refunds = {
        name: article(f"企业出口退税平均办理时间在{days}个工作日内。", place=place)
        for name, place, days in (("A1", "上海市", 2), ("A2", "厦门市", 3))
    }
    sentence = f"{said}：企业出口退税上海平均2个工作日内，厦门平均3个工作日内[A1][A2]。"
    assert verify(sentence, refunds).holds is holds
