"""How much of a question an article's words cover, rare words counting more.

A cosine says that two texts are alike; coverage says whether the thing asked for is named at
all. Terms are words and character pairs, weighted by inverse document frequency (Spärck Jones
1972) over a sample of the collection: a thousand articles tell common words from rare ones.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.text import normalise
from index.words import pairs, words

SAMPLE = 2_000


@dataclass(frozen=True, slots=True)
class Terms:
    """The distinct words and character pairs of a text."""

    words: frozenset[str]
    pairs: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Terms:
        """The terms of ``text`` in normal form."""
        plain = normalise(text)
        return cls(frozenset(words(plain)), frozenset(pairs(plain)))

    def __or__(self, other: Terms) -> Terms:
        return Terms(self.words | other.words, self.pairs | other.pairs)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The terms of a question with what each weighs, and the weight of all."""

    weights: Mapping[str, float]
    whole: float

    def covered(self, present: frozenset[str]) -> float:
        """The weight of the terms that are ``present``, over the weight of all: 0 to 1."""
        if not self.whole:
            return 0.0
        found = [weight for term, weight in self.weights.items() if term in present]
        return sum(found) / self.whole


class Rarity:
    """The weight of a term: the logarithm of how few documents have it."""

    def __init__(self, documents: Iterable[Terms]) -> None:
        self._seen: Counter[str] = Counter()
        self._documents = 0
        for document in documents:
            self._seen.update(document.words | document.pairs)
            self._documents += 1

    def weight(self, term: str) -> float:
        """Above 0; highest for a term that no document of the sample has."""
        return math.log((self._documents + 1.5) / (self._seen[term] + 0.5))

    def unknown(self, terms: Iterable[str]) -> frozenset[str]:
        """The terms that no document of the sample has."""
        return frozenset(term for term in terms if not self._seen[term])

    def weighed(self, terms: Iterable[str]) -> Weighed:
        """``terms`` with their weights."""
        weights = {term: self.weight(term) for term in terms}
        return Weighed(weights, sum(weights.values()))
