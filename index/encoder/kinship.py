"""How near the words of a question come to those of an article, word by word.

A text's vector is the sum of its words, so that a long article is near to everything a little. Here
every word of the question looks for the nearest one of the article (late interaction, Khattab and
Zaharia, ColBERT, 2020; with one vector a word, wherever it stands).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.encoder.features import Features, Ids
from index.encoder.table import StaticTable
from index.model import Matrix, Vector


@dataclass(frozen=True, slots=True, eq=False)
class AskedWords:
    """The distinct tokens of a question.

    Unit vectors (n × dimensions; zero for a token without one), what each weighs in the question
    (n, 1 together), and which of them are words (n): the others are pairs of characters.
    """

    vectors: Matrix
    weights: Vector
    are_words: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class ToldWords:
    """The tokens of the sentences of a text and of what stands above it, each once in a stretch.

    ``ids`` are the distinct ones of all; those of stretch ``i`` are
    ``ids[places[starts[i]:starts[i + 1]]]``, and none is empty. The first ``sentences`` stretches are
    sentences, a further one is what stands above.
    """

    ids: Ids
    places: Ids
    starts: Ids
    sentences: int


@dataclass(frozen=True, slots=True, eq=False)
class Kin:
    """A question beside a text: the cosine of every token of one with every token of the other
    (n × tokens), and what each token weighs in its stretch (1 together)."""

    cosines: Matrix
    weights: Vector
    starts: Ids

    def nearest(self) -> Matrix:
        """How near each stretch comes to each token of the question (n × stretches)."""
        return np.asarray(np.maximum.reduceat(self.cosines, self.starts, axis=1))

    def answered(self, stretch: int) -> float:
        """How near the question comes to the tokens of one stretch, these weighing what they weigh."""
        ends = (*self.starts.tolist()[1:], self.cosines.shape[1])
        part = slice(int(self.starts[stretch]), ends[stretch])
        return float(self.cosines[:, part].max(axis=0) @ self.weights[part])


class Kinship:
    """The tokens of a static encoder, compared one by one. Safe to share between threads."""

    def __init__(self, features: Features, table: StaticTable) -> None:
        self._features = features
        self._table = table.table
        # Whole numbers: a row that is not zero is at least one long.
        self._lengths = np.linalg.norm(table.table.astype(np.float32), axis=1).clip(min=1.0)
        self._asked = np.abs(table.query_gain.astype(np.float32)) * self._lengths
        self._told = np.abs(table.passage_gain.astype(np.float32)) * self._lengths

    def asked(self, text: str) -> AskedWords:
        """The tokens of a question in normal form."""
        ids = np.unique(self._features.ids([text])[0])
        weights = self._asked[ids]
        whole = weights.sum() or np.float32(1)
        return AskedWords(self._unit(ids), weights / whole, ids < self._features.words)

    def told(self, sentences: Sequence[str], above: str = "") -> ToldWords:
        """The tokens of a text's sentences and of what stands ``above`` it; without any, a stretch is
        left out."""
        *inside, head = map(np.unique, self._features.ids([*sentences, above]))
        found = [ids for ids in (*inside, head) if len(ids)]
        ends = np.cumsum([0, *map(len, found)])
        ids, places = np.unique(
            np.concatenate([*found, np.zeros(0, np.int64)]), return_inverse=True
        )
        return ToldWords(ids, places, ends[:-1], sum(map(bool, map(len, inside))))

    def between(self, asked: AskedWords, told: ToldWords) -> Kin:
        """The tokens of a question beside those of a text."""
        weights = self._told[told.ids][told.places]
        sums = np.add.reduceat(weights, told.starts) if len(told.starts) else weights
        lengths = np.diff(np.append(told.starts, len(told.places)))
        cosines = (asked.vectors @ self._unit(told.ids).T).take(told.places, axis=1)
        return Kin(cosines, weights / np.repeat(sums.clip(min=1e-9), lengths), told.starts)

    def _unit(self, ids: Ids) -> Matrix:
        rows: Matrix = self._table[ids].astype(np.float32)
        rows /= self._lengths[ids, None]
        return rows
