from __future__ import annotations

import math

import pytest

from assistant.phrasing import PRIOR, Phrasing
from index.coverage import Terms


def terms(*words: str) -> Terms:
    return Terms(frozenset(words), frozenset())


def test_the_weight_of_one_word_is_its_log_odds() -> None:
    phrasing = Phrasing([terms("几天")] * 3, [terms("材料")] * 3)
    odds = (3 + PRIOR) / PRIOR  # three against none, both kinds of the same size
    assert phrasing.weight(terms("材料")) == pytest.approx(math.log(odds))
    assert phrasing.weight(terms("几天")) == pytest.approx(-math.log(odds))


def test_words_that_say_the_same_do_not_count_in_full() -> None:
    phrasing = Phrasing([terms("几天")] * 3, [terms("材料", "表格")] * 3)
    one, both = phrasing.weight(terms("材料")), phrasing.weight(terms("材料", "表格"))
    assert both == pytest.approx(one * math.sqrt(2))


def test_the_sizes_of_the_two_kinds_are_made_equal() -> None:
    phrasing = Phrasing([terms("退税")] * 30, [terms("退税")] * 3)
    assert phrasing.weight(terms("退税")) == pytest.approx(0, abs=0.2)


def test_a_word_met_once_or_never_tells_nothing() -> None:
    phrasing = Phrasing([terms("几天")], [terms("材料")])
    assert phrasing.weight(terms("材料", "别的")) == 0.0
    assert Phrasing([], []).weight(terms("材料")) == 0.0
