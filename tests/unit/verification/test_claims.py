"""What is said about the passages themselves, true and false side by side.

Each acceptance (openers, absence, counts, numbers of articles, lists of titles) stands here with the
faults that could hide behind it.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.verification import verify
from assistant.verification.source import source_of
from tests.support.policies import evidence
from tests.unit.verification.made import article

SH, XM, PLAN = "sh-aeo-2024#第{}条", "xm-aeo-2024#第{}条", "sh-customs-aeo-2023#第{}条"
PORT, NOTICE = "sh-port-2023#第{}条", "gacc-aeo-2024#（{}）"


def _holds(sentence: str, articles: list[str], cited: int | None = None) -> bool:
    tokens = {f"A{i}": evidence()[name] for i, name in enumerate(articles, start=1)}
    if "[A" not in sentence:
        sentence += "".join(f"[A{i}]" for i in range(1, (cited or len(articles)) + 1)) + "。"
    return verify(sentence, tokens).holds


@pytest.mark.parametrize(
    ("article", "sentence", "shown"),
    [
        (PLAN.format(24), "可以，综合保税区内AEO企业开展分送集报业务的，可向海关申请免除担保", True),
        (PLAN.format(24), "能，综合保税区内AEO企业开展分送集报业务的，可向海关申请免除担保", True),
        (PLAN.format(24), "有这项安排，综合保税区内AEO企业开展分送集报业务的，可向海关申请免除担保", True),
        (PLAN.format(24), "不能，综合保税区内AEO企业开展分送集报业务的，可向海关申请免除担保", False),
        (PLAN.format(24), "不可以，综合保税区内AEO企业开展分送集报业务的，可向海关申请免除担保", False),
        (PLAN.format(24), "没有，综合保税区内AEO企业开展分送集报业务的，可向海关申请免除担保", False),
        (PLAN.format(24), "不行，综合保税区内AEO企业开展分送集报业务的，可向海关申请免除担保", False),
        (PORT.format(19), "不得收，收费目录清单之外一律不得收费", True),
        (PORT.format(19), "可以，收费目录清单之外一律不得收费", False),
        (PORT.format(19), "能收，收费目录清单之外一律不得收费", False),
        (PORT.format(13), "不用，纳入“白名单”的物品，进口无需办理《进口药品通关单》", True),
        (PORT.format(13), "不需要，纳入“白名单”的物品，进口无需办理《进口药品通关单》", True),
        (PORT.format(13), "需要，纳入“白名单”的物品，进口无需办理《进口药品通关单》", False),
        (PORT.format(13), "要办，纳入“白名单”的物品，进口无需办理《进口药品通关单》", False),
        (PORT.format(19), "可以举报，上海市畅通举报渠道，依法查处不按规定明码标价等违法违规收费行为", True),
        (PLAN.format(27), "不用，申请的时间由提前24小时缩短至提前8小时", False),
        (SH.format(5), "不可以，外籍“高精尖缺”人才，经市商务委（市口岸办）出具推荐函可直接办理A类《外国人工作许可证》", False),
    ],
)  # fmt: skip
def test_an_opener_must_say_what_follows_says(article: str, sentence: str, shown: bool) -> None:
    known = {one.article.id for one in evidence().values() if "进口药品通关单" in one.article.text}
    article = next(iter(known)) if article == PORT.format(13) else article
    assert _holds(sentence, [article]) is shown


@pytest.mark.parametrize(
    "opener",
    ["这件事，", "不一定，", "要看情况，", "符合条件就可以，", "可以先收，", "会记，", "管，"],
)
def test_an_opener_that_cannot_be_told_is_taken_off(opener: str) -> None:
    said = "厦门为AEO企业提供7×24小时口岸通关保障"
    verdict = verify(f"{opener}{said}[A1]。", {"A1": evidence()[XM.format(15)]})
    assert not verdict.holds or verdict.text in (f"{said}。", f"{opener}{said}。")


@pytest.mark.parametrize(
    ("article", "sentence", "true"),
    [
        (SH.format(6), "条款没有写明具体办理流程", True),
        (SH.format(6), "具体流程条款没有写明", True),
        (PLAN.format(23), "条款没有写明是否必须派人到现场", True),
        (PLAN.format(24), "条款没有写明区外企业能否免除担保", True),
        (PLAN.format(24), "条款没有写明区内企业能否免除担保", False),
        (NOTICE.format("七"), "条款没有写明担保金额上限", True),
        (NOTICE.format("七"), "条款没有写明纳税额要求", False),
        (NOTICE.format("四"), "条款没有写明具体次数", True),
        (PLAN.format(17), "条款没有写明核查次数上限", False),
        (PLAN.format(13), "该条没有收费标准方面的规定", True),
        (PLAN.format(6), "条款没有写明能否缩短时间", False),
        (SH.format(6), "至于办理流程，条款未作规定", True),
        (SH.format(6), "条款没有关于办理流程的规定", True),
        (SH.format(6), "条款没有对办理流程作出规定", True),
        (SH.format(6), "条款没有提到房屋租赁", True),
        (SH.format(6), "条款没有规定金额", True),
        (SH.format(6), "条款没有写明办理户籍的条件", False),
        (SH.format(6), "条款没有提到海外人才居住证", False),
        (SH.format(6), "条款没有提到户口", False),
        (SH.format(6), "条款没有写明责任单位", False),
        (SH.format(6), "条款没有规定留学回国人员能否办理户籍", False),
        (SH.format(15), "条款没有规定办理时间", False),
        (SH.format(15), "条款没有写明多久办完", False),
        (SH.format(15), "条款没有对退税时限作出规定", False),
        (SH.format(15), "至于办理的天数，条款未作规定", False),
        (PLAN.format(27), "条款没有写明申请的途径", False),
        (PLAN.format(27), "条款没有规定提前多久申请", False),
        (PLAN.format(27), "条款没有提到快件", False),
        (PLAN.format(24), "条款没有写明能否免除抵押", False),
        (PLAN.format(24), "条款没有写明担保金额", True),
        (XM.format(9), "条款没有规定哪些材料除外", False),
        (XM.format(9), "条款没有写明不予受理的情形", False),
        (XM.format(5), "条款没有规定发放补助", False),
        (PORT.format(19), "条款没有写明违规收费的处罚", False),
        (SH.format(5), "条款没有写明谁出具推荐函", False),
        (SH.format(5), "条款没有规定B类的有效期", False),
        (XM.format(9), "上海是否有，条款没有写明", False),
        (XM.format(9), "条款没有规定上海的比例", False),
        (NOTICE.format("九"), "条款没有规定降低的具体比例", True),
        (NOTICE.format("九"), "条款没有规定提高的具体比例", False),
        (NOTICE.format("九"), "条款没有规定增加的具体比例", False),
        (XM.format(15), "条款没有写明专人的联系电话", True),
        (SH.format(15), "条款没有写明退税的快慢", False),
        (SH.format(15), "条款没有规定具体办结时限", False),
        (PLAN.format(27), "条款没有写明周末报关", False),
        (PLAN.format(27), "条款没有规定下班时间的通关", False),
        (SH.format(6), "条款没有写明归国留学生的落户", False),
        (SH.format(21), "条款没有提到高管的荣誉奖项", False),
        (SH.format(17), "条款没有提到政务大厅", False),
        (SH.format(17), "条款没有写明服务窗口设在哪", False),
        (PORT.format(19), "条款没有写明乱收费的投诉渠道", False),
        (NOTICE.format("七"), "条款没有规定企业负债水平的要求", False),
        (NOTICE.format("十五"), "条款没有提到换卡", False),
        (NOTICE.format("五"), "条款没有提到鱼虾养殖场", False),
        (PLAN.format(30), "条款没有写明哪些货物可以到厂查验", False),
        (SH.format(3), "条款没有提到网上课程", False),
        (XM.format(9), "条款没有写明补交的具体期限", True),
        (XM.format(9), "条款没有规定承诺书的格式", True),
        (SH.format(6), "条款没有提到社保年限", True),
        (SH.format(17), "条款没有提到夜间服务", True),
        (PORT.format(19), "条款没有写明罚款金额", True),
        (NOTICE.format("七"), "条款没有写明试点海关的名单", True),
        (NOTICE.format("五"), "条款没有提到肉类产品", True),
        (XM.format(12), "条款没有规定减免的具体比例", True),
        (PORT.format(25), "条款没有写明保费补贴的标准", True),
        (PLAN.format(24), "条款没有写明是否适用于出口加工区", True),
    ],
)  # fmt: skip
def test_what_is_left_open_is_true_only_of_what_no_words_rule(
    article: str, sentence: str, true: bool
) -> None:
    assert _holds(sentence, [article]) is true


PLAN_LAST = [PLAN.format(n) for n in (21, 22, 23, 24)]
COST = [NOTICE.format(n) for n in "七八九十"]


@pytest.mark.parametrize(
    ("sentence", "articles", "cited", "true"),
    [
        ("共四条，分别是第21条至第24条", PLAN_LAST, 4, True),
        ("有四条，即第21条、第22条、第23条和第24条", PLAN_LAST, 4, True),
        ("共三条，分别是第21条至第24条", PLAN_LAST, 4, False),
        ("共四条，分别是第20条至第24条", PLAN_LAST, 4, False),
        ("共四条，分别是第21条至第25条", PLAN_LAST, 4, False),
        ("有两条，分别是第21条和第24条", PLAN_LAST, 4, False),
        ("有三条，分别是第21条、第22条和第24条", PLAN_LAST, 3, False),
        ("通知的（七）至（十）", COST, 4, True),
        ("通知的（七）至（九）", COST, 4, False),
        ("上海文件是第10条，厦门文件是第1条和第10条", [SH.format(10), XM.format(1), XM.format(10)], 3, True),
        ("厦门文件是第10条，上海文件是第1条和第10条", [SH.format(10), XM.format(1), XM.format(10)], 3, False),
        ("上海文件是第1条，厦门文件是第10条", [SH.format(10), XM.format(1)], 2, False),
        ("上海海关AEO行动方案第22条和上海口岸2023年措施第2条", [PLAN.format(22), PORT.format(2)], 2, True),
        ("上海海关AEO行动方案第2条和上海口岸2023年措施第22条", [PLAN.format(22), PORT.format(2)], 2, False),
        ("上海海关AEO行动方案第22条和上海口岸2024年措施第2条", [PLAN.format(22), PORT.format(2)], 2, False),
        ("东航物流是上海口岸2023年措施第1条、第10条和第20条的责任单位之一", [PORT.format(n) for n in (1, 10, 20)], 3, True),
        ("东航物流是上海口岸2023年措施第1条、第10条和第19条的责任单位之一", [PORT.format(n) for n in (1, 10, 19)], 3, False),
        ("厦门市措施中用到“单一窗口”的是第14条、第16条和第19条", [XM.format(n) for n in (14, 16, 19)], 3, True),
        ("厦门市措施中用到“单一窗口”的是第14条、第15条和第19条", [XM.format(n) for n in (14, 15, 19)], 3, False),
        ("共有四项措施：免除税款担保试点、延长主动披露时限、进一步降低查验率、扩大便利措施适用范围", COST, 4, True),
        ("共有四项措施：免除税款担保试点、缩短主动披露时限、进一步降低查验率、扩大便利措施适用范围", COST, 4, False),
        ("共有四项措施：免除税款担保试点、延长主动披露时限、进一步提高查验率、扩大便利措施适用范围", COST, 4, False),
        ("共有五项措施：免除税款担保试点、延长主动披露时限、进一步降低查验率、扩大便利措施适用范围", COST, 4, False),
        ("共有四项措施：免除税款担保试点、延长主动披露时限、进一步降低查验率、加快出口退税", COST, 4, False),
        ("主要查处三种违法违规收费行为", [PORT.format(19)], 1, True),
        ("主要查处四种违法违规收费行为", [PORT.format(19)], 1, False),
        ("企业需同时符合7项条件", [NOTICE.format("七")], 1, True),
        ("企业需同时符合6项条件", [NOTICE.format("七")], 1, False),
        ("上海叫AEO优先推荐库，厦门叫海关信用培育重点名单", [SH.format(1), XM.format(1)], 2, True),
        ("厦门叫AEO优先推荐库，上海叫海关信用培育重点名单", [SH.format(1), XM.format(1)], 2, False),
    ],
)  # fmt: skip
def test_counts_and_numbers_of_articles_are_those_of_the_cited_ones(
    sentence: str, articles: list[str], cited: int, true: bool
) -> None:
    assert _holds(sentence, articles, cited) is true


def test_a_source_keeps_the_questions_it_was_made_with() -> None:
    plain = article("企业可以换发新证。")
    known = replace(plain, asked=("旧卡能换吗", "怎么换卡"), unsaid=("换卡要多少钱",))
    assert source_of(plain).asked == ""
    assert "换卡" in source_of(known).asked
    assert source_of(plain).asked == ""
