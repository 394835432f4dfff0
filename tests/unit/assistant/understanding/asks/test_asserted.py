"""What a question asserts besides figures, and whether a rule writes it."""

from __future__ import annotations

import pytest

from assistant.composing.claims import unwritten
from assistant.understanding.asks.asserted import asserted_in
from tests.unit.verification.made import article

RULE = article(
    "企业可向海关申请免除担保，及时办结。", units=("市发展改革委", "市人力资源社会保障局")
)
REFUND = article("对海关高级认证企业，退税在2个工作日内。", units=("市税务局",))
DUTY = article("企业应当提交信用承诺，海关在区内设立专窗。")


@pytest.mark.parametrize(
    ("question", "rule", "named"),
    [
        ("必须先交保证金，对吧", RULE, "必须"),
        ("听说一定能免担保", RULE, "一定能"),
        ("这事归财政局管，没错吧", RULE, "财政局"),
        ("是税务局牵头弄的吧", RULE, "税务局"),
        ("这事归发改委管，没错吧", RULE, ""),
        ("是人社局负责，对吧", RULE, ""),
        ("必须提交承诺，对吧", DUTY, ""),
        ("可以申请免担保，对吧", RULE, ""),
        ("必须交哪些材料", RULE, ""),
        ("归哪个局管", RULE, ""),
        ("是在税务局办，对吧", RULE, "税务局"),
        ("找归口部门办，对吧", RULE, ""),
        ("退税归海关管，对吧", REFUND, "海关"),
    ],
)
def test_only_what_no_article_writes_is_named(question: str, rule, named: str) -> None:
    lead = unwritten(asserted_in(question), [rule])
    assert (f"“{named}”" in lead) if named else lead == ""
