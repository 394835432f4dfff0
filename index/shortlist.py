"""Cosines of many vectors at half the price: few numbers tell most, all of them settle the nearest.

Reading the vectors from memory is what a comparison costs. Their principal components (Pearson,
1901) hold most of what tells them apart, so the leading ones are read of every vector, and the
whole vector only of those that come near.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
import numpy.typing as npt

from index.dense import Scores
from index.model import Matrix, Vector

# Fewer vectors than these are compared whole in less time than it takes to choose among them.
SMALL = 8192
# Of 256 numbers the 32 leading components, and the nearest by them, whose cosines are made exact:
# of 1,224 gold questions the best article is that of whole vectors in all cases, the five best ones
# are the same in 0.974. Fewer components are read in less time, and leave the rest in the cache.
COMPONENTS = 32
NEAREST = 1024
# Rows multiplied at once: BLAS keeps to one thread for a matrix of at most 9,216 numbers. Spread
# over threads, the products of many callers would fight for the processor.
_BLOCK = 9216 // COMPONENTS


class Shortlist:
    """Compares one vector with all of ``vectors``. Safe to share between threads."""

    def __init__(self, vectors: Matrix) -> None:
        self._vectors = np.asarray(vectors)  # a memory map's own indexing costs more

    @cached_property
    def _short(self) -> tuple[Matrix, npt.NDArray[np.float32]] | None:
        """The axes and the vectors along them in blocks, made when first asked.

        ``None`` for few vectors.
        """
        axes = _axes(self._vectors) if len(self._vectors) >= SMALL else None
        return None if axes is None else (axes, _blocks(self._vectors @ axes))

    def scores(self, vector: Vector) -> Scores:
        """The cosines: exact for the nearest, approximate for the others."""
        if self._short is None:
            return np.asarray(np.vecdot(self._vectors, vector), np.float32)
        axes, short = self._short
        scores: Scores = np.matmul(short, vector @ axes).ravel()[: len(self._vectors)]
        near = np.argpartition(scores, -NEAREST)[-NEAREST:]
        scores[near] = np.vecdot(self._vectors[near], vector)
        return scores


def _blocks(rows: Matrix) -> npt.NDArray[np.float32]:
    """Blocks × rows × numbers, the last block filled up with zeros."""
    blocks = np.zeros((-(-len(rows) // _BLOCK), _BLOCK, rows.shape[1]), np.float32)
    blocks.reshape(-1, rows.shape[1])[: len(rows)] = rows
    return blocks


def _axes(vectors: Matrix) -> Matrix | None:
    """The leading principal components as columns; ``None`` where there are too few to leave out."""
    if vectors.shape[1] <= COMPONENTS:
        return None
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    leading: Matrix = np.ascontiguousarray(axes[:, ::-1][:, :COMPONENTS], np.float32)
    return leading
