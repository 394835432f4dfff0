"""Does the assistant abstain when the article that answers is taken away?

For every question with one gold article, that article is hidden from the search, its similar
questions with it, and the question is asked again. Right is a refusal, or an answer that cites
only what the gold calls acceptable; anything else is an answer made from the wrong article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from eval.answerers import Answerer
from eval.cases import Case
from eval.library import Library
from eval.metrics.model import Judgement, listed
from eval.results import Record
from eval.runner import ask
from index.model import Filter, Hit
from index.search import HybridSearcher

# These are answered without a search: by the article's number, or from the document's head.
NOT_SEARCHED = frozenset({"addressing", "document_fact"})


class Blindfold:
    """A searcher that cannot see the ``hidden`` articles (``policy#label``).

    What it does not hide is the wrapped searcher's own.
    """

    def __init__(self, searcher: HybridSearcher) -> None:
        self._searcher = searcher
        self.hidden: frozenset[str] = frozenset()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._searcher, name)

    def search(
        self, query: str, k: int = 10, where: Filter | None = None, *, bare: int | None = None
    ) -> list[Hit]:
        """The hits of ``searcher`` without the hidden ones, still as many where there are enough."""
        more = len(self.hidden)
        wanted = None if bare is None else bare + more
        hits = self._searcher.search(query, k + more, where, bare=wanted)
        seen = [hit for hit in hits if hit.passage.article_id not in self.hidden]
        if bare is None:
            return seen[:k]
        asked = [hit for hit in seen if hit.question is not None][:k]
        others = [hit for hit in seen if hit.question is None][:bare]
        return sorted((*asked, *others), key=lambda hit: -hit.score)

    def as_searcher(self) -> HybridSearcher:
        """This object, for a door that asks for the concrete searcher."""
        return cast(HybridSearcher, self)


def applicable(cases: Iterable[Case]) -> tuple[Case, ...]:
    """The cases with exactly one gold article, found by searching."""
    return tuple(
        case
        for case in cases
        if case.answerable
        and len(case.gold_keys) == 1
        and case.gold[0].article > 0
        and case.type not in NOT_SEARCHED
    )


@dataclass(frozen=True, slots=True)
class Abstention:
    """One question asked without its article."""

    case: Case
    record: Record

    @property
    def judgement(self) -> Judgement:
        """1 for a refusal, or for citing acceptable articles only."""
        if self.record.failed:
            return Judgement(0.0, f"运行失败：{self.record.error or '内部错误'}")
        if self.record.abstained:
            return Judgement(1.0)
        wrong = self.record.cited - self.case.acceptable_keys
        if wrong or not self.record.cited:
            return Judgement(0.0, f"撤去条款后仍作答，引 {listed(wrong) or '无'}")
        return Judgement(1.0)


def leave_one_out(
    cases: Sequence[Case], answerer: Answerer, blindfold: Blindfold, library: Library
) -> Iterator[Abstention]:
    """Each applicable case asked without its gold article.

    Left out are those that reach it all the same: a follow-up by its number, a list by the structure of
    the documents. They were not searched for, and hiding it from the search tells nothing of them.
    """
    for case in applicable(cases):
        articles = library.articles(case.gold[0].key)
        blindfold.hidden = frozenset(article.id for article in articles)
        asked = Abstention(case, ask(case, answerer))
        if not case.gold_keys & asked.record.cited:
            yield asked
    blindfold.hidden = frozenset()
