"""A fault planted in a perfect run makes exactly the metrics meant for it fall."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer import Answer, Reason
from assistant.composing import wording
from eval.cases import Case, Claim
from eval.library import Library
from eval.metrics import Family, evaluators
from eval.results import Record
from eval.scoring import Scores, score
from tests.unit.eval.making import answer, case, citation, refs, refusal

SH15, SH5, XM14, XM7 = (
    ("sh-aeo-2024", 15),
    ("sh-aeo-2024", 5),
    ("xm-aeo-2024", 14),
    ("xm-aeo-2024", 7),
)
CUSTOMS17 = ("sh-customs-aeo-2023", 17)

CASES = (
    case(id="refund", gold=refs(SH15), must_include=(("2个工作日",),)),
    case(
        id="both",
        gold=refs(SH5, XM7),
        question="两地B类外国人工作许可各几年？",
        must_include=(("2年有效期",), ("1年有效期",)),
    ),
    case(
        id="follow",
        type="follow_up",
        question="那厦门呢？",
        history=("上海AEO企业出口退税几天办完？",),
        gold=refs(XM14),
        must_include=(("3个工作日",),),
        must_not_include=("2个工作日",),
    ),
    case(id="words", gold=refs(("sh-aeo-2024", 18)), must_include=(("优先办理的事项清单",),)),
    case(id="checks", gold=refs(CUSTOMS17), must_include=(("不超过1次",),)),
    case(
        id="claims",
        type="false_premise",
        question="管理类核查一年不超过3次，对吧",
        gold=refs(CUSTOMS17),
        must_include=(("不超过1次",),),
        claim=Claim.FAILS,
    ),
    case(id="none", type="unanswerable", gold=(), must_include=(), answerable=False),
)


def perfect(library: Library, asked: Case) -> Answer:
    """Every gold article quoted whole; a refusal where there is none."""
    if not asked.answerable:
        return refusal(Reason.NO_BASIS)
    cited = [citation(library, ref.key, marker) for marker, ref in enumerate(asked.gold, 1)]
    text = "\n".join(f"{library.articles(ref.key)[0].text}" for ref in asked.gold)
    said = wording.CORRECTION.format(claim="3次") if asked.claim is Claim.FAILS else ""
    return answer(said + text, cited)


def wrong_figure(_: Library, given: Answer) -> Answer:
    return given.model_copy(update={"answer": given.answer.replace("2个工作日", "9个工作日")})


def other_citys_figure(_: Library, given: Answer) -> Answer:
    return given.model_copy(update={"answer": given.answer + "也可能是3个工作日。"})


def swapped_city(library: Library, given: Answer) -> Answer:
    twin = library.articles(XM14)[0].text
    return given.model_copy(update={"answer": twin, "citations": (citation(library, XM14),)})


def dropped_citation(_: Library, given: Answer) -> Answer:
    return given.model_copy(update={"citations": given.citations[:-1]})


def wrongly_refused(_: Library, given: Answer) -> Answer:
    return refusal(Reason.NO_BASIS)


def moved_by_one(library: Library, given: Answer) -> Answer:
    (one,) = given.citations
    there = citation(library, (one.policy_id, one.article + 1))
    moved = one.model_copy(update={"article": there.article, "label": there.label})
    return given.model_copy(update={"citations": (moved,)})


def altered_quote(_: Library, given: Answer) -> Answer:
    (one,) = given.citations
    return given.model_copy(
        update={"citations": (one.model_copy(update={"quote": one.quote[:-2] + "。"}),)}
    )


def forbidden_added(_: Library, given: Answer) -> Answer:
    return given.model_copy(update={"answer": given.answer + "上海为2个工作日。"})


def expired_added(library: Library, given: Answer) -> Answer:
    old = citation(library, ("sh-aeo-2024", 11), 2).model_copy(update={"status": "expired"})
    return given.model_copy(update={"citations": (*given.citations, old)})


def answered_anyway(library: Library, given: Answer) -> Answer:
    return answer(library.articles(SH15)[0].text, [citation(library, SH15)])


def corrected_anyway(_: Library, given: Answer) -> Answer:
    words = wording.CORRECTION.format(claim="两个工作日")
    return given.model_copy(update={"answer": words + given.answer})


def uncorrected(_: Library, given: Answer) -> Answer:
    words = wording.CORRECTION.format(claim="3次")
    return given.model_copy(update={"answer": given.answer.removeprefix(words)})


def denied(_: Library, given: Answer) -> Answer:
    words = wording.NOT_IN_PLACE.format(place="上海市")
    return given.model_copy(update={"answer": words + given.answer})


CITING = {"citation_precision", "citation_recall", "citation_f1"}
FAULTS = [
    (wrong_figure, "refund", {"required_facts", "grounded_figures"}),
    (other_citys_figure, "refund", {"right_jurisdiction", "grounded_figures"}),
    (swapped_city, "refund", {"right_jurisdiction", "required_facts", *CITING}),
    (dropped_citation, "both", {"citation_recall", "citation_f1", "grounded_figures"}),
    (dropped_citation, "words", {"citation_recall", "citation_f1"}),
    (wrongly_refused, "refund", {"no_false_refusal", "refusal_precision"}),
    (moved_by_one, "checks", CITING),
    (altered_quote, "checks", {"quote_exactness"}),
    (forbidden_added, "follow", {"no_forbidden_facts", "grounded_figures", "right_jurisdiction"}),
    (expired_added, "refund", {"right_version", "citation_precision", "citation_f1"}),
    (corrected_anyway, "refund", {"no_false_correction"}),
    (uncorrected, "claims", {"correction"}),
    (denied, "refund", {"no_false_denial"}),
    (answered_anyway, "none", {"refusal_recall"}),
]


def scored(library: Library, fault: Callable[[Library, Answer], Answer] | None, at: str) -> Scores:
    records = {}
    for asked in CASES:
        given = perfect(library, asked)
        if fault and asked.id == at:
            given = fault(library, given)
        records[asked.id] = Record(case_id=asked.id, answer=given)
    return score(CASES, records, evaluators(library))


def test_the_run_without_a_fault_is_perfect(library: Library) -> None:
    scores = scored(library, None, "")
    for metric in scores.metrics:
        found = scores.estimate(metric.name)
        assert found is not None, f"{metric.name} must apply somewhere"
        assert found.mean == 1, metric.name


@pytest.mark.parametrize(("fault", "at", "meant"), FAULTS)
def test_a_fault_moves_the_metrics_meant_for_it_and_no_other(library, fault, at, meant) -> None:
    scores = scored(library, fault, at)
    means = {metric.name: scores.estimate(metric.name) for metric in scores.metrics}
    fallen = {name for name, found in means.items() if found is not None and found.mean < 1}
    whole = {one.name for one in scores.metrics if one.family is Family.END_TO_END}
    assert fallen - whole == meant
    assert [one.case.id for one in scores.cases if one.broken] == []
    culprits = {
        one.case.id for one in scores.cases if any(j.value < 1 for j in one.judgements.values())
    }
    assert culprits == {at}
