"""What an article only recommends or explores, or asks of all conditions, is told as no more."""

from __future__ import annotations

import pytest

from assistant.verification import verify
from tests.unit.verification.made import article

LISTED = article("依企业申请，海关优先推荐其纳入联合监管机制白名单。")
RATED = article("支持优化平台评价制度，探索提高企业的信用等级评价，优化融资额度。")
CONDITIONS = article("对生产型企业，且同时符合下列条件的，可申请免除税款担保。")
TOGETHER = article("对同一企业的多个核查指令，由同一核查组统一实施。")
AVERAGE = article("支持将符合条件的企业纳入一类管理，平均办理时间在3个工作日内。")


@pytest.mark.parametrize(
    ("said", "source", "holds"),
    [
        ("依企业申请，海关优先推荐其纳入联合监管机制白名单", LISTED, True),
        ("依企业申请，海关就会将其纳入联合监管机制白名单", LISTED, False),
        ("平台探索提高企业的信用等级评价", RATED, True),
        ("企业在平台的信用等级评价能够提高", RATED, False),
        ("生产型企业同时符合下列条件的，可申请免除税款担保", CONDITIONS, True),
        ("生产型企业符合下列条件之一的，可申请免除税款担保", CONDITIONS, False),
        ("对同一企业的多个核查指令，由不同核查组统一实施", TOGETHER, False),
        ("符合条件的企业都会纳入一类管理", AVERAGE, False),
    ],
)
def test_what_is_held_back_stays_so(said: str, source, holds: bool) -> None:
    assert verify(f"{said}[A1]。", {"A1": source}).holds is holds
