from __future__ import annotations

import numpy as np
import pytest

from assistant.neighbours import SHARPNESS, cosines, votes

NEAR = np.array([[1.0, 0.0]], np.float32)
FAR = np.array([[0.0, 1.0]], np.float32)
NONE = np.zeros((0, 2), np.float32)
QUESTION = np.array([1.0, 0.0], np.float32)


def test_the_nearer_group_has_the_greater_share_of_the_votes() -> None:
    near, far = votes(cosines(QUESTION, [NEAR, FAR]))
    assert near.near == pytest.approx(1.0)
    assert far.near == pytest.approx(0.0)
    assert near.share == pytest.approx(1 / (1 + np.exp(-SHARPNESS)))
    assert near.share + far.share == pytest.approx(1.0)


def test_a_group_without_questions_has_no_vote() -> None:
    near, none = votes(cosines(QUESTION, [NEAR, NONE]))
    assert (none.near, none.share) == (0.0, 0.0)
    assert near.share == 1.0
    assert [one.share for one in votes(cosines(QUESTION, [NONE, NONE]))] == [0.0, 0.0]


def test_of_many_questions_the_nearest_three_tell_how_near() -> None:
    rows = np.array([[1.0, 0], [0.9, 0], [0.8, 0], [0.1, 0], [-1.0, 0]], np.float32)
    (one,) = votes(cosines(QUESTION, [rows]))
    assert one.near == pytest.approx(0.9)
