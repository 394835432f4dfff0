"""Who can help where the documents do not: the customs' hotline, or the issuers and the city's."""

from __future__ import annotations

import pytest

from assistant.answer import Reason
from assistant.composing.refusals import referred
from assistant.model import Evidence
from assistant.referring.referrals import Referral
from corpus import PolicyMetadata, parse_policy

TEXT = "第一条 略。\n第二条 申请人应当如实申报。"


def evidence(title: str, *issuers: str) -> Evidence:
    policy = parse_policy(TEXT, PolicyMetadata("p", title, issuers=issuers))
    return Evidence(policy.metadata, policy.source, policy.articles[-1])


@pytest.mark.parametrize(
    ("title", "issuers", "phone"),
    [
        ("某市公共租赁住房管理办法", ("某市人民政府",), "12345"),
        ("某市公共租赁住房管理办法", (), "12345"),
        ("某市支持海关高级认证企业的措施", ("某市商务局",), "12360"),
        ("市内免税商店监管办法", ("海关总署",), "12360"),
    ],
)
def test_the_nearest_documents_field_tells_who_helps(
    title: str, issuers: tuple[str, ...], phone: str
) -> None:
    draft = referred(Reason.NO_BASIS, [evidence(title, *issuers)], None)
    assert draft.handoff is not None
    assert draft.handoff.phone == phone
    assert phone in draft.tail
    assert all(issuer in draft.tail for issuer in issuers if phone == "12345")


def test_a_known_authority_goes_first() -> None:
    known = Referral("养老金", "人社部门", "12333", ())
    draft = referred(Reason.NO_BASIS, [evidence("某市公共租赁住房管理办法")], known)
    assert draft.handoff is not None
    assert draft.handoff.phone == "12333"
