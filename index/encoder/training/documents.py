"""Every text that can answer: cut into clauses, each clause a bag of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.encoder.clauses import cut
from index.encoder.features import Features
from index.encoder.training.bags import Bags, Ints

LONGEST = 24
"""Clauses in a passage, about the 400 characters that an index passage has at most."""

_CHUNK = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Documents:
    """Texts as clauses.

    ``first`` has one entry per document and one more: document ``i`` has the clauses
    ``first[i]:first[i + 1]``. ``heads`` are the different heads, ``head`` says which one a
    document has; the last of ``heads`` is empty, for a text that stands alone.
    """

    clauses: Bags
    first: Ints
    heads: Bags
    head: Ints

    def __len__(self) -> int:
        return len(self.head)

    @property
    def lengths(self) -> Ints:
        """Clauses per document."""
        return np.diff(self.first)

    def windows(self, rows: Ints, rng: np.random.Generator) -> tuple[Ints, Ints]:
        """The clauses from where to where of every document: all, or a random stretch."""
        start, end = self.first[rows], self.first[rows + 1]
        spare = np.maximum(end - start - LONGEST, 0)
        start = start + (rng.random(len(rows)) * (spare + 1)).astype(np.int64)
        return start, np.minimum(end, start + LONGEST)

    def parts(self, rows: Ints) -> tuple[Ints, Ints, Ints]:
        """Every document cut into stretches: the document, from and to of each."""
        counts = np.maximum(1, -(-self.lengths[rows] // LONGEST))
        owner = np.repeat(rows, counts)
        first = np.repeat(np.cumsum(counts) - counts, counts)
        start = self.first[owner] + (np.arange(len(owner)) - first) * LONGEST
        return owner, start, np.minimum(start + LONGEST, self.first[owner + 1])


def bags_of(features: Features, texts: Sequence[str]) -> Bags:
    """One bag per text."""
    chunks = [
        Bags.of(features.ids(texts[start : start + _CHUNK]))
        for start in range(0, len(texts), _CHUNK)
    ]
    return Bags.join([*chunks, Bags.of([])])


def documents_of(features: Features, texts: Sequence[tuple[str, str]]) -> Documents:
    """Documents from pairs of head and body; an empty head is none."""
    cuts = [cut(body) for _, body in texts]
    first = np.zeros(len(texts) + 1, dtype=np.int64)
    np.cumsum([len(clauses) for clauses in cuts], out=first[1:])
    heads = sorted({head for head, _ in texts} - {""})
    numbers = {head: i for i, head in enumerate(heads)} | {"": len(heads)}
    head: npt.NDArray[np.int64] = np.array([numbers[head] for head, _ in texts], dtype=np.int64)
    clauses = bags_of(features, [clause for clauses in cuts for clause in clauses])
    return Documents(clauses, first, bags_of(features, [*heads, ""]), head)
