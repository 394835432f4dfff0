"""The searcher: a question in, articles out, from three sides and by direct address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.addressing import Address, AddressBook
from index.dense import Scores, top
from index.fusion import Sides, Weights, fuse
from index.lexical import ARTICLE_FIELDS, QUESTION_FIELDS, Cut, Found, LexicalIndex
from index.model import Encoder, Filter, Hit, Matrix, Passage, Vector
from index.numbering import Numbering
from index.query import Query, QueryReader
from index.recogniser.recogniser import Heard, Recogniser
from index.records import Records, passage_of
from index.scopes import Scope, Scopes
from index.similar import Questions, RowNumbers, SimilarSide
from index.standing import Standings
from index.text import says_nothing

_DEPTH = 400
"""How many passages each side proposes at least; the fused order is settled among these."""

_REMEMBERED = 4096
"""Passages kept in memory: a city's documents whole, of a nation's laws the ones often found."""

_QUERIES = 32
"""Questions kept read and encoded: one is searched for in several scopes, one after the other."""

_FULL_PHRASE = 20.0
"""The BM25 score from which a similar question's words are a full match: without it, the best of
poor matches would count as much as the question itself."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a searcher works with, all of one version."""

    passages: Records
    vectors: Matrix
    similar: SimilarSide
    unsaid: SimilarSide
    lexical: LexicalIndex
    scopes: Scopes
    standings: Standings
    addresses: AddressBook
    numbering: Numbering
    encoder: Encoder
    reader: QueryReader
    recogniser: Recogniser
    weights: Weights


class _Prepared(NamedTuple):
    """A question read, as a vector, against the similar questions, what it addresses, and its terms."""

    read: Query
    vector: Vector
    asked: Scores
    addresses: tuple[Address, ...]
    terms: Cut


