"""A word that is used is told from one that is explained, in whatever form."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.composing.undefined import may_tell, undefined, using
from assistant.model import Evidence
from corpus import PolicyMetadata, parse_policy


def evidence(text: str) -> Evidence:
    policy = parse_policy(f"第一条 略。\n第二条 {text}", PolicyMetadata("p", "某市措施"))
    return Evidence(policy.metadata, policy.source, policy.articles[-1])


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("深化进口货物“船边直提”和出口货物“抵港直装”试点。", False),
        ("扩大“船边直提”模式应用范围，提高通关效率。", False),
        ("本办法所称“船边直提”是指货物到港后直接提离。", True),
        ("货物到港后直接提离的“船边直提”模式继续推广。", True),
        ("试点车等货式“船边直提”模式。", True),
        ("推行“船边直提”，允许企业在船边提货。", True),
        ("提供“船边直提”等便利，单证暂不齐全的，可先提货。", True),
        ("货到即提（即船边直提）的比例逐步提高。", True),
    ],
)
def test_a_word_that_is_explained_in_any_form_is_not_called_undefined(
    text: str, tells: bool
) -> None:
    assert may_tell(evidence(text).article, "船边直提") is tells


def test_a_word_that_is_only_used_is_said_to_be_undefined() -> None:
    found = evidence("加快通关。深化“船边直提”试点。")
    draft = undefined(("三提", "船边直提"), list(using([found], ("三提", "船边直提"))))
    assert draft.outcome is Outcome.PARTIAL
    assert "“船边直提”" in draft.lead
    assert "三提" not in draft.lead
    assert [one.text for one in draft.sections[0].statements] == ["深化“船边直提”试点。"]
