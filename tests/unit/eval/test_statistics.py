"""Intervals and significance against values worked out by hand."""

from __future__ import annotations

import pytest

from eval.statistics import difference, estimate, percentiles


def test_the_mean_lies_in_its_interval_and_repeats_exactly() -> None:
    values = [1.0] * 70 + [0.0] * 30
    first = estimate(values)
    assert first == estimate(values)
    assert first.mean == pytest.approx(0.7)
    # The normal approximation: 0.7 ± 1.96 · sqrt(0.7 · 0.3 / 100) = 0.610 … 0.790.
    assert first.low == pytest.approx(0.610, abs=0.015)
    assert first.high == pytest.approx(0.790, abs=0.015)


def test_equal_values_have_no_spread_and_none_have_no_estimate() -> None:
    assert estimate([1.0, 1.0]).low == 1.0
    assert estimate([]) is None


def test_few_changes_are_tested_exactly() -> None:
    # Three cases won, none lost: all signs alike in 2 of 2³ flips.
    found = difference([0, 0, 0, 1], [1, 1, 1, 1])
    assert found.mean == 0.75
    assert found.p == 2 / 8
    assert not found.significant
    # Six won: 2 of 2⁶.
    assert difference([0] * 6, [1] * 6).p == 2 / 64
    # One won, one lost: every flip is at least as far from nothing.
    assert difference([0, 1], [1, 0]).p == 1.0


def test_no_change_is_no_evidence() -> None:
    found = difference([1, 0, 1], [1, 0, 1])
    assert (found.mean, found.p) == (0, 1.0)


def test_many_changes_are_tested_by_chance_but_repeatably() -> None:
    before, after = [0.0] * 40 + [1.0] * 60, [1.0] * 40 + [1.0] * 50 + [0.0] * 10
    found = difference(before, after)
    assert found == difference(before, after)
    assert found.significant
    assert found.mean == pytest.approx(0.3)
    even = difference([0.0] * 20 + [1.0] * 20, [1.0] * 20 + [0.0] * 20)
    assert even.p > 0.8


def test_pairs_must_be_pairs() -> None:
    with pytest.raises(ValueError, match="length"):
        difference([1.0], [1.0, 0.0])
    assert difference([], []) is None


def test_percentiles() -> None:
    found = percentiles([float(value) for value in range(1, 102)])
    assert found == {"p50": 51, "p90": 91, "p95": 96, "p99": 100, "max": 101}
    assert percentiles([]) == {}
