"""The similar questions' side: how close the nearest question of each article comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from index.dense import Scores
from index.model import Matrix, Vector
from index.records import Records
from index.shortlist import Shortlist

RowNumbers = npt.NDArray[np.int64]


REMEMBERED = 1 << 15
"""Questions whose words stay in memory: all those of a city's documents."""

ENOUGH = 24
"""An article with fewer similar questions is judged as one without: they cover too few of the ways
to ask for it, and what is like none of them may still be what it rules."""


@dataclass(frozen=True, slots=True, eq=False)
class Questions:
    """The questions beside one article; row ``i`` of ``vectors`` (n × dimensions) is that of
    ``texts[i]``, and ``rows`` are where they stand among the questions of all articles."""

    texts: tuple[str, ...]
    vectors: Matrix
    rows: range


class SimilarSide:
    """Questions that belong to articles, with their vectors. Safe to share between threads."""

    def __init__(self, records: Records, vectors: Matrix) -> None:
        self._records = records
        # The nearest question is shown with every hit; the same few come again and again.
        self._words: Callable[[int], str] = lru_cache(maxsize=REMEMBERED)(records.value)
        self._vectors = vectors
        self._shortlist = Shortlist(vectors)
        # Questions of one article are neighbours: where each article's begin.
        self._articles, self._starts = np.unique(records.rows["article"], return_index=True)
        ends = np.append(self._starts, len(records))[1:]
        self._counts = ends - self._starts
        self._rows = {
            article: range(start, end)
            for article, start, end in zip(
                self._articles.tolist(), self._starts.tolist(), ends.tolist(), strict=True
            )
        }

    def scores(self, vector: Vector) -> Scores:
        """The cosine of every question, exact for the nearest."""
        return self._shortlist.scores(vector)

    def nearest(self, scores: Scores, articles: RowNumbers) -> Scores:
        """The best score of each of ``articles``; NaN for one without questions."""
        best = np.full(len(articles), np.nan, np.float32)
        if len(self._articles):
            by_article = np.maximum.reduceat(scores, self._starts)
            places, known = self._among(articles)
            best[known] = by_article[places[known]]
        return best

    def enough(self, articles: RowNumbers) -> npt.NDArray[np.bool_]:
        """Whether each of ``articles`` has enough questions to be judged by them."""
        counts = np.zeros(len(articles), np.int64)
        if len(self._articles):
            places, known = self._among(articles)
            counts[known] = self._counts[places[known]]
        return counts >= ENOUGH

    def _among(self, articles: RowNumbers) -> tuple[RowNumbers, npt.NDArray[np.bool_]]:
        """Where each of ``articles`` stands among those with questions, and whether it does."""
        places = np.minimum(np.searchsorted(self._articles, articles), len(self._articles) - 1)
        return places, self._articles[places] == articles

    def near(self, scores: Scores, limit: int) -> RowNumbers:
        """The articles of the ``limit`` nearest questions, or all where they are no more."""
        if limit >= len(self._articles):
            return self._articles.astype(np.int64)
        rows = np.argpartition(scores, -limit)[-limit:]
        return np.unique(self._records.rows["article"][rows]).astype(np.int64)

    def questions_nearest(self, scores: Scores, articles: RowNumbers) -> list[str | None]:
        """The words of the nearest question of each of ``articles``."""
        if not len(self._articles):
            return [None] * len(articles)
        best = np.repeat(np.maximum.reduceat(scores, self._starts), self._counts)
        rows = np.flatnonzero(scores >= best)  # with ties, several of an article
        first = rows[np.searchsorted(rows, self._starts)]
        places, known = self._among(articles)
        return [
            self._words(row) if has else None
            for row, has in zip(first[places].tolist(), known.tolist(), strict=True)
        ]

    def questions(self, article: int | None) -> Questions:
        """All questions of the article; none where it is ``None``."""
        rows = range(0) if article is None else self.rows(article)
        texts = tuple(self._records.value(row) for row in rows)
        return Questions(texts, np.array(self._vectors[rows.start : rows.stop]), rows)

    def texts(self) -> Iterator[str]:
        """The words of every question, article by article."""
        return map(self._records.value, range(len(self._records)))

    def rows(self, article: int) -> range:
        """Where the article's questions stand."""
        return self._rows.get(article, range(0))
