"""What the words of an article weigh, by how many articles there are."""

from __future__ import annotations

import pytest

from index.fusion import FEW, MANY, Weights


def test_words_weigh_less_the_more_articles_there_are() -> None:
    weights = Weights()
    of_size = [weights.among(size).unasked for size in (0, 122, FEW, 10_000, MANY, 150_000)]
    assert of_size[:3] == [weights.unasked_among_few] * 3
    assert of_size[4:] == pytest.approx([weights.unasked] * 2)
    assert weights.unasked < of_size[3] < weights.unasked_among_few


def test_nothing_else_changes() -> None:
    weights = Weights(dense=0.7)
    assert weights.among(122).dense == 0.7
    assert weights.among(122).lexical == weights.lexical
