"""What a question asserts of a rule, and when the article's words correct it."""

from __future__ import annotations

import pytest

from assistant.composing.claims import correction
from assistant.model import Statement
from assistant.understanding.figures.claimed import claims_in

SHORTENED = Statement("审批时限由20日压缩至5日以内。", ())
YEARS = Statement("对经认证为高级认证企业5年以上的生产型企业。", ())


@pytest.mark.parametrize(
    ("question", "claimed", "former"),
    [
        ("第一个时段推进复工的是谁", [], []),
        ("是不是两个时段", ["两个"], []),
        ("审批从20天缩到5天，是吗", ["20天", "5天"], ["20天"]),
        ("二十天压到十天，对吧", ["二十天", "十天"], ["二十天"]),
        ("原来是20天，对吧", ["20天"], ["20天"]),
        ("上海2天厦门3天", ["2天", "3天"], []),
        ("我们认证六年了，免担保能申请吗", [], []),
        ("认证10年了，还有时限吗", [], []),
        ("我提前十个小时来得及吗", [], []),
        ("听说我们全年支持五万家", ["五万家"], []),
        ("我们退税是3个工作日，对吧", ["3个工作日"], []),
        ("比例降到10%了吧", ["10%"], []),
        ("三年前被罚过，还能申请么", [], []),
        ("24小时都能通关吗", [], []),
        ("预约要24小时吗", ["24小时"], []),
        ("预约要提前24小时，对吧", ["24小时"], []),
        ("三天前申请就行，对吧", ["三天"], []),
        ("三类出口企业也按3个工作日吗", ["3个工作日"], []),
        ("一共分三类，对吧", ["三类"], []),
        ("批文要等二十天，能快不", ["二十天"], ["二十天"]),
    ],
)
def test_what_is_asserted(question: str, claimed: list[str], former: list[str]) -> None:
    claims = claims_in(question)
    assert [one.figure.text for one in claims] == claimed
    assert [one.figure.text for one in claims if one.former] == former


@pytest.mark.parametrize(
    ("question", "quoted", "wrong"),
    [
        ("审批从20天缩到5天，是吗", SHORTENED, ""),
        ("审批从20天缩到10天，是吗", SHORTENED, "10天"),
        ("审批从15天缩到5天，是吗", SHORTENED, "15天"),
        ("审批从5天改成20天，是吗", SHORTENED, "20天"),
        ("审批要20天，对吧", SHORTENED, "20天"),
        ("审批要5%，对吧", SHORTENED, ""),
        ("批文要等二十天，能快点吗", SHORTENED, ""),
        ("认证三年就行，对吧", YEARS, "三年"),
        ("我们认证六年了，行吗", YEARS, ""),
    ],
)
def test_only_what_the_article_contradicts_is_corrected(
    question: str, quoted: Statement, wrong: str
) -> None:
    lead = correction(claims_in(question), [quoted])
    assert (f"“{wrong}”" in lead) if wrong else lead == ""
