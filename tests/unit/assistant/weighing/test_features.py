"""Evidence of articles found together, each against the best of them."""

from __future__ import annotations

import pytest

from assistant.weighing.features import COMPARED, compared


def seen(dense: float, pairs: float) -> dict[str, float]:
    return dict.fromkeys(COMPARED, 0.5) | {"dense": dense, "pairs": pairs}


def test_each_stays_behind_the_best_and_the_best_leads_the_second() -> None:
    first, second, third = compared([seen(0.6, 0.1), seen(0.4, 0.3), seen(0.1, 0.2)])
    assert first["dense_behind"] == 0
    assert third["dense_behind"] == pytest.approx(-0.5)
    assert [one["pairs_behind"] for one in (first, second)] == pytest.approx([-0.2, 0.0])
    assert [one["ahead"] for one in (first, second, third)] == pytest.approx([0.2, 0, 0])


def test_one_alone_leads_by_all_it_has_and_none_are_none() -> None:
    assert compared([]) == []
    assert compared([seen(0.6, 0.1)])[0]["ahead"] == pytest.approx(0.6)
