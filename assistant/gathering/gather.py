"""Gathers the articles that a list is made of from those that a search has found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from assistant.composing.quoting import Prepared, SentenceRanker
from assistant.enumerating.documents import within
from assistant.enumerating.shelf import Shelf
from assistant.gathering.evidence import About, Asked, Weight, among, measures, named
from assistant.gathering.membership import Membership, threshold
from assistant.gathering.topic import topic_of
from assistant.understanding.model import Understanding
from assistant.weighing.support import Candidate
from corpus.model import Article

REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Member:
    """A candidate, what tells that it belongs to the list, and how surely it does."""

    candidate: Candidate
    features: dict[str, float]
    sure: float


class Gatherer:
    """Tells how surely articles belong to a list. Safe to share between threads."""

    def __init__(
        self,
        ranker: SentenceRanker,
        weight: Weight,
        shelf: Shelf,
        prepared: Callable[[str, str, int], Prepared],
        model: Membership,
    ) -> None:
        self._ranker = ranker
        self._weight = weight
        self._shelf = shelf
        self._prepared = prepared
        self._model = model
        self._about = lru_cache(maxsize=REMEMBERED)(self._read)

    def weigh(
        self, understanding: Understanding, candidates: Sequence[Candidate]
    ) -> tuple[Member, ...]:
        """The candidates within the documents that the list is taken from, the surest first.

        None where too little is known of them: the model was learned from articles with similar
        questions.
        """
        where = within(understanding, self._shelf)
        inside = [
            one
            for one in candidates
            if one.evidence.article.number > 0
            and (where is None or one.policy_id in where.policies)
        ]
        if not inside or not all(one.asked for one in inside):
            return ()
        asked = self._asked(where.rest if where else understanding.text, understanding.text)
        abouts = [self._of(one.evidence.article) for one in inside]
        seen = [
            measures(asked, about, one.support, self._weight)
            for about, one in zip(abouts, inside, strict=True)
        ]
        names = [named(asked, about) for about in abouts]
        features = among(seen, names, np.stack([about.prepared.whole for about in abouts]))
        members = [
            Member(one, told, self._model.probability(told))
            for one, told in zip(inside, features, strict=True)
        ]
        return tuple(sorted(members, key=lambda member: -member.sure))

    def _asked(self, rest: str, text: str) -> Asked:
        terms = topic_of(rest)
        ways = [" ".join(terms), text, *(terms if len(terms) > 1 else ())]
        return Asked(terms, np.concatenate([self._ranker.encode(one) for one in ways]))

    def _of(self, article: Article) -> About:
        return self._about(article.policy_id, article.label, article.number)

    def _read(self, policy_id: str, label: str, number: int) -> About:
        prepared = self._prepared(policy_id, label, number)
        article = prepared.evidence.article
        chapter = article.path[-1] if article.path else ""
        return About.of(prepared, self._ranker.passages((article.heading, chapter)))


def belonging(members: Sequence[Member], *, least: float = 0.0) -> list[Candidate]:
    """The candidates on the list, each at least as sure as ``least``."""
    enough = max(least, threshold([one.sure for one in members]))
    return [one.candidate for one in members if one.sure >= enough]
