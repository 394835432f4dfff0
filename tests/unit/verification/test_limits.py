"""A rule may not be made wider than it is, nor given the condition of another."""

from __future__ import annotations

import pytest

from assistant.verification import verify
from tests.support.policies import evidence


@pytest.mark.parametrize(
    ("article", "whole", "wide"),
    [
        ("sh-customs-aeo-2023#第24条", "综合保税区内AEO企业开展分送集报业务的，可向海关申请免除担保", "综合保税区内企业开展分送集报业务的，可向海关申请免除担保"),
        ("sh-aeo-2024#第6条", "聘雇紧缺急需留学回国人员，符合相关条件可以办理本市户籍", "聘雇留学回国人员，符合相关条件可以办理本市户籍"),
        ("sh-aeo-2024#第6条", "引进国内优秀人才的，符合相关条件，可以办理本市户籍", "引进国内优秀人才的，可以办理本市户籍"),
        ("xm-aeo-2024#第7条", "AEO企业聘请的外籍人才，符合条件的可分别办理最长5年有效期（A类）和1年有效期（B类）的《外国人工作许可证》", "AEO企业聘请的外籍人才，可分别办理最长5年有效期（A类）和1年有效期（B类）的《外国人工作许可证》"),
        ("sh-customs-aeo-2023#第2条", "依AEO企业申请，口岸现场海关可在不影响口岸正常通关秩序的前提下安排对其货物优先检查", "依AEO企业申请，口岸现场海关可安排对其货物优先检查"),
        ("sh-customs-aeo-2023#第22条", "在海关总署公布的采信商品范围内，海关可依法采信企业提交的信用承诺和检验报告等证明材料，替代对进出口货物（食品除外）的实验室检测", "在海关总署公布的采信商品范围内，海关可依法采信企业提交的信用承诺和检验报告等证明材料，替代对进出口货物的实验室检测"),
        ("gacc-aeo-2024#（三）", "对具备《实验动物生产许可证》和《实验动物使用许可证》的企业，出口实验鼠实施“少查快放”", "对具备《实验动物使用许可证》的企业，出口实验鼠实施“少查快放”"),
        ("gacc-aeo-2024#（三）", "对具备《实验动物生产许可证》和《实验动物使用许可证》的企业，出口实验鼠实施“少查快放”", "对具备《实验动物生产许可证》或《实验动物使用许可证》的企业，出口实验鼠实施“少查快放”"),
        ("xm-aeo-2024#第13条", "优先选择外汇业务合规性好的AEO企业作为贸易投资便利化改革措施的先行先试对象", "优先选择AEO企业作为贸易投资便利化改革措施的先行先试对象"),
        ("sh-port-2023#第8条", "推动更多符合条件的国际班轮公司开展沿海捎带业务试点", "推动更多国际班轮公司开展沿海捎带业务试点"),
        ("sh-port-2023#第8条", "推动更多符合条件的国际班轮公司开展沿海捎带业务试点", "符合条件的国际班轮公司均可开展沿海捎带业务试点"),
        ("sh-aeo-2024#第14条", "适用一线直通、二线简化等多个业务场景", "适用一线简化、二线直通等多个业务场景"),
        ("sh-port-2023#第1条", "持续深化进口货物“船边直提”和出口货物“抵港直装”作业模式试点", "持续深化进口货物“抵港直装”和出口货物“船边直提”作业模式试点"),
        ("sh-aeo-2024#第5条", "外籍“高精尖缺”人才，经市商务委（市口岸办）出具推荐函可直接办理A类《外国人工作许可证》", "外籍“高精尖缺”人才，经市科委（外专局）出具推荐函可直接办理A类《外国人工作许可证》"),
        ("xm-aeo-2024#第7条", "AEO企业聘请的外籍人才，符合条件的可办理1年有效期的B类《外国人工作许可证》", "AEO企业聘请的外籍人才，符合条件的可办理最长5年有效期的B类《外国人工作许可证》"),
        ("sh-aeo-2024#第5条", "AEO聘请的外籍人才，符合条件的可办理2年有效期（B类）的《外国人工作许可证》", "AEO聘请的外籍人才，经市商务委（市口岸办）出具推荐函，符合条件的可办理2年有效期（B类）的《外国人工作许可证》"),
        ("xm-aeo-2024#第5条", "鼓励有条件的市辖区对通过AEO认证的企业予以配套政策支持", "有条件的市辖区对通过AEO认证的企业都要予以配套政策支持"),
        ("xm-aeo-2024#第13条", "予以AEO企业每月5日前集中批量申报上月汇入和汇出数据的便利措施", "予以AEO企业每月5日前集中批量申报当月汇入和汇出数据的便利措施"),
    ],
)  # fmt: skip
def test_the_whole_rule_is_shown_and_the_wide_one_is_not(
    article: str, whole: str, wide: str
) -> None:
    tokens = {"A1": evidence()[article]}
    assert verify(f"{whole}[A1]。", tokens).holds
    assert not verify(f"{wide}[A1]。", tokens).holds


def test_a_condition_that_was_asked_need_not_be_said_again() -> None:
    tokens = {"A1": evidence()["sh-aeo-2024#第15条"]}
    said = "AEO的正常出口退税平均办理时间确保在2个工作日内[A1]。"
    assert not verify(said, tokens).holds
    assert verify(said, tokens, question="符合认定条件的AEO几天退税？").holds


def test_a_question_brings_no_words_and_no_denials() -> None:
    tokens = {"A1": evidence()["gacc-aeo-2024#（十）"]}
    wide = "境内收发货人为高级认证企业的，可适用报关单上最高信用等级企业的便利措施[A1]。"
    assert not verify(wide, tokens, question="申报单位是失信企业还能按高级认证待遇走吗").holds
    invented = "境内收发货人可以走绿色通道[A1]。"
    assert not verify(invented, tokens, question="收发货人可以走绿色通道吗").holds
