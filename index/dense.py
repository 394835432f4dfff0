"""The dense side: exact cosines over memory-mapped vectors.

A metadata filter in Chroma costs tens of milliseconds at a hundred thousand passages; one
matrix-vector product and a mask cost a few, and miss nothing.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.model import Matrix

Scores = npt.NDArray[np.float32]
Positions = npt.NDArray[np.int64]


def vectors_path(directory: Path, name: str) -> Path:
    """Where a version keeps the vectors of a collection: rows of float32 without a header."""
    return directory / f"{name}.f32"


def open_vectors(directory: Path, name: str, dimensions: int) -> Matrix:
    """The vectors of a collection, one row per record, mapped into memory."""
    path = vectors_path(directory, name)
    if path.stat().st_size == 0:  # an empty file cannot be mapped
        return np.zeros((0, dimensions), np.float32)
    vectors: Matrix = np.memmap(path, np.float32, "r").reshape(-1, dimensions)
    return vectors


def top(scores: Scores, limit: int) -> Positions:
    """The positions of the ``limit`` highest scores, best first; ties go to the earlier one."""
    if limit < len(scores):
        best = np.argpartition(scores, -limit)[-limit:]
    else:
        best = np.arange(len(scores))
    ordered: Positions = best[np.lexsort((best, -scores[best]))]
    return ordered
