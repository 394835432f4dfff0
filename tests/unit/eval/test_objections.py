"""What answers say beside their quotes."""

from __future__ import annotations

import pytest

from assistant.composing import wording
from eval.cases import Claim
from eval.metrics.objections import Correction, NoFalseCorrection, NoFalseDenial
from tests.unit.eval.making import answer, case, record, refusal

CORRECTED = wording.CORRECTION.format(claim="3个工作日") + "\n……"
PLAIN = "2个工作日"


@pytest.mark.parametrize(
    ("claim", "said", "corrected", "not_wrongly"),
    [
        (Claim.FAILS, CORRECTED, 1, None),
        (Claim.FAILS, PLAIN, 0, None),
        (Claim.HOLDS, CORRECTED, None, 0),
        (Claim.HOLDS, PLAIN, None, 1),
        (None, CORRECTED, None, 0),
    ],
)
def test_corrections(claim, said, corrected, not_wrongly) -> None:
    asked, given = case(claim=claim), record(answer(said, []))
    for metric, expected in ((Correction(), corrected), (NoFalseCorrection(), not_wrongly)):
        judged = metric.judge(asked, given)
        assert (judged.value if judged else None) == expected


def test_a_false_premise_may_be_corrected_unless_its_claim_holds() -> None:
    given = record(answer(CORRECTED, []))
    assert NoFalseCorrection().judge(case(type="false_premise"), given) is None
    judged = NoFalseCorrection().judge(case(type="false_premise", claim=Claim.HOLDS), given)
    assert judged.value == 0
    assert judged.why == "误称“3个工作日”不对"


def test_a_refusal_says_nothing_beside() -> None:
    for claim in (Claim.FAILS, None):
        for metric in (Correction(), NoFalseCorrection()):
            assert metric.judge(case(claim=claim), record(refusal())) is None


@pytest.mark.parametrize("template", [wording.NOT_IN_PLACE, wording.PARTLY_MISSING])
@pytest.mark.parametrize(("place", "expected"), [("上海市", 0), ("厦门市", 1)])
def test_a_place_with_a_gold_rule_is_not_denied_one(library, template, place, expected) -> None:
    given = record(answer(f"{template.format(place=place)}\n2个工作日", []))
    assert NoFalseDenial(library).judge(case(), given).value == expected
