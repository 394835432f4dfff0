"""The sides of a question: what it sets beside one another, and what each of them has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.enumerating.shelf import fold
from assistant.understanding.model import Contender, Scope, Understanding
from assistant.weighing.support import Candidate
from corpus.model import NATIONWIDE
from index.model import Filter
from index.text import normalise


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


# What a question quotes, or writes in signs: “1+N”, 7×24.
_LITERAL = re.compile(r"[“\"「‘']([^”\"」’']{2,12})[”\"」’']|([a-z\d]+[+×*x][a-z\d]+)")


def with_literal(
    chosen: Sequence[tuple[str, Sequence[Candidate]]],
    sides: Sequence[Side],
    understanding: Understanding,
) -> tuple[tuple[str, tuple[Candidate, ...]], ...]:
    """``chosen``, a side without any given the surest article that has what the question quotes."""
    quoted = _LITERAL.search(normalise(understanding.text))
    term = fold((quoted[1] or quoted[2]) if quoted else "")
    return tuple(
        (place, tuple(found) or _having(term, side.candidates))
        for (place, found), side in zip(chosen, sides, strict=True)
    )


def _having(term: str, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    found = (one for one in candidates if term and term in fold(one.evidence.article.text))
    return tuple(found)[:1]


def places_of(scope: Scope) -> tuple[str, ...]:
    """The places that ``scope`` names, whether they have documents or not."""
    national = (NATIONWIDE,) if scope.nationwide else ()
    return scope.jurisdictions + national + scope.elsewhere
