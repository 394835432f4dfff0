"""The sides of a question: what it sets beside one another, and what each of them has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.support import Candidate
from assistant.understanding.model import Contender, Scope, Understanding
from corpus.model import NATIONWIDE
from index.model import Filter


@dataclass(frozen=True, slots=True)
class Side:
    """One place or document (or the whole collection, ``place`` empty), and what it has."""

    place: str
    candidates: tuple[Candidate, ...]


def documents_of(one: Contender, understanding: Understanding) -> Filter:
    """Where to search for what the documents of ``one`` say."""
    return Filter(as_of=understanding.as_of, policy_ids=frozenset(one.policies))


def surest_of_each(searches: Iterable[Sequence[Candidate]]) -> tuple[Candidate, ...]:
    """Every candidate of ``searches`` once, as sure as the surest of them, the surest first."""
    best: dict[str, Candidate] = {}
    for one in (one for found in searches for one in found):
        known = best.get(one.evidence.article.id)
        if known is None or one.support > known.support:
            best[one.evidence.article.id] = one
    return tuple(sorted(best.values(), key=lambda one: -one.support))


def places_of(scope: Scope) -> tuple[str, ...]:
    """The places that ``scope`` names, whether they have documents or not."""
    national = (NATIONWIDE,) if scope.nationwide else ()
    return scope.jurisdictions + national + scope.elsewhere
