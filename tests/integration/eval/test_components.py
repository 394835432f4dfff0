"""Each component evaluation on the real parts."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from assistant.wiring import build_assistant
from eval.cases import TUNE, load_cases
from eval.components import COMPONENTS, Material
from eval.components.retrieval import measured
from eval.leave_one_out import Blindfold, applicable, leave_one_out
from eval.library import Library
from tests.unit.eval.making import case, refs

CASES = load_cases(TUNE)


@pytest.fixture(scope="module")
def material(settings, library) -> Material:
    return Material(settings, library, CASES[::9])


def test_the_parser_finds_every_article_and_loses_no_character(material) -> None:
    for check in COMPONENTS["parser"](material):
        assert check.value == 1, f"{check.label}: {check.misses}"
        assert check.count > 0


def test_a_parser_that_loses_or_invents_is_noticed(library, settings) -> None:
    whole = next(one for one in library.policies if one.id == "sh-aeo-2024")
    lossy = SimpleNamespace(
        id=whole.id,
        source=whole.source,
        parts=whole.parts[:-2] + whole.parts[-1:],
        articles=whole.articles[:10] + whole.articles[11:],
    )
    fallen = [
        check.label
        for check in COMPONENTS["parser"](Material(settings, Library([lossy]), ()))
        if check.value < 1
    ]
    assert fallen == ["条数与已知相符", "逐字不漏：各部分首尾相接、铺满全文", "序号连续"]


@pytest.mark.parametrize(
    ("name", "least"), [("understanding", 0.5), ("retrieval", 0.6), ("refusal", 0.3)]
)
def test_a_component_is_measured_and_names_its_misses(material, name, least) -> None:
    checks = COMPONENTS[name](material)
    assert len({check.label for check in checks}) == len(checks)
    for check in checks:
        assert 0 <= check.value <= 1
        assert bool(check.misses) == (check.value < 1), check.label
    assert sum(check.value for check in checks) / len(checks) > least


def test_true_sentences_pass_the_verification_and_false_ones_do_not(library, settings) -> None:
    some = Library([one for one in library.policies if one.metadata.jurisdiction != "上海市"])
    found = COMPONENTS["verification"](Material(settings, some, ()))
    checks = {check.label: check for check in found}
    assert checks["原文句子放行"].value > 0.97
    for label, check in checks.items():
        assert check.count > 5, label
        assert check.value > 0.9, f"{label}: {check.misses}"


def test_retrieval_measures_are_fractions_worked_by_hand() -> None:
    cases = [
        case(id="a", gold=refs(("p", 1), ("p", 2))),
        case(id="b", gold=refs(("p", 3))),
    ]
    run = {"a": {"p#1": 3.0, "p#9": 2.0, "p#2": 1.0}, "b": {"p#8": 2.0, "p#3": 1.0}}
    found = {check.label: check.value for check in measured("全库", cases, run)}
    assert found["全库 R@1"] == pytest.approx((1 / 2 + 0) / 2)
    assert found["全库 R@3"] == pytest.approx(1)
    assert found["全库 Success@1"] == pytest.approx(1 / 2)
    assert found["全库 RR@10"] == pytest.approx((1 + 1 / 2) / 2)


def test_without_its_article_a_question_is_mostly_refused(settings, library) -> None:
    worn: list[Blindfold] = []

    def blind(searcher):
        worn.append(Blindfold(searcher))
        return worn[0].as_searcher()

    assistant = build_assistant(settings, searching=blind)
    cases = applicable(CASES)[::12]
    found = list(leave_one_out(cases, assistant, worn[0], library))
    for one in found:
        assert one.case.gold[0].key not in one.record.cited, "the hidden article was cited"
    assert sum(one.judgement.value for one in found) / len(found) > 0.5
    assert worn[0].hidden == frozenset()
