"""第5项 is what the article prints as item 5; its lead paragraph is no item."""

from __future__ import annotations

import pytest

from assistant.verification import Fault, verify
from tests.support.policies import evidence
from tests.unit.verification.made import article

NOTICE = evidence()["gacc-aeo-2024#（七）"]
MADE = article(
    "对符合以下条件的企业，可向海关申请免除税款担保：1.近5年未被行政处罚；2.未被下调过信用等级。",
    items=2,
)
PARAGRAPHS = evidence()["sh-aeo-2024#第11条"]


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("第1项是近5年未被行政处罚", True),
        ("第2项是近5年未被行政处罚", False),
        ("第2项是未被下调过信用等级", True),
        ("第3项是未被下调过信用等级", False),
        ("第2款是未被下调过信用等级", False),
        ("第2条规定未被下调过信用等级", False),
    ],
)
def test_an_item_goes_by_its_label(said: str, holds: bool) -> None:
    verdict = verify(f"{said}[A1]。", {"A1": MADE})
    assert verdict.holds is holds
    assert holds or {one.fault for one in verdict.objections} == {Fault.FIGURE}


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("第{}项要求未发生过未按规定缴款期限缴纳税款", 1),
        ("第{}项是未被海关下调过信用等级", 2),
        ("第{}项是近5年未被海关行政处罚", 4),
        ("第{}点是近5年纳税额均不少于1千万元", 5),
    ],
)
def test_the_lead_paragraph_of_a_policy_is_no_item(said: str, number: int) -> None:
    held = [i for i in range(1, 9) if verify(f"{said.format(i)}[A1]。", {"A1": NOTICE}).holds]
    # （七） is the item of the document that the whole article is
    assert [i for i in held if i != NOTICE.article.number] == [number]


@pytest.mark.parametrize("number", ["3", "5", "三"])
def test_no_item_lends_its_number_to_an_article(number: str) -> None:
    item = article(
        "企业应当符合以下条件：1.近5年未被处罚；2.未被下调过信用等级；3.未被暂停适用管理措施。",
        items=3,
    )
    said = f"第{number}条规定企业应当未被暂停适用管理措施[A1]。"
    assert not verify(said, {"A1": item}).holds
    assert not verify(f"第{number}条规定近5年未被海关行政处罚[A1]。", {"A1": NOTICE}).holds


def test_a_paragraph_goes_by_its_place() -> None:
    said = "第{}款进一步加大对AEO在手订单的限额倾斜[A1]。"
    held = [i for i in range(1, 4) if verify(said.format(i), {"A1": PARAGRAPHS}).holds]
    assert held == [2]
    assert not verify(said.format(5), {"A1": NOTICE}).holds
