"""What of a failing sentence is shown in the model's own words, and what never is."""

from __future__ import annotations

import pytest

from assistant.verification import kept
from tests.support.policies import evidence

GUARD = "厦门为AEO企业提供7×24小时口岸通关保障"


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (f"不能，{GUARD}[A1]。", f"{GUARD}。"),
        (f"{GUARD}，没有写明由谁付款[A1]。", f"{GUARD}。"),
        (f"{GUARD}，并向企业发放奖金[A1]。", None),
        (f"{GUARD}，但限于国有企业[A1]。", None),
        (f"经省政府批准的，{GUARD}[A1]。", None),
        ("不能，厦门为AEO企业提供全天候口岸通关保障[A1]。", None),
    ],
)
def test_only_openers_counts_and_remarks_are_cut_off(sentence: str, shown: str | None) -> None:
    verdict = kept(sentence, {"A1": evidence()["xm-aeo-2024#第15条"]})
    assert (verdict.text if verdict else None) == shown
