"""Reading a question beside an article: is this the article that states what is asked?

A vector knows the subject of a question, and tokens compared one by one know its words; whether the
article says how long, how much or who, only a reader of both can tell.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load_file

from index.encoder.clauses import cut
from index.encoder.features import Features, Ids
from index.encoder.table import Floats, StaticTable
from index.model import Matrix, Vector
from index.reader.network import Network

OWN_WEIGHTS = Path(__file__).parent / "weights"
"""The project's own weights, with their card."""
WEIGHTS_FILE, CONFIG_FILE = "model.safetensors", "config.json"

LONGEST_QUESTION, LONGEST_HEAD, LONGEST_PART = 40, 24, 128
"""Words read of a question, of what stands above an article, and of one part of it."""

_HEAD, _BODY, _QUESTION = 0, 1, 2
_HEAD_WEIGHT = np.float32(0.5)


class Reading(NamedTuple):
    """What the reader makes of an article, as log odds: ``first``, that it is the one among
    several that answers; ``stated``, that what is asked stands in it at all."""

    first: float
    stated: float


@dataclass(frozen=True, slots=True, eq=False)
class ReadQuestion:
    """A question, read by itself: its states (1 + words × numbers) and its vector."""

    states: Matrix
    vector: Vector


@dataclass(frozen=True, slots=True, eq=False)
class ReadArticle:
    """An article, read by itself in parts: the states (words × numbers) of each, and vectors
    (parts × dimensions) to tell which of them a question is about."""

    parts: tuple[npt.NDArray[np.float16], ...]
    vectors: Matrix

    def nearest(self, question: ReadQuestion) -> Matrix:
        """The states of the part that the question is nearest to."""
        best = 0 if len(self.parts) == 1 else int((self.vectors @ question.vector).argmax())
        states: Matrix = self.parts[best].astype(np.float32)
        return states


class Reader:
    """Reads with the words of a static encoder. Safe to share between threads."""

    def __init__(self, features: Features, table: StaticTable, network: Network) -> None:
        self._features = features
        self._table = table
        self._network = network

    @classmethod
    def load(cls, features: Features, table: StaticTable, folder: Path = OWN_WEIGHTS) -> Reader:
        """The weights of ``folder``, over the words that they were trained with."""
        config = json.loads((folder / CONFIG_FILE).read_text("utf-8"))
        weights = {
            name: part.astype(np.float32) for name, part in load_file(folder / WEIGHTS_FILE).items()
        }
        return cls(features, table, Network(weights, config["heads"]))

    def question(self, text: str) -> ReadQuestion:
        """A question, read by itself."""
        words = self._words([text])[0][:LONGEST_QUESTION]
        states = self._network.question(self._inputs(words), _QUESTION)
        return ReadQuestion(states, self._vector(words, self._gains[0]))

    def article(self, above: str, text: str) -> ReadArticle:
        """An article and what stands ``above`` it, read in parts of whole clauses."""
        head, *clauses = self._words([above, *cut(text)])
        parts = _parts(clauses)
        title = _HEAD_WEIGHT * self._vector(head[:LONGEST_HEAD], self._gains[1])
        vectors = [_unit(self._vector(part, self._gains[1]) + title) for part in parts]
        return ReadArticle(
            tuple(self._part(head[:LONGEST_HEAD], part) for part in parts), np.stack(vectors)
        )

    def read(self, question: ReadQuestion, articles: Sequence[ReadArticle]) -> list[Reading]:
        """The question beside each of the articles, in the part that it is nearest to."""
        if not articles:
            return []
        states = [article.nearest(question) for article in articles]
        return [
            Reading(*map(float, row)) for row in self._network.verdicts(question.states, states)
        ]

    def _part(self, head: Ids, part: Ids) -> npt.NDArray[np.float16]:
        if not len(head) + len(part):
            head = np.zeros(1, np.int64)  # the unknown word, which has no vector
        words = np.concatenate([head, part])
        places = np.concatenate([np.arange(len(head)), LONGEST_HEAD + np.arange(len(part))])
        kinds = np.repeat([_HEAD, _BODY], [len(head), len(part)])
        return self._network.passage(self._inputs(words), places, kinds).astype(np.float16)

    def _words(self, texts: Sequence[str]) -> list[Ids]:
        """The words of every text, without its pairs of characters."""
        return [ids[ids < self._features.words] for ids in self._features.ids(texts)]

    def _inputs(self, words: Ids) -> Matrix:
        """What the network sees of words: unit vectors, scaled, and two rarities."""
        size = np.float32(np.sqrt(self._table.dimensions))
        return np.concatenate([self._rows(words) * size, self._rarities[words]], axis=1)

    def _vector(self, words: Ids, gains: Vector) -> Vector:
        return _unit(gains[words] @ self._rows(words))

    def _rows(self, words: Ids) -> Matrix:
        """Unit vectors of words; zero for the unknown one."""
        rows: Matrix = self._table.table[words].astype(np.float32) / self._lengths[words, None]
        rows[words == 0] = 0
        return rows

    @cached_property
    def _lengths(self) -> Vector:
        """How long the rows of all words are; at least one, so that an empty row stays empty."""
        rows = self._table.table[: self._features.words].astype(np.float32)
        lengths: Vector = np.linalg.norm(rows, axis=1).clip(min=1.0)
        return lengths

    @cached_property
    def _gains(self) -> tuple[Vector, Vector]:
        """How much every word counts in a question, and in a passage."""
        count = self._features.words
        asked, told = self._table.query_gain[:count], self._table.passage_gain[:count]
        return (
            np.abs(asked.astype(np.float32)) * self._lengths,
            np.abs(told.astype(np.float32)) * self._lengths,
        )

    @cached_property
    def _rarities(self) -> Matrix:
        """The logarithms of both gains, standardised over all words (words × 2)."""
        logs = np.log(np.stack(self._gains, axis=1) + 1e-4)
        known = logs[1:]
        return np.asarray((logs - known.mean(axis=0)) / known.std(axis=0), dtype=np.float32)


def _parts(clauses: Sequence[Ids]) -> list[Ids]:
    """Clauses joined to parts of at most ``LONGEST_PART`` words; at least one part."""
    parts: list[list[Ids]] = [[]]
    for clause in (clause[:LONGEST_PART] for clause in clauses):
        if parts[-1] and sum(map(len, parts[-1])) + len(clause) > LONGEST_PART:
            parts.append([])
        parts[-1].append(clause)
    return [np.concatenate([*part, np.zeros(0, np.int64)]) for part in parts]


def _unit(vector: Floats) -> Vector:
    length = np.linalg.norm(vector)
    return np.asarray(vector / length if length else vector)
