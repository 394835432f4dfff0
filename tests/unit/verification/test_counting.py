"""Counts of what the sentence itself lists, before or after the number."""

from __future__ import annotations

import pytest

from assistant.verification import kept, verify
from tests.unit.verification.made import article

WORKS = article("设立指导中心，开展政策宣传、案例展示、培训教育和个性化辅导。")
ACTS = article("支持商业领域数字消费模式，建设智慧购物示范场景，培育电子商务示范企业。")
KINDS = article("符合集成电路、显示器件、维修航材政策条件的企业，可申请开通快速审核通道。")


@pytest.mark.parametrize(
    ("said", "source", "holds"),
    [
        ("指导中心开展的工作有四项：政策宣传、案例展示、培训教育和个性化辅导", WORKS, True),
        ("指导中心开展的工作有三项：政策宣传、案例展示、培训教育和个性化辅导", WORKS, False),
        ("指导中心开展的工作共有三项：政策宣传、案例展示和培训教育", WORKS, False),
        (
            "主要有三点：支持商业领域数字消费模式，建设智慧购物示范场景，培育电子商务示范企业",
            ACTS,
            True,
        ),
        ("主要有两点：支持商业领域数字消费模式，建设智慧购物示范场景", ACTS, False),
        ("集成电路、显示器件、维修航材这三类政策条件的企业，可申请开通快速审核通道", KINDS, True),
        ("集成电路、显示器件、维修航材这两类政策条件的企业，可申请开通快速审核通道", KINDS, False),
    ],
)
def test_a_count_must_be_that_of_the_list(said: str, source, holds: bool) -> None:
    assert verify(f"{said}[A1]。", {"A1": source}).holds is holds


def test_a_list_told_to_be_whole_is_not_shown_without_its_wrong_count() -> None:
    for lead, shown in (("有", True), ("共有", False)):
        said = f"指导中心开展的工作{lead}三项：政策宣传、案例展示和培训教育[A1]。"
        assert (kept(said, {"A1": WORKS}) is not None) is shown
