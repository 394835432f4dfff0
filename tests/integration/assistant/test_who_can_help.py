"""Whom a caller is sent to where the documents are silent."""

from __future__ import annotations

import pytest

from assistant.answer import Question
from assistant.service import Assistant


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("落户要排几年队", "市人力社会资源保障局"),
        ("退税要哪些单证", "市税务局"),
        ("厦门短期信保优惠多少比例", "中国信保厦门分公司"),
        ("奖励资金什么时候到账", "市财政局"),
    ],
)
def test_what_is_not_the_customs_goes_to_the_units_of_the_measure(
    assistant: Assistant, question: str, unit: str
) -> None:
    handoff = assistant.ask(Question(question=question)).handoff
    assert handoff is not None
    assert unit in handoff.department
    assert handoff.phone == "12345"


@pytest.mark.parametrize(
    "question", ["高级认证有效期几年，要不要复审", "检测费用能减免吗", "出口报关要什么单证"]
)
def test_what_is_the_customs_stays_with_their_hotline(assistant: Assistant, question: str) -> None:
    handoff = assistant.ask(Question(question=question)).handoff
    assert handoff is not None
    assert handoff.phone == "12360"
