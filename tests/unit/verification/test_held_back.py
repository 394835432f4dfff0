"""What an article holds back, and for whom, where, by whom and under what paper, is told as no more."""

from __future__ import annotations

import pytest

from assistant.verification import verify
from tests.unit.verification.made import article

LISTED = article("依企业申请，海关优先推荐其纳入联合监管机制白名单。")
RATED = article("支持优化平台评价制度，探索提高企业的信用等级评价，优化融资额度。")
CONDITIONS = article("对生产型企业，且同时符合下列条件的，可申请免除税款担保。")
TOGETHER = article("对同一企业的多个核查指令，由同一核查组统一实施。")
AVERAGE = article("支持将符合条件的企业纳入一类管理，平均办理时间在3个工作日内。")
PAPER = article("外籍人才，经市商务委（市口岸办）出具推荐函可直接办理A类工作许可证。")
INSIDE = article("综合保税区内企业开展分送集报业务的，可向海关申请免除担保。")
REACH = article("推广无陪同查验改革，推动查验无陪同比例达到70%以上，支持设立指导中心。")
SAMPLED = article("对企业出口食品，降低检验检疫抽批比例至常规管理措施企业的20%以下。")
APART = article("对企业负面清单外的特殊物品，抽批比例降低至平均抽批比例的5%。")
GRANT = article("鼓励有条件的区对符合条件的企业予以支持。")
EXPOS = article("支持企业参加展会，海关优先推荐企业。", units=("市商务局", "海关"))


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
        ("外籍人才凭市商务委出具的推荐函，可直接办理A类工作许可证", PAPER, True),
        ("外籍人才可直接办理A类工作许可证", PAPER, False),
        ("外籍人才经税务局出具推荐函可直接办理A类工作许可证", PAPER, False),
        ("综合保税区内企业开展分送集报业务的，可申请免除担保", INSIDE, True),
        ("企业开展分送集报业务的，可申请免除担保", INSIDE, False),
        ("推动查验无陪同比例达到70%以上", REACH, True),
        ("查验无陪同比例已经达到70%以上", REACH, False),
        ("已经设立指导中心", REACH, False),
        ("企业出口食品的抽批比例和常规管理企业一样", SAMPLED, False),
        ("负面清单内的特殊物品，抽批比例也降低至平均抽批比例的5%", APART, False),
        ("鼓励有条件的区对符合条件的企业予以支持", GRANT, True),
        ("只要是企业就会予以支持", GRANT, False),
        ("海关优先推荐企业", EXPOS, True),
        ("市商务局优先推荐企业", EXPOS, False),
    ],
)
def test_what_is_held_back_stays_so(said: str, source, holds: bool) -> None:
    assert verify(f"{said}[A1]。", {"A1": source}).holds is holds


def test_what_a_question_forbids_to_say_has_not_been_said() -> None:
    asked = "不要提“符合条件”四个字，区里给支持吗"
    assert not verify("有条件的区对企业予以支持[A1]。", {"A1": GRANT}, question=asked).holds
