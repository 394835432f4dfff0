"""How well questions find their articles: recall over the whole corpus, exact search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.encoder.training.bags import Ints
from index.encoder.training.material import Asked
from index.model import Encoder, Matrix

CUTS = (1, 5, 10, 100)
_BATCH = 256


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over the questions: recall at every cut, and the reciprocal rank within ten."""

    questions: int
    recall: Mapping[int, float]
    reciprocal_rank: float

    def __str__(self) -> str:
        recalls = " · ".join(f"R@{cut} {value:.3f}" for cut, value in self.recall.items())
        return f"{recalls} · MRR@10 {self.reciprocal_rank:.3f}（{self.questions} 问）"


def measure(
    encoder: Encoder, questions: Sequence[Asked], articles: Matrix, owners: Ints
) -> Figures:
    """Recall of ``questions`` among articles.

    Args:
        encoder: encodes the questions.
        questions: with the numbers of the articles that answer them.
        articles: unit vectors of all passages.
        owners: one article number per row of ``articles``.
    """
    recalls = np.zeros((len(questions), len(CUTS)))
    reciprocals = np.zeros(len(questions))
    for start in range(0, len(questions), _BATCH):
        batch = questions[start : start + _BATCH]
        scores = encoder.encode_queries([asked.question for asked in batch]) @ articles.T
        for row, asked in enumerate(batch, start=start):
            found = best_articles(scores[row - start], owners, max(CUTS))
            right = np.isin(found, asked.answers)
            total = max(len(asked.answers), 1)
            recalls[row] = [right[:cut].sum() / total for cut in CUTS]
            hits = np.flatnonzero(right[:10])
            reciprocals[row] = 1 / (hits[0] + 1) if len(hits) else 0.0
    means = recalls.mean(axis=0)
    recall = {cut: float(mean) for cut, mean in zip(CUTS, means, strict=True)}
    return Figures(len(questions), recall, float(reciprocals.mean()))


def best_articles(scores: npt.NDArray[np.float32], owners: Ints, count: int) -> Ints:
    """The ``count`` articles with the best passages, best first, an article once."""
    wide = min(len(scores) - 1, count * 8)
    nearest = np.argpartition(-scores, wide)[: wide + 1]
    ranked = owners[nearest[np.argsort(-scores[nearest], kind="stable")]]
    _, first = np.unique(ranked, return_index=True)
    return np.asarray(ranked[np.sort(first)][:count], dtype=np.int64)
