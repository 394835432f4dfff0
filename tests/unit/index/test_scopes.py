from __future__ import annotations

import numpy as np
import pytest

from index.scopes import _runs


def covered(mask: np.ndarray) -> np.ndarray:
    seen = np.zeros(len(mask), bool)
    for run in _runs(mask):
        assert not seen[run].any()
        seen[run] = True
    return seen


@pytest.mark.parametrize("seed", range(20))
def test_the_stretches_cover_the_whole_mask_and_no_long_gap(seed: int) -> None:
    random = np.random.default_rng(seed)
    lengths = random.integers(1, 600, 40)
    mask = np.repeat(random.random(40) < 0.5, lengths)
    seen = covered(mask)
    assert (seen | ~mask).all()
    extra = np.diff(np.flatnonzero(np.diff(seen & ~mask, prepend=False, append=False)))[::2]
    assert (extra < 256).all()


def test_nothing_and_everything() -> None:
    assert _runs(np.zeros(5, bool)) == ()
    assert _runs(np.ones(5, bool)) == (slice(0, 5),)
    assert _runs(np.array([True, False, True])) == (slice(0, 3),)
