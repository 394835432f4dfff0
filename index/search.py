"""The searcher: a question in, articles out, from three sides and by direct address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.addressing import Address, AddressBook
from index.dense import Scores, top
from index.fusion import Weights, fuse
from index.lexical import Found, LexicalIndex
from index.model import Encoder, Filter, Hit, Matrix
from index.query import Query, QueryReader
from index.records import Records, passage_of
from index.scopes import Scope, Scopes

_DEPTH = 400
"""How many passages each side proposes at least; the fused order is settled among these."""

_ADDRESSED = 10.0
"""Added to the score of an article that the question names by its number."""

RowNumbers = npt.NDArray[np.int64]
Vector = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a searcher works with, all of one version."""

    passages: Records
    questions: Records
    vectors: Matrix
    question_vectors: Matrix
    lexical: LexicalIndex
    scopes: Scopes
    addresses: AddressBook
    policy_ids: tuple[str, ...]
    encoder: Encoder
    reader: QueryReader
    weights: Weights


@dataclass(frozen=True, slots=True)
class _Asked:
    """The similar question nearest to the question, for each article that has any."""

    scores: dict[int, float]
    rows: dict[int, int]


class HybridSearcher:
    """Finds articles for a question. Safe to share between threads."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._article = np.ascontiguousarray(parts.passages.rows["article"])
        self._number = np.ascontiguousarray(parts.passages.rows["number"])
        policies = parts.passages.rows["policy"]
        first = np.searchsorted(policies, np.arange(len(parts.policy_ids) + 1))
        self._rows_of = {
            policy: (int(first[i]), int(first[i + 1])) for i, policy in enumerate(parts.policy_ids)
        }

    def search(self, query: str, k: int = 10, where: Filter | None = None) -> list[Hit]:
        """At most ``k`` hits, best first, an article once; what is addressed comes first."""
        parts = self._parts
        scope = parts.scopes.of(where)
        read = parts.reader.read(query)
        vector = self._vector(read)
        dense = self._dense(vector, scope)
        found = self._lexical(read, max(_DEPTH, 4 * k), scope)
        asked = self._asked(vector)
        named = self._addressed(parts.addresses.addressed(query), scope)
        likely = np.flatnonzero(np.isin(self._article, list(asked.rows)))
        near = top(dense, max(_DEPTH, 4 * k))
        rows = np.unique(np.concatenate([near, found.rows, named, likely]))
        if scope is not None:
            rows = rows[scope.mask[rows]]
        lexical = _spread(found, rows)
        questions = np.array(
            [asked.scores.get(article, 0.0) for article in self._article[rows].tolist()], np.float32
        )
        scores = fuse(parts.weights, dense[rows], lexical, questions)
        scores += _ADDRESSED * np.isin(rows, named)
        return self._hits(k, rows, scores, (dense[rows], lexical, questions), asked)

    def read(self, question: str) -> Query:
        """What a question is searched with: its normal form and the terms it means."""
        return self._parts.reader.read(question)

    def questions_of(self, policy_id: str, number: int, label: str) -> tuple[str, ...]:
        """The similar questions of an article, none where nobody wrote any."""
        start, end = self._rows_of.get(policy_id, (0, 0))
        near = start + np.flatnonzero(self._number[start:end] == number)
        rows = self._labelled(near.tolist(), label)
        if not rows:
            return ()
        article = self._article[rows[0]]
        first, last = np.searchsorted(self._parts.questions.rows["article"], [article, article + 1])
        return tuple(self._parts.questions.value(row) for row in range(int(first), int(last)))

    def sample(self, size: int) -> Iterator[str]:
        """The words of at most ``size`` passages, evenly spread, with their similar questions."""
        count = len(self._parts.passages)
        for row in np.unique(np.linspace(0, count - 1, min(size, count)).astype(int)).tolist():
            passage = passage_of(self._parts.passages.value(row))
            asked = self.questions_of(passage.policy_id, passage.number, passage.label)
            yield "\n".join((passage.heading, passage.text, *passage.path, *asked))

    def _vector(self, read: Query) -> Vector:
        weight = self._parts.weights.dense_terms
        if not read.terms or not weight:
            alone: Vector = self._parts.encoder.encode_queries([read.text])[0]
            return alone
        own, meant = self._parts.encoder.encode_queries([read.text, " ".join(read.terms)])
        vector: Vector = own + np.float32(weight) * meant
        length = np.float32(np.linalg.norm(vector))
        return vector / length if length else vector

    def _dense(self, vector: Vector, scope: Scope | None) -> Scores:
        scores: Scores = self._parts.vectors @ vector
        if scope is not None:
            scores[~scope.mask] = -np.inf
        return scores

    def _lexical(self, read: Query, limit: int, scope: Scope | None) -> Found:
        weights = dict.fromkeys(read.terms, self._parts.weights.lexical_terms) | {read.text: 1.0}
        return self._parts.lexical.search(weights, limit, scope.lexical if scope else None)

    def _asked(self, vector: Vector) -> _Asked:
        asked = _Asked({}, {})
        if not len(self._parts.questions):
            return asked
        scores = self._parts.question_vectors @ vector
        articles = self._parts.questions.rows["article"]
        for row in np.argsort(scores)[-_DEPTH:].tolist():  # ascending: the best one stays
            article = int(articles[row])
            asked.scores[article], asked.rows[article] = float(scores[row]), row
        return asked

    def _addressed(self, addresses: Iterable[Address], scope: Scope | None) -> RowNumbers:
        """The rows of the addressed articles that the scope lets through."""
        rows: list[int] = []
        for address in addresses:
            start, end = self._rows_of.get(address.policy_id, (0, 0))
            if address.number is not None:
                near = start + np.flatnonzero(self._number[start:end] == address.number)
                rows += self._labelled(near.tolist(), address.label)
        kept = np.array(rows, np.int64)
        return kept[scope.mask[kept]] if scope is not None else kept

    def _labelled(self, rows: list[int], label: str | None) -> list[int]:
        """Of rows with one number, those of the label, or of the first article in print."""
        if label is None:
            return [row for row in rows if self._article[row] == self._article[rows[0]]]
        return [row for row in rows if self._parts.passages.value(row)[2] == label]

    def _hits(
        self,
        k: int,
        rows: RowNumbers,
        scores: Scores,
        sides: tuple[Scores, Scores, Scores],
        asked: _Asked,
    ) -> list[Hit]:
        hits: dict[int, Hit] = {}
        for place in top(scores, len(scores)).tolist():
            article = int(self._article[rows[place]])
            if article in hits:
                continue
            if len(hits) == k:
                break
            said = {
                name: float(side[place])
                for name, side in zip(("dense", "lexical", "questions"), sides, strict=True)
                if side[place] > 0
            }
            question = asked.rows.get(article)
            hits[article] = Hit(
                passage=passage_of(self._parts.passages.value(int(rows[place]))),
                score=float(scores[place]),
                scores=said,
                question=None if question is None else self._parts.questions.value(question),
            )
        return list(hits.values())


def _spread(found: Found, rows: RowNumbers) -> Scores:
    """The lexical scores of ``rows``; 0 where the lexical side did not propose a row."""
    scores = np.zeros(len(rows), np.float32)
    order = np.argsort(found.rows)
    places = np.searchsorted(found.rows, rows, sorter=order)
    places = order[np.minimum(places, len(order) - 1)] if len(order) else places
    if len(order):
        hit = found.rows[places] == rows
        scores[hit] = found.scores[places[hit]]
    return scores
