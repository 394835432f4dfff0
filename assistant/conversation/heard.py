"""What was just heard, read along with the follow-up to it.

“目标比例定了多少” after “查验无陪同是什么意思” has words of its own, and another article has them too;
“动植物的呢” after “特殊物品审批要几天” asks the same of another noun.
"""

from __future__ import annotations

from dataclasses import replace

import rjieba

from assistant.composing.quoting import bigrams
from assistant.conversation.lead import SURE, lead_of, same_article, sureness, words_of
from assistant.state import State
from assistant.understanding.asks.own_words import own_words
from assistant.weighing.support import Candidate
from index.text import normalise

# By how much surer (log odds) than another the article that was heard must be.
# On 138 follow-ups of four writers: 131 right instead of 126; 128 to 131 from 0.5 to 1.5, and where
# it must be surer than 1.0 to 2.5 (``SURE``).
SURER = 0.8
# So many pairs of the turn's characters are its subject, where what was heard has none.
NAMED = 2


def hear(state: State) -> State:
    """``state`` with the article that answered the question before, where this one follows up."""
    return replace(state, heard=state.parts.finder.heard(state.understood))


def turn_to_noun(state: State) -> State:
    """A follow-up that turns to another noun, with the words that ask kept and the old noun gone.

    The old noun is what the heading of the article that was heard has of the question before:
    “特殊物品审批要几天” and “动植物的呢” make “动植物 审批要几天”.
    """
    understood, heard = state.understood, state.heard
    noun = understood.noun
    if not noun or heard is None:
        return state
    heading = normalise(heard.evidence.article.heading)
    asking = [word for word in rjieba.cut(normalise(understood.before)) if word not in heading]
    topic = f"{noun} {noun} {''.join(asking)}"
    return replace(state, understanding=replace(understood, topic=topic))


def read_for_noun(state: State) -> State:
    """``state`` with the measure that has the noun which the caller puts right, if one has it.

    “海铁联运” put for “班列” into a question after stops is no question after the trains' stops.
    """
    noun = "" if state.understood.before else normalise(state.understood.noun)
    if not noun or len(state.sides) != 1 or noun in words_of(lead_of(state.sides)):
        return state
    alone = replace(state.understood, topic=noun)
    sides = state.parts.finder.sides(alone)
    found = lead_of(sides)
    if noun not in words_of(found) or sureness(found) < SURE:
        return state
    return replace(state, understanding=alone, sides=sides)


def read_with_before(state: State) -> State:
    """``state`` with the question before read along, where that leads to what was heard."""
    understood, heard = state.understood, state.heard
    if heard is None or len(state.sides) != 1:
        return state
    own = lead_of(state.sides)
    if same_article(own, heard):
        return state
    if _named_in(own, state.text) >= NAMED and not _named_in(heard, state.text):
        return state
    together = replace(understood, topic=f"{understood.before} {state.text}", noun="")
    sides = state.parts.finder.sides(together)
    found = lead_of(sides)
    if not same_article(found, heard):
        return state
    guessed = (
        understood.wants is not None and understood.asks_figure and not _speaks_of(own, state.text)
    )
    if sureness(found) < max(SURE, sureness(own) + SURER) and not guessed:
        return state
    return replace(state, understanding=together, sides=sides)


def _speaks_of(lead: Candidate | None, text: str) -> bool:
    """Whether the surest article has any word of ``text`` besides those of asking.

    “贴几个百分点” has a figure in common with other measures, and no word.
    """
    if sureness(lead) >= SURE:
        return True
    return _named_in(lead, text) > 0


def _named_in(one: Candidate | None, text: str) -> int:
    """How many pairs of characters of ``text`` the article has, besides those of asking."""
    said = words_of(one)
    return sum(pair in said for pair in set(bigrams(own_words(normalise(text)))))
