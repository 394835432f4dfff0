"""What a question asks beyond the name of a document, and which article says so.

Every article of a document shares the words of its title: “市内免税店的提货点设在哪” is near to all
that rules duty-free shops, and only 提货点设在哪 tells one from another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from assistant.composing.quoting import Prepared, SentenceRanker
from index.coverage import Rarity, Terms, Weighed
from index.model import Vector
from index.text import normalise

# A stretch of the title this long is a part of the document's name.
_PART = 2
# Titles kept in normal form.
TITLES = 4096
# Fewer characters than this ask for nothing: then the question counts whole.
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Beyond:
    """The vector and the character pairs of what a question asks beyond a document's title."""

    vector: Vector
    pairs: Weighed

    def evidence(self, prepared: Prepared, text: Terms) -> dict[str, float]:
        """How near the nearest sentence of an article comes, and the share of the pairs it has."""
        nearest = np.vecdot(prepared.vectors, self.vector).max(initial=0.0)
        return {"own_sentence": float(nearest), "own_pairs": self.pairs.covered(text.pairs)}


def beyond(question: str, ranker: SentenceRanker, rarity: Rarity) -> Callable[[str], Beyond]:
    """What ``question`` asks beyond a title; what is left of it by several titles is read once."""
    asked = normalise(question)

    @cache
    def read(own: str) -> Beyond:
        return Beyond(ranker.encode(own)[0], rarity.weighed(Terms.of(own).pairs))

    @cache
    def of(title: str) -> Beyond:
        return read(_left(asked, _plain(title)))

    return of


def without_title(question: str, title: str) -> str:
    """``question`` without the stretches that stand in ``title``; whole where nothing is left."""
    return _left(normalise(question), _plain(title))


_plain = lru_cache(maxsize=TITLES)(normalise)


def _left(asked: str, name: str) -> str:
    left, place = list[str](), 0
    while place < len(asked):
        end = place
        while end < len(asked) and not asked[end].isspace() and asked[place : end + 1] in name:
            end += 1
        if end - place < _PART:
            left.append(asked[place])
            end = place + 1
        place = end
    own = "".join(left)
    return own if sum(map(str.isalnum, own)) >= _LEAST else asked
