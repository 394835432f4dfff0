"""A follow-up read for itself, where its own words find what they name and the call's do not.

“那评职称的事呢” after a question for schools turns to something else, though it says no more than
a noun; “在哪里申请” has words that other measures have too, and still goes on about the one heard.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.conversation.lead import SURE, lead_of, same_article, sureness, words_of
from assistant.state import State
from assistant.understanding.asks.intents import Intent
from assistant.understanding.asks.own_words import own_words
from assistant.understanding.asks.topic import without_frames
from assistant.understanding.model import Understanding
from assistant.understanding.scope import without_places
from assistant.weighing.support import Candidate
from index.coverage import Terms

# How sure (log odds) what the own words find must be, for a noun alone and for a question, and by
# how much surer than what is found together with the question before.
NOUN, ASKED, SURER, FAR_SURER = -1.5, 0.5, 3.0, 5.0
# What is found together is hardly to be answered from.
UNSURE = 0.0


def read_alone(state: State) -> State:
    """``state`` with the follow-up read without the question before, where that is what is meant."""
    state = _of_the_turn(state)
    understood = state.understood
    if not understood.alone or len(state.sides) != 1 or understood.scope.places > 1:
        return state
    alone = for_itself(understood)
    sides = state.parts.finder.sides(alone)
    if len(sides) != 1 or not sides[0].candidates:
        return state
    found, together = sides[0].candidates[0], lead_of(state.sides)
    ruling = understood.scope.jurisdictions
    if ruling and found.evidence.policy.jurisdiction not in ruling:
        return state
    if not _surer(found, together, sides[0].candidates, bool(understood.noun)):
        return state
    if not (
        _clear(understood, found, together, sides[0].candidates) or _names(state, found, together)
    ):
        return state
    return replace(state, understanding=alone, sides=sides)


def turned_to(state: State) -> State | None:
    """``state`` with the follow-up read for itself, where its words find another measure at all.

    For a turn whose measure does not state what is asked: “孩子上学管不管” after a question for funds.
    """
    understood = state.understood
    if not understood.alone or len(state.sides) != 1:
        return None
    alone = for_itself(understood)
    sides = state.parts.finder.sides(alone)
    found, together = lead_of(sides), lead_of(state.sides)
    if found is None or same_article(found, together):
        return None
    return (
        replace(state, understanding=alone, sides=sides)
        if _surer(found, together, sides[0].candidates, True)
        else None
    )


def _of_the_turn(state: State) -> State:
    """``state`` asked of the noun that the turn before had turned to, where that finds more."""
    understood = state.understood
    if not understood.of_noun or len(state.sides) != 1 or understood.scope.places > 1:
        return state
    asked = without_frames(
        without_places(understood.of_noun).lstrip("：").replace("呢", " "),
        asks_unit=understood.intent is Intent.UNIT,
    )
    reading = replace(understood, text=understood.of_noun, topic=asked, of_noun="")
    sides, together = state.parts.finder.sides(reading), lead_of(state.sides)
    found = lead_of(sides)
    if sureness(found) < ASKED or sureness(found) <= sureness(together):
        return state
    return replace(state, understanding=reading, sides=sides)


def for_itself(understood: Understanding) -> Understanding:
    """The follow-up without the question before; of a kind (“人才这块呢”) all is asked for."""
    asked = without_places(understood.alone).lstrip("：").rstrip("？呢")
    whole = bool(understood.noun and _KIND.search(understood.alone))
    alone = replace(understood, text=understood.alone, topic=asked, alone="")
    return replace(alone, lists=True, intent=Intent.LIST) if whole else alone


# “人才这块呢” asks for all of a kind.
_KIND = re.compile(r"(?:[这那]一?块|方面|[这那]一?类|之类)(?:的)?(?:政策|措施)?[呢啊？?]*$")


def _surer(
    found: Candidate,
    together: Candidate | None,
    alone: Sequence[Candidate],
    noun: bool,
    surer: float = SURER,
) -> bool:
    """Whether the own words find ``found`` surely, and hardly what they find ``together``."""
    sure = sureness(found)
    if same_article(found, together):
        return sureness(together) < UNSURE <= sure or (
            not noun and sure >= max(SURE, sureness(together))
        )
    if sure < (NOUN if noun else ASKED):
        return False
    same = [one for one in alone if same_article(one, together)]
    return all(sure - sureness(one) >= surer for one in same)


def _clear(
    understood: Understanding,
    found: Candidate,
    together: Candidate | None,
    alone: Sequence[Candidate],
) -> bool:
    """Whether the own words tell ``found`` from what is found ``together`` beyond doubt."""
    if together is None or same_article(found, together):
        return True
    if sureness(found) < SURE:
        return False
    if sureness(together) < UNSURE:
        return True
    return bool(understood.noun) and _surer(found, together, alone, True, FAR_SURER)


def _names(state: State, found: Candidate, together: Candidate | None) -> bool:
    """Whether ``found`` has a word of the turn's own that what is found ``together`` has not."""
    own = Terms.of(own_words(without_places(state.understood.alone))).pairs
    text, other = words_of(found), words_of(together)
    return any(pair in text and pair not in other for pair in own)
