"""The shortlist against whole vectors: the nearest exactly, the best ones the same."""

from __future__ import annotations

import numpy as np
import pytest

from index.model import Matrix
from index.shortlist import NEAREST, SMALL, Shortlist

DIMENSIONS = 64


def _vectors(count: int) -> Matrix:
    """Unit vectors of which a few directions hold most, as those of texts do."""
    chance = np.random.default_rng(20261128)
    spread = np.geomspace(1.0, 0.05, DIMENSIONS)
    rows = (chance.standard_normal((count, DIMENSIONS)) * spread).astype(np.float32)
    vectors: Matrix = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return vectors


@pytest.mark.parametrize("count", [0, 1, SMALL - 1, SMALL, 3 * SMALL])
def test_the_best_are_those_of_whole_vectors(count: int) -> None:
    vectors = _vectors(count)
    for vector in _vectors(20):
        told, whole = Shortlist(vectors).scores(vector), vectors @ vector
        best = np.argsort(-whole)[:10]
        assert told.shape == whole.shape
        assert np.argsort(-told)[:10].tolist() == best.tolist()
        assert told[best] == pytest.approx(whole[best], abs=1e-5)


def test_what_is_far_stays_far() -> None:
    vectors = _vectors(2 * SMALL)
    told = Shortlist(vectors).scores(vectors[5])
    far = np.argsort(vectors @ vectors[5])[: len(vectors) // 2]
    assert told[far].max() < np.sort(told)[-NEAREST]


def test_a_vector_of_nothing_is_like_nothing() -> None:
    assert not Shortlist(_vectors(SMALL)).scores(np.zeros(DIMENSIONS, np.float32)).any()
