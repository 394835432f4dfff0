"""What the console shows of an answer in short: its badge, its first words."""

from __future__ import annotations

import datetime as dt

import pytest

from api.console.view import NOT_THERE, badge, gist
from assistant.answer import Answer, Outcome, Reason
from assistant.composing.wording import NOT_IN_PLACE


def answer(text: str) -> Answer:
    return Answer(
        id="1",
        question="q",
        outcome=Outcome.UNANSWERABLE,
        answer=text,
        as_of=dt.date(2024, 1, 1),
        index_version="v",
    )


def test_a_lead_is_followed_by_what_was_quoted() -> None:
    shown = gist(answer("与文件不符，文件规定如下：\n办理时间在2个工作日内[1]。"))
    assert shown == "与文件不符，文件规定如下：办理时间在2个工作日内。"


def test_an_answer_without_quotes_shows_its_first_line() -> None:
    assert gist(answer("没有查到。\n可拨打12360。")) == "没有查到。"


@pytest.mark.parametrize("outcome", [Outcome.ANSWERED, Outcome.UNANSWERABLE])
def test_another_places_rule_has_one_badge_however_it_was_asked(outcome: Outcome) -> None:
    elsewhere = {"outcome": outcome, "reason": Reason.OTHER_REGION}
    shown = answer(NOT_IN_PLACE.format(place="厦门市")).model_copy(update=elsewhere)
    assert badge(shown)[0] == NOT_THERE


def test_that_badge_claims_no_more_than_the_words_beside_it() -> None:
    assert "没有查到" in NOT_IN_PLACE
    assert NOT_THERE.endswith("没有查到")
