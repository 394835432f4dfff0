"""Reading a question beside an article: is this the article that states what is asked?

A vector knows the subject of a question, and tokens compared one by one know its words; whether the
article says how long, how much or who, only a reader of both can tell.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load_file

from index.encoder.clauses import cut
from index.encoder.features import Features, Ids
from index.encoder.table import StaticTable
from index.model import Matrix, Vector
from index.reader.network import Network
from index.reader.parts import HEAD_WEIGHT, LONGEST_HEAD, LONGEST_QUESTION, Kind, parts_of
from index.reader.words import SeenWords, unit

OWN_WEIGHTS = Path(__file__).parent / "weights"
"""The project's own weights, with their card."""
WEIGHTS_FILE, CONFIG_FILE = "model.safetensors", "config.json"


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

    def __init__(self, words: SeenWords, network: Network) -> None:
        self._words = words
        self._network = network

    @classmethod
    def load(cls, features: Features, table: StaticTable, folder: Path = OWN_WEIGHTS) -> Reader:
        """The weights of ``folder``, over the words that they were trained with."""
        config = json.loads((folder / CONFIG_FILE).read_text("utf-8"))
        kept = load_file(folder / WEIGHTS_FILE)
        weights = {name: part.astype(np.float32) for name, part in kept.items()}
        return cls(SeenWords(features, table), Network(weights, config["heads"]))

    def question(self, text: str) -> ReadQuestion:
        """A question, read by itself."""
        words = self._words.of([text])[0][:LONGEST_QUESTION]
        states = self._network.question(self._words.inputs(words), Kind.QUESTION)
        return ReadQuestion(states, self._words.vector(words, asked=True))

    def article(self, above: str, text: str) -> ReadArticle:
        """An article and what stands ``above`` it, read in parts of whole clauses."""
        head, *clauses = self._words.of([above, *cut(text)])
        head, parts = head[:LONGEST_HEAD], parts_of(clauses)
        title = np.float32(HEAD_WEIGHT) * self._words.vector(head, asked=False)
        vectors = [unit(self._words.vector(part, asked=False) + title) for part in parts]
        return ReadArticle(tuple(self._part(head, part) for part in parts), np.stack(vectors))

    def read(self, question: ReadQuestion, articles: Sequence[ReadArticle]) -> list[Reading]:
        """The question beside each of the articles, in the part that it is nearest to."""
        if not articles:
            return []
        states = [article.nearest(question) for article in articles]
        verdicts = self._network.verdicts(question.states, states)
        return [Reading(*map(float, verdict)) for verdict in verdicts]

    def _part(self, head: Ids, part: Ids) -> npt.NDArray[np.float16]:
        if not len(head) + len(part):
            head = np.zeros(1, np.int64)  # the unknown word, which has no vector
        places = np.concatenate([np.arange(len(head)), LONGEST_HEAD + np.arange(len(part))])
        kinds = np.repeat([Kind.HEAD, Kind.BODY], [len(head), len(part)])
        inputs = self._words.inputs(np.concatenate([head, part]))
        return self._network.passage(inputs, places, kinds).astype(np.float16)
