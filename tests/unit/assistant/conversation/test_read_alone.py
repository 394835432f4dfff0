"""A follow-up read for itself."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.conversation.read_alone import for_itself
from assistant.understanding.asks.intents import Intent
from assistant.understanding.model import Scope, Understanding


def turned_to(alone: str, noun: str) -> Understanding:
    return Understanding(
        alone, alone, Intent.FIGURE, Scope(), dt.date(2026, 11, 27), noun=noun, alone=alone
    )


@pytest.mark.parametrize("alone", ["人才这块呢", "融资方面呢", "展会那类的政策呢"])
def test_of_a_kind_all_is_gathered(alone: str) -> None:
    assert for_itself(turned_to(alone, alone[:2])).gathers


@pytest.mark.parametrize(("alone", "noun"), [("融资呢", "融资"), ("人才这块呢", "")])
def test_of_one_thing_the_same_is_asked(alone: str, noun: str) -> None:
    found = for_itself(turned_to(alone, noun))
    assert (found.intent, found.lists) == (Intent.FIGURE, False)