class HybridSearcher:
    """Finds articles for a question. Safe to share between threads."""

    def __init__(self, parts: Parts) -> None:
        rows = parts.passages.rows
        self._article = np.ascontiguousarray(rows["article"])
        weights = parts.weights.among(int(self._article[-1]) + 1 if len(rows) else 0)
        self._parts = replace(parts, weights=weights)
        self._policy = np.ascontiguousarray(rows["policy"])
        # A hundred hits read a hundred records; most are what others were shown before.
        self._passage = lru_cache(maxsize=_REMEMBERED)(self._read_passage)
        self._prepared = lru_cache(maxsize=_QUERIES)(self._prepare)
        self._found = lru_cache(maxsize=2 * _QUERIES)(parts.lexical.search)

    def search(
        self, query: str, k: int = 10, where: Filter | None = None, *, bare: int | None = None
    ) -> list[Hit]:
        """At most ``k`` hits, best first, an article once; what is addressed comes first.

        With ``bare`` the hits are the ``k`` best articles with enough similar questions and the
        ``bare`` best without: of two hundred questions one always comes near, so that a document nobody
        wrote any for would hardly be seen among those that have them. A question that says
        nothing finds nothing: every article would be as good as any other.
        """
        if says_nothing(query):
            return []
        parts = self._parts
        scope = parts.scopes.of(where)
        read, vector, asked, addresses, terms = self._prepared(query)
        depth = max(_DEPTH, 4 * k)
        addressed = self._addressed(addresses)
        dense = self._dense(vector, scope)
        wording = max(parts.weights.lexical, parts.weights.unasked)
        worded = self._lexical(terms, ARTICLE_FIELDS, wording, depth, scope)
        phrased = self._lexical(terms, QUESTION_FIELDS, parts.weights.phrased, depth, scope)
        if depth >= len(self._article):
            rows = np.arange(len(self._article))  # few passages: all of them are candidates
        else:
            likely = np.flatnonzero(np.isin(self._article, parts.similar.near(asked, depth)))
            rows = np.unique(
                np.concatenate([top(dense, depth), worded.rows, phrased.rows, likely, addressed])
            )
        if scope is not None:
            rows = rows[scope.mask[rows]]
        documents = [one.policy_id for one in addresses if one.number is None]
        standing = parts.standings.of(" ".join((read.text, *read.terms)), documents, where)
        policies = self._policy[rows]
        sides = Sides(
            dense=dense[rows],
            questions=parts.similar.nearest(asked, self._article[rows]),
            asked=parts.similar.enough(self._article[rows]),
            strength=worded.strength,
            lexical=worded.scaled(rows, depth),
            phrased=phrased.scaled(rows, depth, _FULL_PHRASE),
            place=standing.place[policies],
            named=standing.named[policies],
            ended=standing.ended[policies],
            addressed=np.isin(rows, addressed).astype(np.float32),
        )
        scores = fuse(parts.weights, sides)
        if bare is None:
            places = self._best_articles(rows, scores, k, np.ones(len(rows), np.bool_))
        else:
            places = np.concatenate(
                (
                    self._best_articles(rows, scores, k, sides.asked),
                    self._best_articles(rows, scores, bare, ~sides.asked),
                )
            )
            places = places[np.argsort(-scores[places], kind="stable")]
        return self._hits(places, rows, scores, sides, asked)

    def read(self, question: str) -> Query:
        """What a question is searched with: its normal form and the terms it means."""
        return self._parts.reader.read(question)

    def _prepare(self, query: str) -> _Prepared:
        """What a search needs of its words alone, whatever the scope."""
        parts, weights = self._parts, self._parts.weights
        read = parts.reader.read(query)
        vector = self._vector(read)
        said = dict.fromkeys(read.synonyms, weights.lexical_synonyms)
        said |= dict.fromkeys(read.terms, weights.lexical_terms) | {read.text: 1.0}
        return _Prepared(
            read,
            vector,
            parts.similar.scores(vector),
            parts.addresses.addressed(query),
            parts.lexical.cut(said),
        )

    def names(self, term: str) -> tuple[str, ...]:
        """What else a term is called."""
        return self._parts.reader.names(term)

    def questions_of(self, policy_id: str, number: int, label: str) -> Questions:
        """The similar questions of an article, none where nobody wrote any."""
        return self._questions(self._parts.similar, policy_id, number, label)

    def unsaid_of(self, policy_id: str, number: int, label: str) -> Questions:
        """What is asked around an article and answered by no document."""
        return self._questions(self._parts.unsaid, policy_id, number, label)

    def known_questions(self) -> tuple[Iterator[str], Iterator[str]]:
        """Every question that an article answers, and every one that an article leaves open."""
        return self._parts.similar.texts(), self._parts.unsaid.texts()

    def hear(self, query: str, vector: Vector) -> Heard:
        """Of which article a question is asked, as all known ones tell; ``vector`` is its own."""
        return self._parts.recogniser.hear(self.read(query).text, vector)

    def _questions(self, side: SimilarSide, policy_id: str, number: int, label: str) -> Questions:
        rows = self._labelled(self._parts.numbering.rows(policy_id, number), label)
        return side.questions(int(self._article[rows[0]]) if rows else None)

    def sample(self, size: int) -> Iterator[str]:
        """The words of at most ``size`` passages, evenly spread, with their similar questions."""
        count = len(self._parts.passages)
        for row in np.unique(np.linspace(0, count - 1, min(size, count)).astype(int)).tolist():
            passage = self._passage(row)
            asked = self.questions_of(passage.policy_id, passage.number, passage.label)
            yield "\n".join((passage.heading, passage.text, *passage.path, *asked.texts))

    def _vector(self, read: Query) -> Vector:
        """The question's vector, drawn a little towards what it means and what that is called."""
        weights = self._parts.weights
        said = [(read.text, 1.0)]
        said += [(" ".join(read.terms), weights.vector_terms)] if read.terms else []
        said += [(" ".join(read.synonyms), weights.vector_synonyms)] if read.synonyms else []
        vectors = self._parts.encoder.encode_queries([text for text, _ in said])
        vector: Vector = np.array([share for _, share in said], np.float32) @ vectors
        length = np.float32(np.linalg.norm(vector))
        return vector / length if length else vector

    def _dense(self, vector: Vector, scope: Scope | None) -> Scores:
        if not self._parts.weights.dense and not self._parts.weights.questions:
            return np.zeros(len(self._article), np.float32)
        # Not ``@``: BLAS would spread it over threads, which then fight for the processor.
        if scope is None:
            return np.asarray(np.vecdot(self._parts.vectors, vector), np.float32)
        scores = np.full(len(self._article), -np.inf, np.float32)
        for run in scope.runs:
            scores[run] = np.vecdot(self._parts.vectors[run], vector)
        scores[~scope.mask] = -np.inf
        return scores

    def _lexical(
        self, terms: Cut, fields: Sequence[str], weight: float, limit: int, scope: Scope | None
    ) -> Found:
        if not weight:
            return Found.nothing()
        if limit < len(self._article):
            return self._parts.lexical.search(
                terms, fields, limit, scope.lexical if scope else None
            )
        found = self._found(terms, fields, limit)  # few passages: all of them, for every scope
        return found if scope is None else found.within(scope.mask)

    def _addressed(self, addresses: Sequence[Address]) -> RowNumbers:
        """The rows of the articles that addresses name."""
        rows: list[int] = []
        for address in addresses:
            if address.number is not None:
                near = self._parts.numbering.rows(address.policy_id, address.number)
                rows += self._labelled(near, address.label)
        return np.array(rows, np.int64)

    def _labelled(self, rows: list[int], label: str | None) -> list[int]:
        """Of rows with one number, those of the label, or of the first article in print."""
        if label is None:
            return [row for row in rows if self._article[row] == self._article[rows[0]]]
        return [row for row in rows if self._passage(row).label == label]

    def _best_articles(
        self, rows: RowNumbers, scores: Scores, k: int, league: npt.NDArray[np.bool_]
    ) -> RowNumbers:
        """The places of the best passage of each of the ``k`` best articles of ``league``."""
        order = top(scores, len(scores))
        order = order[league[order]]
        _, first = np.unique(self._article[rows[order]], return_index=True)
        return order[np.sort(first)[:k]]

    def _hits(
        self, places: RowNumbers, rows: RowNumbers, scores: Scores, sides: Sides, asked: Scores
    ) -> list[Hit]:
        """The hits at ``places``, with what each side said of them."""
        found = rows[places]
        worded = np.maximum(sides.lexical, sides.phrased)
        said = zip(
            scores[places].tolist(),
            sides.dense[places].tolist(),
            worded[places].tolist(),
            sides.questions[places].tolist(),
            strict=True,
        )
        nearest = self._parts.similar.questions_nearest(asked, self._article[found])
        return [
            Hit(self._passage(row), score, _said(dense, lexical, questions), question)
            for row, (score, dense, lexical, questions), question in zip(
                found.tolist(), said, nearest, strict=True
            )
        ]

    def _read_passage(self, row: int) -> Passage:
        return passage_of(self._parts.passages.value(row))


def _said(dense: float, lexical: float, questions: float) -> dict[str, float]:
    """The scores of the sides that found an article, as ``Hit.scores`` has them."""
    said = {"dense": dense} if dense > 0 else {}
    if lexical > 0:
        said["lexical"] = lexical
    if questions > 0:  # not where an article has none: NaN
        said["questions"] = questions
    return said
