"""Where a training batch comes from: sources that draw questions with their passages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from index.encoder.training.bags import Bags, Ints
from index.encoder.training.documents import Documents

_DROPPED_HEADS = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Row by row a question, the passage that answers it, its head, and its document."""

    queries: Bags
    bodies: Bags
    heads: Bags
    documents: Ints

    @classmethod
    def join(cls, parts: list[Pairs]) -> Pairs:
        """All rows of all parts."""
        return cls(
            Bags.join([part.queries for part in parts]),
            Bags.join([part.bodies for part in parts]),
            Bags.join([part.heads for part in parts]),
            np.concatenate([part.documents for part in parts]),
        )


class Source(Protocol):
    """Draws ``count`` pairs."""

    def draw(self, count: int, rng: np.random.Generator) -> Pairs:
        """At random, repeatable by the generator."""
        ...


class Questions:
    """Questions with the documents that answer them.

    A question with several answers is drawn as often as the root of their number.
    """

    def __init__(
        self, documents: Documents, queries: Bags, rows: list[tuple[int, int, int]]
    ) -> None:
        self._documents = documents
        self._queries = queries
        table = np.array(rows, dtype=np.int64)
        self._query, self._answer = table[:, 0], table[:, 1]
        weight = table[:, 2] ** -0.5
        self._chance = weight / weight.sum()

    def draw(self, count: int, rng: np.random.Generator) -> Pairs:
        """Questions, each with one of its documents."""
        rows = rng.choice(len(self._query), count, p=self._chance)
        answers = self._answer[rows]
        bodies = self._documents.clauses.ranges(*self._documents.windows(answers, rng))
        heads = _heads(self._documents, answers, rng)
        return Pairs(self._queries.take(self._query[rows]), bodies, heads, answers)


class Cloze:
    """One to three clauses of a document ask for the document they were taken from.

    In ``kept`` of the rows the clauses also stay in the passage.
    """

    def __init__(self, documents: Documents, rows: Ints, kept: float = 0.3) -> None:
        self._documents = documents
        self._rows = rows[documents.lengths[rows] >= 2]
        self._kept = kept

    def draw(self, count: int, rng: np.random.Generator) -> Pairs:
        """Spans with the documents around them."""
        chosen = rng.choice(self._rows, count)
        start, end = self._documents.windows(chosen, rng)
        length = end - start
        wanted = 1 + (rng.random(count) < 0.4) + (rng.random(count) < 0.2)
        size = np.minimum(wanted, length - 1)
        first = start + (rng.random(count) * (length - size + 1)).astype(np.int64)
        clauses = self._documents.clauses
        bodies = clauses.ranges(start, end)
        gap = (clauses.offsets[first], clauses.offsets[first + size])
        taken = _inside(bodies, clauses.offsets[start], gap)
        stays = np.repeat(rng.random(count) < self._kept, np.diff(bodies.offsets))
        heads = _heads(self._documents, chosen, rng)
        query = clauses.ranges(first, first + size)
        return Pairs(query, bodies.thinned(~taken | stays), heads, chosen)


class Headings:
    """A document's head (title and chapters) asks for its body."""

    def __init__(self, documents: Documents, rows: Ints) -> None:
        self._documents = documents
        self._rows = rows

    def draw(self, count: int, rng: np.random.Generator) -> Pairs:
        """Heads with the bodies below them."""
        chosen = rng.choice(self._rows, count)
        documents = self._documents
        bodies = documents.clauses.ranges(*documents.windows(chosen, rng))
        nothing = np.full(count, len(documents.heads) - 1)
        heads = documents.heads.take(documents.head[chosen])
        return Pairs(heads, bodies, documents.heads.take(nothing), chosen)


def draw_batch(
    sources: Mapping[str, Source], mix: Mapping[str, int], rng: np.random.Generator
) -> Pairs:
    """As many pairs of every source as ``mix`` says, in the order of ``mix``."""
    return Pairs.join([sources[name].draw(count, rng) for name, count in mix.items()])


def _heads(documents: Documents, rows: Ints, rng: np.random.Generator) -> Bags:
    """The heads of the documents; some are left out, so that bodies also stand alone."""
    none = len(documents.heads) - 1
    left_out = rng.random(len(rows)) < _DROPPED_HEADS
    return documents.heads.take(np.where(left_out, none, documents.head[rows]))


def _inside(bags: Bags, origin: Ints, gap: tuple[Ints, Ints]) -> npt.NDArray[np.bool_]:
    """Which tokens of ``bags``, each cut from ``origin`` on, lie in its gap."""
    sizes = np.diff(bags.offsets)
    position = np.arange(len(bags.ids)) + np.repeat(origin - bags.offsets[:-1], sizes)
    after = position >= np.repeat(gap[0], sizes)
    inside: npt.NDArray[np.bool_] = after & (position < np.repeat(gap[1], sizes))
    return inside
