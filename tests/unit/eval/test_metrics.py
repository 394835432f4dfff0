"""Each metric as a fraction worked by hand."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome, Reason
from eval.library import Library
from eval.metrics import evaluators
from eval.metrics.citations import CitationF1, CitationPrecision, CitationRecall, QuoteExactness
from eval.metrics.end_to_end import ArticlesDelivered, Completeness, Correct, FactsDelivered
from eval.metrics.facts import GroundedFigures, NoForbiddenFacts, RequiredFacts, figures
from eval.metrics.refusals import NoFalseRefusal, RefusalPrecision, RefusalReason, RefusalRecall
from eval.metrics.scope import RightJurisdiction, RightVersion
from tests.unit.eval.making import answer, case, citation, record, refs, refusal

SH15, SH11, SH3 = ("sh-aeo-2024", 15), ("sh-aeo-2024", 11), ("sh-aeo-2024", 3)
XM14, PORT3, GACC8 = ("xm-aeo-2024", 14), ("sh-port-2023", 3), ("gacc-aeo-2024", 8)
SILENT = case(type="unanswerable", gold=(), must_include=(), answerable=False)


def citing(library: Library, *keys: tuple[str, int]) -> object:
    cited = [citation(library, key, marker) for marker, key in enumerate(keys, 1)]
    return record(answer("2个工作日", cited))


@pytest.mark.parametrize(
    ("gold", "acceptable", "cited", "expected"),
    [
        ([SH15], [], [SH15], (1, 1, 1)),
        ([SH15], [], [SH15, SH11], (1 / 2, 1, 2 / 3)),
        ([SH15, XM14], [], [SH15], (1, 1 / 2, 2 / 3)),
        ([SH15, XM14], [], [SH15, SH11, SH3], (1 / 3, 1 / 2, 2 / 5)),
        ([SH15], [PORT3], [SH15, PORT3], (1, 1, 1)),
        ([SH15], [PORT3], [PORT3], (None, 0, 0)),
        ([SH15], [], [SH11], (0, 0, 0)),
        ([SH15], [], [], (None, 0, 0)),
        ([SH15], [], [SH15, SH15], (1, 1, 1)),
    ],
)
def test_citation_scores(library, gold, acceptable, cited, expected) -> None:
    asked = case(gold=refs(*gold), acceptable=refs(*acceptable))
    given = citing(library, *cited)
    metrics = (CitationPrecision(), CitationRecall(), CitationF1())
    for metric, value in zip(metrics, expected, strict=True):
        judged = metric.judge(asked, given)
        assert (judged.value if judged else None) == (
            None if value is None else pytest.approx(value)
        )


def test_citation_scores_do_not_apply_to_refusals_or_failures() -> None:
    for given in (record(refusal()), record(None, error="broken")):
        for metric in (CitationPrecision(), CitationRecall(), CitationF1(), RequiredFacts()):
            assert metric.judge(case(), given) is None


def test_reasons_name_the_articles(library) -> None:
    judged = CitationF1().judge(case(), citing(library, XM14))
    assert judged.why == "多引：xm-aeo-2024#14；漏引：sh-aeo-2024#15"


def test_quote_exactness_is_the_share_of_verbatim_quotes(library) -> None:
    true, other = citation(library, SH15), citation(library, SH11, 2)
    moved = other.model_copy(update={"start": other.start + 1, "end": other.end + 1})
    judged = QuoteExactness(library.source).judge(case(), record(answer("", [true, moved])))
    assert judged.value == 1 / 2
    assert "[2]" in judged.why
    empty = other.model_copy(update={"quote": "", "end": other.start})
    assert QuoteExactness(library.source).judge(case(), record(answer("", [empty]))).value == 0
    unknown = true.model_copy(update={"policy_id": "nowhere"})
    assert QuoteExactness(library.source).judge(case(), record(answer("", [unknown]))).value == 0


def test_required_facts_is_the_share_of_groups_that_stand_in_the_answer() -> None:
    asked = case(must_include=(("2个工作日", "两天"), ("3个工作日",), ("5%",)))
    assert RequiredFacts().judge(asked, record(answer("两个工作日，占15%"))).value == 1 / 3
    judged = RequiredFacts().judge(asked, record(answer("三个工作日，两天，5％")))
    assert judged.value == 1
    assert RequiredFacts().judge(case(must_include=()), record(answer("x"))) is None


def test_forbidden_facts() -> None:
    asked = case(must_not_include=("3个工作日",))
    assert NoForbiddenFacts().judge(asked, record(answer("2个工作日"))).value == 1
    assert NoForbiddenFacts().judge(asked, record(answer("13个工作日"))).value == 1
    assert NoForbiddenFacts().judge(asked, record(answer("三个工作日"))).value == 0
    assert NoForbiddenFacts().judge(case(), record(answer("三个工作日"))) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("平均2个工作日，最长5年，占20%", ("2个工作日", "5年", "20%")),
        ("二十四小时内", ("24小时",)),
        ("不低于500亿美元，1千万元", ("500亿美元", "1000万元")),
        ("2024年4月6日发布，2023年，第15条，沪商通关〔2024〕4号[1]", ()),
        ("第2批，第1次", ()),
    ],
)
def test_figures(text: str, found: tuple[str, ...]) -> None:
    assert figures(text) == found


def test_grounded_figures_is_the_share_of_figures_with_a_basis(library) -> None:
    metric, cited = GroundedFigures(library), [citation(library, SH15)]
    assert metric.judge(case(), record(answer("2个工作日", cited))).value == 1
    assert metric.judge(case(), record(answer("2个工作日，9小时", cited))).value == 1 / 2
    asked = case(question="是9小时吗")
    assert metric.judge(asked, record(answer("不是9小时，而是2个工作日", cited))).value == 1
    assert metric.judge(case(), record(answer("很快", cited))) is None
    assert metric.judge(case(), record(answer("2个工作日"))).value == 0


def test_right_jurisdiction_by_citation(library) -> None:
    metric = RightJurisdiction(library)
    assert metric.judge(case(), citing(library, SH15)).value == 1
    assert metric.judge(case(), citing(library, SH15, GACC8)).value == 1
    assert metric.judge(case(), citing(library, SH15, XM14)).value == 0
    assert metric.judge(case(acceptable=refs(XM14)), citing(library, SH15, XM14)).value == 1
    assert metric.judge(case(gold=refs(SH15, XM14)), citing(library, XM14)) is None
    assert metric.judge(case(gold=refs(GACC8)), citing(library, XM14)) is None


def test_right_jurisdiction_by_figure(library) -> None:
    cited = [citation(library, SH15)]
    metric = RightJurisdiction(library)
    judged = metric.judge(case(), record(answer("3个工作日", cited)))
    assert judged.value == 0
    assert "3个工作日" in judged.why
    assert metric.judge(case(), record(answer("9个工作日", cited))).value == 1
    asked = case(question="上海退税是3个工作日吗？")
    assert metric.judge(asked, record(answer("不是3个工作日", cited))).value == 1


def test_right_version(library) -> None:
    metric = RightVersion(library)
    old = citation(library, SH11).model_copy(update={"status": "expired"})
    assert metric.judge(case(), citing(library, SH15)).value == 1
    assert metric.judge(case(), record(answer("x", [citation(library, SH15), old]))).value == 0
    asked = case(gold=refs(SH15, SH11))
    assert metric.judge(asked, record(answer("x", [old]))).value == 1
    twin = citation(library, SH15).model_copy(update={"policy_id": "sh-aeo-2022"})
    assert metric.judge(case(), record(answer("x", [twin]))).value == 0
    assert metric.judge(case(), record(answer("x"))) is None


@pytest.mark.parametrize(
    ("asked", "given", "recall", "precision", "answered"),
    [
        (SILENT, record(refusal()), 1, 1, None),
        (SILENT, record(answer("？", outcome=Outcome.CLARIFICATION)), 1, 1, None),
        (SILENT, record(answer("2天")), 0, None, None),
        (SILENT, record(None, error="broken"), 0, None, None),
        (case(), record(refusal()), None, 0, 0),
        (case(), record(answer("2天")), None, None, 1),
        (case(), record(answer("2天", outcome=Outcome.PARTIAL)), None, None, 1),
        (case(), record(None, error="broken"), None, None, 0),
        (case(), record(answer("", outcome=Outcome.ERROR)), None, None, 0),
    ],
)
def test_refusals(asked, given, recall, precision, answered) -> None:
    metrics = (RefusalRecall(), RefusalPrecision(), NoFalseRefusal())
    found = [metric.judge(asked, given) for metric in metrics]
    assert [one.value if one else None for one in found] == [recall, precision, answered]


@pytest.mark.parametrize(
    ("kind", "reason", "value"),
    [
        ("unanswerable", Reason.OTHER_REGION, 1),
        ("unanswerable", Reason.OFF_TOPIC, 0),
        ("off_topic", Reason.OFF_TOPIC, 1),
        ("off_topic", Reason.NO_BASIS, 0),
        ("injection", Reason.INJECTION, 1),
        ("injection", Reason.NO_BASIS, 0),
        ("short", Reason.NO_BASIS, None),
    ],
)
def test_refusal_reasons_fit_the_type(kind, reason, value) -> None:
    judged = RefusalReason().judge(
        SILENT.model_copy(update={"type": kind}), record(refusal(reason))
    )
    assert (judged.value if judged else None) == value


def test_what_is_delivered_counts_refusals_as_nothing(library) -> None:
    asked = case(gold=refs(SH15, XM14), must_include=(("2个工作日",), ("3个工作日",)))
    for given, facts, articles in (
        (citing(library, SH15), 1 / 2, 1 / 2),
        (record(refusal()), 0, 0),
        (record(None, error="broken"), 0, 0),
    ):
        assert FactsDelivered().judge(asked, given).value == facts
        assert ArticlesDelivered().judge(asked, given).value == articles
        assert Completeness().judge(asked, given).value == 0
    whole = record(answer("2个工作日，3个工作日", citing(library, SH15, XM14).answer.citations))
    assert Completeness().judge(asked, whole).value == 1


def test_correct_is_all_or_nothing(library) -> None:
    correct = Correct((NoForbiddenFacts(), RightJurisdiction(library)))
    assert correct.judge(case(), citing(library, SH15)).value == 1
    assert correct.judge(case(), citing(library, SH15, SH11)).value == 1, "a surplus is no error"
    assert correct.judge(case(), citing(library, SH15, XM14)).value == 0
    assert correct.judge(case(must_not_include=("2个工作日",)), citing(library, SH15)).value == 0
    assert correct.judge(case(), citing(library, SH11)).value == 0
    assert correct.judge(case(), record(refusal())).value == 0
    assert correct.judge(SILENT, record(refusal())).value == 1
    assert correct.judge(SILENT, record(answer("2天"))).value == 0
    assert correct.judge(SILENT, record(None, error="broken")).value == 0


def test_names_are_unique_and_every_metric_has_a_chinese_label(library) -> None:
    metrics = evaluators(library)
    assert len({metric.name for metric in metrics}) == len(metrics)
    assert len({metric.label for metric in metrics}) == len(metrics)
    assert all("一" <= metric.label[0] <= "龥" for metric in metrics)
