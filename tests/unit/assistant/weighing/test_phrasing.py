from __future__ import annotations

import math
from pathlib import Path

import pytest

from assistant.weighing.phrasing import PRIOR, Known, Phrasing, Worded, focus_of
from index.coverage import Terms

NOTHING = Terms.of("")


def terms(*words: str) -> Terms:
    return Terms(frozenset(words), frozenset())


def known(*words: str, answered: bool, article: Terms = NOTHING) -> Known:
    return Known(Worded(terms(*words), NOTHING), article, answered)


def whole(phrasing: Phrasing, *words: str) -> float:
    return phrasing.asked(Worded(terms(*words), NOTHING)).evidence(NOTHING)["whole"]


def learned(*questions: Known) -> Phrasing:
    return Phrasing.learn(questions)


def test_the_weight_of_one_word_is_its_log_odds() -> None:
    phrasing = learned(*[known("几天", answered=True)] * 3, *[known("材料", answered=False)] * 3)
    odds = (3 + PRIOR) / PRIOR  # three against none, both kinds of the same size
    assert whole(phrasing, "材料") == pytest.approx(math.log(odds))
    assert whole(phrasing, "几天") == pytest.approx(-math.log(odds))


def test_words_that_say_the_same_do_not_count_in_full() -> None:
    phrasing = learned(
        *[known("几天", answered=True)] * 3, *[known("材料", "表格", answered=False)] * 3
    )
    one, both = whole(phrasing, "材料"), whole(phrasing, "材料", "表格")
    assert both == pytest.approx(one * math.sqrt(2))


def test_the_sizes_of_the_two_kinds_are_made_equal() -> None:
    phrasing = learned(*[known("退税", answered=True)] * 30, *[known("退税", answered=False)] * 3)
    assert whole(phrasing, "退税") == pytest.approx(0, abs=0.2)


def test_a_word_met_once_or_never_tells_nothing() -> None:
    phrasing = learned(known("几天", answered=True), known("材料", answered=False))
    assert whole(phrasing, "材料", "别的") == 0.0
    assert whole(learned(), "材料") == 0.0


def test_words_that_the_article_has_are_not_held_against_it() -> None:
    asked_in_vain = [known("费用", answered=False)] * 3
    phrasing = learned(*[known("几天", answered=True)] * 3, *asked_in_vain)
    question = Worded(terms("费用"), NOTHING)
    assert phrasing.asked(question).evidence(terms("退税"))["left"] > 1
    assert phrasing.asked(question).evidence(terms("费用"))["left"] == 0.0


@pytest.mark.parametrize(
    ("text", "focus"),
    [
        ("退税的申请表在哪里下载", "退税的申请表在哪里下载"),
        ("我们是做芯片的，货急着用，查验能不能先排", "查验能不能先排"),
        ("听说免担保，要交多少钱，找谁办", "要交多少钱 找谁办"),
        ("退税", "退税"),
    ],
)
def test_the_focus_is_what_stands_around_the_question_words(text: str, focus: str) -> None:
    assert focus_of(text) == focus


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    phrasing = learned(*[known("几天", answered=True)] * 3, *[known("材料", answered=False)] * 3)
    phrasing.save(tmp_path / "phrasing.tsv")
    again = Phrasing.load(tmp_path / "phrasing.tsv")
    assert again.whole == pytest.approx(phrasing.whole, abs=0.005)
    assert again.focus == phrasing.focus == {}
