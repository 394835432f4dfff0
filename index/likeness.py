"""How like two questions are in their very characters, rare ones counting more.

A vector of meaning puts “退税几天” beside “退税要哪些材料”: the subject is the same. Which of the two a
question is closer to shows in its wording. Texts are compared by the cosine of their character
pairs, weighted by how rare they are (inverse document frequency, Spärck Jones 1972).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from index.hashing import BUCKETS, Codes, hashed_pairs
from index.model import Vector

_NONE = np.zeros(0, np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """Texts as hashed pairs: those of text ``i`` are ``codes[starts[i]:starts[i + 1]]``.

    ``lengths`` are the lengths of their weighted vectors.
    """

    codes: Codes
    starts: Codes
    lengths: Vector


class Likeness:
    """Compares texts, with weights from how often known texts have a pair. Safe to share."""

    def __init__(self, known: Iterable[str]) -> None:
        codes, starts = hashed_pairs(list(known))
        seen = np.bincount(codes, minlength=BUCKETS)
        rarity = np.log((len(starts) + 1.5) / (seen + 0.5))
        self._weights = rarity.clip(min=0.01).astype(np.float32)

    def lines(self, texts: Sequence[str]) -> Lines:
        """Texts made ready to be compared with."""
        codes, starts = hashed_pairs(texts)
        if not len(starts):
            return Lines(codes, starts, _NONE)
        squares = np.add.reduceat(self._weights[codes] ** 2, starts)
        return Lines(codes, starts, np.sqrt(squares))

    def asked(self, text: str) -> Wording:
        """A text made ready to compare others with."""
        codes = np.unique(hashed_pairs([text])[0])
        weights = np.zeros(BUCKETS, np.float32)
        weights[codes] = self._weights[codes] ** 2
        return Wording(weights, float(np.sqrt(weights[codes].sum())))


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """One text to compare others with: the squared weight of each pair it has, and its length."""

    weights: Vector
    length: float

    def cosines(self, lines: Lines) -> Vector:
        """The cosine with each text, 0 to about 1."""
        if not len(lines.starts):
            return _NONE
        shared = np.add.reduceat(self.weights.take(lines.codes), lines.starts)
        return np.asarray(shared / (lines.lengths * self.length), np.float32)
