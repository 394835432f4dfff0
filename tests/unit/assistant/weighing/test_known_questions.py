"""Known questions speak for and against an article, the nearer ones louder."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.weighing.known_questions import SHARPNESS, Voice, Voices, cosines, neighbours, voice
from index.model import Vector

NOBODY = Voice(0.0, 0.0)
QUESTION = np.array([1.0, 0.0], np.float32)


def alike(*values: float) -> Vector:
    return np.array(values, np.float32)


def test_the_nearer_group_has_the_greater_share_of_the_votes() -> None:
    near = Voices(voice(alike(1.0)), NOBODY, NOBODY, voice(alike(0.5)))
    far = Voices(NOBODY, voice(alike(0.0)), NOBODY, voice(alike(0.5)))
    one, other = neighbours([near, far], NOBODY)
    assert one.said.share == pytest.approx(1 / (1 + np.exp(-SHARPNESS)))
    assert one.said.share + other.unsaid.share == pytest.approx(1.0)
    assert one.unsaid_so.share == other.unsaid_so.share == pytest.approx(0.5)


def test_other_authorities_vote_against_every_article() -> None:
    (one,) = neighbours([Voices(voice(alike(0.5)), NOBODY, NOBODY, NOBODY)], voice(alike(0.5)))
    assert one.said.share == one.elsewhere.share == pytest.approx(0.5)
    assert one.evidence()["elsewhere_votes"] == one.elsewhere.share


def test_a_group_without_questions_has_no_vote() -> None:
    assert voice(alike()) == NOBODY
    (one,) = neighbours([Voices(NOBODY, NOBODY, NOBODY, NOBODY)], NOBODY)
    assert set(one.evidence().values()) == {0.0}


def test_of_many_questions_the_nearest_three_tell_how_near() -> None:
    assert voice(alike(1.0, 0.9, 0.8, 0.1, -1.0)).near == pytest.approx(0.9)
    rows = np.array([[1.0, 0.0], [0.0, 1.0]], np.float32)
    assert cosines(QUESTION, rows).tolist() == [1.0, 0.0]
