"""Lists of what gives money."""

from __future__ import annotations

import pytest

from assistant.enumerating.money import asks_for_money, asks_for_the_sum, giving
from assistant.enumerating.shelf import Entry


@pytest.mark.parametrize(
    "question",
    ["给钱的都有哪些", "对aeo有哪些资金支持", "有钱拿的政策", "补贴和优惠有哪些", "有哪些奖励政策"],
)
def test_money_of_any_matter_is_asked_for(question: str) -> None:
    assert asks_for_money(question)
    assert not asks_for_the_sum(question)


@pytest.mark.parametrize(
    "question",
    [
        "农业补贴的条款列一下",
        "资金结算有什么便利",
        "省钱的措施有哪些",
        "补贴找哪个部门",
        "海外仓补贴有哪些",
    ],
)
def test_money_of_one_matter_is_another_question(question: str) -> None:
    assert not asks_for_money(question)


@pytest.mark.parametrize(
    ("question", "sums"),
    [
        ("aeo一共能拿到多少钱啊", True),
        ("aeo补贴合计多少万", True),
        ("总共能拿多少补贴", True),
        ("aeo一共要交多少钱", False),
        ("专项奖励资金能给多少钱", False),
        ("参展一共能拿多少补贴", False),
    ],
)
def test_the_sum_of_all_of_it_is_asked_for(question: str, sums: bool) -> None:
    assert asks_for_the_sum(question) is sums


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("统筹用好外经贸专项资金，对符合条件的企业给予支持。", True),
        ("对参加境外专业展会的企业予以一定展位费用支持。", True),
        ("优化资信收费，减免资信调查费。", True),
        ("对中小微企业收汇业务给予手续费减免。", True),
        ("按固定资产投资额的30%给予补助，最高500万元。", True),
        ("依法查处未落实优惠减免政策等违法违规收费行为。", False),
        ("减少空箱调运时间和费用。", False),
        ("以虚假材料骗取奖补资金的，不再受理。", False),
        ("开通减免税快速审核通道。", False),
    ],
)
def test_an_article_gives_money_by_its_words(text: str, gives: bool) -> None:
    entry = Entry("p", "第1条", 1, text, text, (), ())
    assert bool(giving([entry])) is gives
