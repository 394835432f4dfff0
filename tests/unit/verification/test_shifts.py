"""Faults that leave every word standing, each beside the honest sentence next to it."""

from __future__ import annotations

import pytest

from assistant.verification import verify
from tests.support.policies import evidence

SH, XM, PLAN = "sh-aeo-2024#第{}条", "xm-aeo-2024#第{}条", "sh-customs-aeo-2023#第{}条"
PORT, NOTICE = "sh-port-2023#第{}条", "gacc-aeo-2024#（{}）"


@pytest.mark.parametrize(
    ("article", "question", "sentence", "shown"),
    [
        (NOTICE.format("七"), "", "选择部分海关开展高级认证企业申请免除税款担保试点", True),
        (NOTICE.format("七"), "", "各海关开展高级认证企业申请免除税款担保试点", False),
        (PLAN.format(13), "", "上海海关优先为AEO报关企业提供本企业报关单证档案查询服务", False),
        (PLAN.format(24), "", "综合保税区内AEO企业开展分送集报业务的，可向海关申请免除担保", True),
        (PLAN.format(24), "", "保税区内AEO企业开展分送集报业务的，可向海关申请免除担保", False),
        (XM.format(12), "", "厦门优化资信收费，减免资信调查费", True),
        (XM.format(12), "", "厦门优化资信收费，免收资信调查费", False),
        (NOTICE.format("二"), "", "对高级认证企业生产的出口危险货物包装，优化性能检验周期为1年", True),
        (NOTICE.format("二"), "", "对高级认证企业生产的出口危险化学品，优化性能检验周期为1年", False),
        (PLAN.format(18), "", "条款规定了抽盘商品价值的具体比例", False),
        (PORT.format(19), "", "条款规定了牵头部门，由市市场监管局牵头", False),
        (PORT.format(2), "", "探索优化进口化妆品整改模式，采取合格评定与远程视频验核相结合的方式简化作业流程", True),
        (PORT.format(2), "", "对进口化妆品整改采取合格评定与远程视频验核相结合的方式简化作业流程", False),
    ],
)  # fmt: skip
def test_a_shifted_sentence_is_refused(
    article: str, question: str, sentence: str, shown: bool
) -> None:
    assert verify(f"{sentence}[A1]。", {"A1": evidence()[article]}).holds is shown


@pytest.mark.parametrize(
    ("question", "opener", "kept"),
    [
        ("要求近五年纳税额每年不少于五百万元，是吧", "是，", False),
        ("要求近5年纳税额均不少于1千万元，是吧", "是，", True),
    ],
)
def test_a_figure_that_is_asked_must_be_told_for_it_to_be_confirmed(
    question: str, opener: str, kept: bool
) -> None:
    said = "要求是近5年纳税额均不少于1千万元(进出口税收)"
    tokens = {"A1": evidence()[NOTICE.format("七")]}
    verdict = verify(f"{opener}{said}[A1]。", tokens, question=question)
    assert verdict.holds
    assert verdict.text.startswith(opener) is kept


def test_an_average_is_no_promise_for_each() -> None:
    tokens = {"A1": evidence()[XM.format(14)]}
    told = "厦门对符合认定条件的AEO企业，确保其正常出口退税{}办理时间{}在3个工作日内[A1]。"
    assert verify(told.format("平均", ""), tokens).holds
    assert not verify(told.format("", "都"), tokens).holds


@pytest.mark.parametrize(
    ("counts", "true"),
    [("上海市两条、厦门市一条，共三条", True), ("上海市一条、厦门市两条，共三条", False),
     ("上海市两条、厦门市一条，共四条", False)],
)  # fmt: skip
def test_counts_of_places_are_those_of_the_cited_articles(counts: str, true: bool) -> None:
    names = (SH.format(3), PORT.format(22), XM.format(6))
    tokens = {f"A{i}": evidence()[name] for i, name in enumerate(names, start=1)}
    assert verify(f"{counts}提到RCEP[A1][A2][A3]。", tokens).holds is true
