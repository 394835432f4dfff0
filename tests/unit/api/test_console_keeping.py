"""A call survives the way through the browser, and nonsense from there does no harm."""

from __future__ import annotations

import datetime as dt

import pytest

from api.console.keeping import kept, restored
from api.console.view import Turn
from assistant.answer import Answer, Outcome

ANSWER = Answer(
    id="1",
    question="几天",
    outcome=Outcome.ANSWERED,
    answer="2个工作日。",
    as_of=dt.date(2024, 1, 1),
    index_version="v",
)


def test_a_call_comes_back_as_it_was() -> None:
    turns = (Turn("几天", ANSWER),)
    assert restored(kept(turns)) == turns


@pytest.mark.parametrize("words", ["", "{", '[{"question": 1}]', "null"])
def test_what_is_no_call_is_none(words: str) -> None:
    assert restored(words) == ()
