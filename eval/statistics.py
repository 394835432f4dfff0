"""How sure a measured mean is, and whether two runs differ by more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]

SEED = 20240115
RESAMPLES = 2000
PERMUTATIONS = 20_000
_EXACT_UP_TO = 12


@dataclass(frozen=True, slots=True)
class Estimate:
    """The mean of ``count`` values and its 95% bootstrap interval."""

    mean: float
    low: float
    high: float
    count: int


def estimate(values: Sequence[float], resamples: int = RESAMPLES) -> Estimate | None:
    """The mean and its percentile bootstrap interval, the same on every call; ``None`` if empty."""
    if not values:
        return None
    array = np.asarray(values, dtype=np.float64)
    mean = float(array.mean())
    if np.ptp(array) == 0:
        return Estimate(mean, mean, mean, len(array))
    drawn = np.random.default_rng(SEED).integers(0, len(array), (resamples, len(array)))
    low, high = np.percentile(array[drawn].mean(axis=1), (2.5, 97.5))
    return Estimate(mean, float(low), float(high), len(array))


@dataclass(frozen=True, slots=True)
class Difference:
    """The mean of ``after - before`` over the same cases, and how likely chance alone is.

    ``p`` is two-sided: the share of random exchanges of before and after, case by case, whose
    mean difference is at least as large.
    """

    mean: float
    low: float
    high: float
    p: float
    count: int

    @property
    def significant(self) -> bool:
        """Whether chance is an unlikely explanation, at 5%."""
        return self.p < 0.05


def difference(before: Sequence[float], after: Sequence[float]) -> Difference | None:
    """The paired difference of two runs over the same cases; ``None`` when there are none.

    Raises ``ValueError`` when the lengths differ.
    """
    if len(before) != len(after):
        raise ValueError(f"paired values differ in length: {len(before)} and {len(after)}")
    change = estimate([new - old for old, new in zip(before, after, strict=True)])
    if change is None:
        return None
    gaps = np.asarray(after, dtype=np.float64) - np.asarray(before, dtype=np.float64)
    return Difference(change.mean, change.low, change.high, _permutation_p(gaps), change.count)


def _permutation_p(gaps: Values) -> float:
    """Sign-flip test: exact for few changed cases, seeded random flips for many."""
    moved = gaps[gaps != 0]
    if not len(moved):
        return 1.0
    observed = abs(moved.sum()) - 1e-12
    if len(moved) <= _EXACT_UP_TO:
        signs = np.array(list(product((1.0, -1.0), repeat=len(moved))))
        return float((abs(signs @ moved) >= observed).mean())
    flips = np.random.default_rng(SEED).integers(0, 2, (PERMUTATIONS, len(moved))) * 2.0 - 1.0
    reached = int((abs(flips @ moved) >= observed).sum())
    return (reached + 1) / (PERMUTATIONS + 1)


PERCENTILES = (50, 90, 95, 99)


def percentiles(values: Sequence[float]) -> dict[str, float]:
    """``p50``, ``p90``, ``p95``, ``p99`` and ``max`` in the unit of ``values``; empty if none."""
    if not values:
        return {}
    found = np.percentile(np.asarray(values, dtype=np.float64), PERCENTILES)
    named = {f"p{at}": float(value) for at, value in zip(PERCENTILES, found, strict=True)}
    return {**named, "max": float(max(values))}
