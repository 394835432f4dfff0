"""What excuses a word that the source does not have must be close to that word, and no more than it."""

from __future__ import annotations

import pytest

from assistant.verification import modality, negation, unruled
from assistant.verification.fold import fold
from assistant.verification.source import source_of
from tests.unit.verification.made import article

OUTSIDE = "企业可预约在办公时间以外查验。"


@pytest.mark.parametrize(
    ("said", "source", "stands"),
    [
        ("企业可预约在非办公时间查验", OUTSIDE, True),
        ("企业可预约在非工作日查验", "企业可预约在工作日之外查验。", True),
        ("非办公时间可查验境外货物", "办公时间境外货物可预约查验。", False),
        ("非重点企业可聘请外籍人才", "重点企业外籍人才可办理许可。", False),
        ("非生产企业可申请", "生产所需外购设备的企业可申请。", False),
        ("查验是非，可预约", OUTSIDE, False),
        ("非办可预约", OUTSIDE, False),
        ("非+2可预约", OUTSIDE, False),
    ],
)
def test_only_outside_of_it_is_not_it(said: str, source: str, stands: bool) -> None:
    found = [words for words in negation.faults(fold(said), fold(source)) if "非" in words]
    assert (not found) is stands


COUNTER = source_of(
    article("鼓励企业向窗口提出申请，提供优惠便利。企业应当说明情况，窗口列明收费项目。")
)


@pytest.mark.parametrize(
    ("after", "left"),
    [
        ("只规定提供优惠便利", "规定提供优惠便利"),
        ("而只是提到提供优惠便利", "提到提供优惠便利"),
        ("条款只写明提供优惠便利", "条款写明提供优惠便利"),
        ("但只说明提供优惠便利", "说明提供优惠便利"),
        ("企业只说明情况", "企业只说明情况"),
        ("窗口仅列明收费项目", "窗口仅列明收费项目"),
        ("只提出申请", "只提出申请"),
        ("只说申请的", "只说申请的"),
        ("窗口的优惠只规定一项", "窗口的优惠只规定一项"),
    ],
)
def test_a_proven_absence_only_takes_only_from_what_is_written_instead(
    after: str, left: str
) -> None:
    text = f"条款没有写明到账时间，{after}"
    rest, taken = unruled.without_true(text, [COUNTER], [COUNTER])
    assert taken
    assert rest == left


LISTED = fold("对符合以下条件的企业，可免除担保：1.近5年未被处罚；2.未被下调信用等级。")
SET = fold("申请须满足的条件如下：近5年未被处罚，未被下调信用等级。")


@pytest.mark.parametrize(
    ("said", "source", "stands"),
    [
        ("要求近5年未被处罚", LISTED, True),
        ("要求近5年未被处罚", SET, True),
        ("提供担保是海关要求", LISTED, False),
        ("提供担保是海关要求", SET, False),
        ("要求未被下调信用等级", LISTED, True),
        ("要求可免除担保", LISTED, False),
        ("企业要求免除", LISTED, False),
        ("要求近5年未被处罚", fold("近5年未被处罚的企业较多。"), False),
    ],
)
def test_a_list_of_conditions_requires_what_it_lists(said: str, source: str, stands: bool) -> None:
    found = [words for words in modality.faults(fold(said), source) if "要求" in words]
    assert (not found) is stands
