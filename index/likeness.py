"""How like two questions are in their very characters, rare ones counting more.

A vector of meaning puts “退税几天” beside “退税要哪些材料”: the subject is the same. Which of the two a
question is closer to shows in its wording. Texts are compared by the cosine of their character
pairs, weighted by how rare they are (inverse document frequency, Spärck Jones 1972).
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from index.hashing import BUCKETS, hashed_pairs
from index.model import Vector


class Likeness:
    """Compares a text with known ones, by how often these have a pair. Safe to share.

    The known texts stand pair by pair: a question has some twenty pairs, and is compared with all
    texts that have any of them in less time than with ten articles' texts one by one.
    """

    def __init__(self, *groups: Iterable[str]) -> None:
        texts = [list(group) for group in groups]
        self._ends = np.cumsum([len(group) for group in texts])[:-1]
        codes, starts = hashed_pairs([text for group in texts for text in group])
        seen = np.bincount(codes, minlength=BUCKETS)
        rarity = np.log((len(starts) + 1.5) / (seen + 0.5))
        self._squares = rarity.clip(min=0.01).astype(np.float32) ** 2
        text = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(codes))))
        self._having = text[np.argsort(codes, kind="stable")].astype(np.int32)
        self._places = np.concatenate(([0], np.cumsum(seen)))
        self._lengths = np.sqrt(np.bincount(text, self._squares[codes], len(starts)))

    def asked(self, text: str) -> list[Vector]:
        """The cosine of ``text`` with each text of every group, 0 to about 1."""
        codes = np.unique(hashed_pairs([text])[0])
        squares = self._squares[codes]
        begins, ends = self._places[codes], self._places[codes + 1]
        having = [
            self._having[begin:end]
            for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)
        ]
        shared = np.bincount(
            np.concatenate(having), np.repeat(squares, ends - begins), len(self._lengths)
        )
        length = np.sqrt(squares.sum())
        return np.split((shared / (self._lengths * length)).astype(np.float32), self._ends)
