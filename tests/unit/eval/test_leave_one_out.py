"""Hiding an article: what is hidden, which cases it is asked for, and what counts as right."""

from __future__ import annotations

import pytest

from eval.leave_one_out import Abstention, Blindfold, applicable, leave_one_out
from index.model import Hit, Passage
from tests.unit.eval.making import answer, case, citation, record, refs, refusal


def hit(policy: str, number: int, question: str | None = None) -> Hit:
    label = f"第{number}条"
    passage = Passage(
        id=f"{policy}#{label}@0", policy_id=policy, label=label, number=number, part=0, start=0,
        title="", doc_number=None, path=(), heading="", text="", jurisdiction="全国",
    )  # fmt: skip
    return Hit(passage, 1.0 / number, question=question)


class Five:
    """A searcher that always finds the same articles: five, and five with similar questions."""

    def search(self, query, k=10, where=None, *, bare=None):
        found = [hit("p", number) for number in range(1, 6)]
        if bare is None:
            return found[:k]
        asked = [hit("q", number, "相似问") for number in range(1, 6)]
        return sorted((*found[:bare], *asked[:k]), key=lambda one: -one.score)

    def questions_of(self, policy_id, number, label):
        return ("相似问",)


def test_the_hidden_article_is_gone_and_another_takes_its_place() -> None:
    blindfold = Blindfold(Five())
    assert [one.passage.number for one in blindfold.search("x", 3)] == [1, 2, 3]
    blindfold.hidden = frozenset({"p#第2条"})
    assert [one.passage.number for one in blindfold.search("x", 3)] == [1, 3, 4]
    assert [one.passage.number for one in blindfold.search("x")] == [1, 3, 4, 5]
    assert blindfold.questions_of("p", 1, "第1条") == ("相似问",)


def test_hiding_leaves_as_many_of_either_kind() -> None:
    blindfold = Blindfold(Five())
    blindfold.hidden = frozenset({"p#第1条", "q#第2条"})
    found = [one.passage.article_id for one in blindfold.search("x", 2, bare=3)]
    assert sorted(found) == ["p#第2条", "p#第3条", "p#第4条", "q#第1条", "q#第3条"]


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({}, True),
        ({"type": "addressing"}, False),
        ({"type": "document_fact"}, False),
        ({"gold": refs(("sh-aeo-2024", 0))}, False),
        ({"gold": refs(("sh-aeo-2024", 15), ("xm-aeo-2024", 14))}, False),
        ({"gold": (), "must_include": (), "answerable": False}, False),
    ],
)
def test_cases_with_one_article_found_by_searching_are_asked(fields, asked) -> None:
    assert bool(applicable([case(**fields)])) is asked


def test_right_is_a_refusal_or_what_is_acceptable(library) -> None:
    asked = case(acceptable=refs(("sh-port-2023", 3)))
    port, other = citation(library, ("sh-port-2023", 3)), citation(library, ("xm-aeo-2024", 14), 2)
    for given, value in (
        (refusal(), 1),
        (answer("2个工作日", [port]), 1),
        (answer("3个工作日", [port, other]), 0),
        (answer("想当然", []), 0),
        (None, 0),
    ):
        found = Abstention(asked, record(given, error=None if given else "坏"))
        assert found.judgement.value == value, given
    wrong = Abstention(asked, record(answer("x", [port, other])))
    assert "xm-aeo-2024#14" in wrong.judgement.why


def test_what_reaches_the_hidden_article_without_a_search_is_left_out(library) -> None:
    near, other = case(id="near"), case(id="other")

    class Answerer:
        def ask(self, question):
            key = ("sh-aeo-2024", 15 if question.id == "near" else 11)
            return answer("……", [citation(library, key)])

    blindfold = Blindfold(Five())
    found = list(leave_one_out([near, other], Answerer(), blindfold, library))
    assert [one.case.id for one in found] == ["other"]
    assert not blindfold.hidden
