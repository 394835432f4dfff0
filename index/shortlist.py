"""Cosines of many vectors at half the price: few numbers tell most, all of them settle the nearest.

Reading the vectors from memory is what a comparison costs. Their principal components (Pearson,
1901) hold most of what tells them apart, so the leading ones are read of every vector, and the
whole vector only of those that come near.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np

from index.dense import Scores
from index.model import Matrix, Vector

# Fewer vectors than these are compared whole in less time than it takes to choose among them.
SMALL = 8192
# Of 256 numbers the 48 leading components, and some 512 of the nearest by them, whose cosines are made
# exact: of 1,691 gold questions the best article is that of whole vectors in 0.991, the five best ones
# are the same in 0.949 (32 and 1,024: 0.991 and 0.932).
COMPONENTS = 48
NEAREST = 512
# What is near is told by the scores of every eighth vector: sorting all of them costs more than it tells.
_SAMPLED = 8


class Shortlist:
    """Compares one vector with all of ``vectors``. Safe to share between threads."""

    def __init__(self, vectors: Matrix) -> None:
        self._vectors = np.asarray(vectors)  # a memory map's own indexing costs more

    @cached_property
    def _short(self) -> tuple[Matrix, Matrix] | None:
        """The axes as columns and the vectors along them, one row an axis; made when first asked.

        ``None`` for few vectors.
        """
        axes = _axes(self._vectors) if len(self._vectors) >= SMALL else None
        if axes is None:
            return None
        return axes, np.ascontiguousarray((self._vectors @ axes).T, np.float32)

    def scores(self, vector: Vector) -> Scores:
        """The cosines: exact for the nearest, approximate for the others."""
        if self._short is None:
            return np.asarray(np.vecdot(self._vectors, vector), np.float32)
        axes, short = self._short
        # The service keeps BLAS to one thread; spread over more, many callers' products would fight.
        scores = np.asarray((vector @ axes) @ short, np.float32)
        sample = scores[::_SAMPLED]
        least = np.partition(sample, -(NEAREST // _SAMPLED))[-(NEAREST // _SAMPLED)]
        near = np.flatnonzero(scores >= least)
        scores[near] = np.vecdot(self._vectors[near], vector)
        return scores


def _axes(vectors: Matrix) -> Matrix | None:
    """The leading principal components as columns; ``None`` where there are too few to leave out."""
    if vectors.shape[1] <= COMPONENTS:
        return None
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    leading: Matrix = np.ascontiguousarray(axes[:, ::-1][:, :COMPONENTS], np.float32)
    return leading
