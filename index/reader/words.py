"""What the reader sees of words: the vectors that the static encoder learned for them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from index.encoder.features import Features, Ids
from index.encoder.table import StaticTable
from index.model import Matrix, Vector


class SeenWords:
    """The words of a static encoder, without its pairs of characters."""

    def __init__(self, features: Features, table: StaticTable) -> None:
        self._features = features
        self._table = table

    def of(self, texts: Sequence[str]) -> list[Ids]:
        """The words of every text, in order."""
        return [ids[ids < self._features.words] for ids in self._features.ids(texts)]

    def rows(self, words: Ids) -> Matrix:
        """Unit vectors (words × dimensions); zero for the unknown word."""
        rows: Matrix = self._table.table[words].astype(np.float32) / self._lengths[words, None]
        rows[words == 0] = 0
        return rows

    def inputs(self, words: Ids) -> Matrix:
        """Unit vectors, scaled so that a number is about 1, and two rarities (words × dimensions + 2)."""
        size = np.float32(np.sqrt(self._table.dimensions))
        return np.concatenate([self.rows(words) * size, self._rarities[words]], axis=1)

    def vector(self, words: Ids, *, asked: bool) -> Vector:
        """The unit vector of a text: its words, each counting what it does in a question or a passage."""
        return unit(self.gains[0 if asked else 1][words] @ self.rows(words))

    @cached_property
    def gains(self) -> tuple[Vector, Vector]:
        """How much every word counts in a question, and in a passage."""
        count = self._features.words
        asked, told = self._table.query_gain[:count], self._table.passage_gain[:count]
        return (
            np.abs(asked.astype(np.float32)) * self._lengths,
            np.abs(told.astype(np.float32)) * self._lengths,
        )

    @cached_property
    def _lengths(self) -> Vector:
        """How long the rows of all words are; at least one, so that an empty row stays empty."""
        rows = self._table.table[: self._features.words].astype(np.float32)
        lengths: Vector = np.linalg.norm(rows, axis=1).clip(min=1.0)
        return lengths

    @cached_property
    def _rarities(self) -> Matrix:
        """The logarithms of both gains, standardised over all words (words × 2)."""
        logs = np.log(np.stack(self.gains, axis=1) + 1e-4)
        known = logs[1:]
        return np.asarray((logs - known.mean(axis=0)) / known.std(axis=0), dtype=np.float32)


def unit(vector: Vector) -> Vector:
    """``vector`` at length one; nothing stays nothing."""
    length = np.linalg.norm(vector)
    return np.asarray(vector / length if length else vector)
