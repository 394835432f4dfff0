"""What was just heard, read along with the follow-up to it.

“目标比例定了多少” after “查验无陪同是什么意思” has words of its own, and another article has them too;
“动植物的呢” after “特殊物品审批要几天” asks the same of another noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import rjieba

from assistant.composing.quoting import bigrams
from assistant.sides import Side
from assistant.state import State
from assistant.support import Candidate, log_odds
from assistant.understanding import Understanding
from assistant.understanding.content import own_words
from index.text import normalise

# How sure (log odds) the article that was heard must be, and by how much surer than another.
# On 138 follow-ups of four writers: 131 right instead of 126; 128 to 131 from 1.0 to 2.5 and
# from 0.5 to 1.5.
SURE, SURER = 1.5, 0.8


def turning(understanding: Understanding, heard: Candidate | None) -> Understanding:
    """A follow-up that turns to another noun, with the words that ask kept and the old noun gone.

    The old noun is what the heading of the article that was heard has of the question before:
    “特殊物品审批要几天” and “动植物的呢” make “动植物 审批要几天”.
    """
    noun = understanding.noun
    if not noun or heard is None:
        return understanding
    heading = normalise(heard.evidence.article.heading)
    asking = [word for word in rjieba.cut(normalise(understanding.before)) if word not in heading]
    return replace(understanding, topic=f"{noun} {noun} {''.join(asking)}")


def of_the_noun(state: State) -> State:
    """``state`` with the measure that has the noun which the caller puts right, if one has it.

    “海铁联运” put for “班列” into a question after stops is no question after the trains' stops.
    """
    noun = "" if state.understood.before else normalise(state.understood.noun)
    if not noun or len(state.sides) != 1 or _has(state.sides, noun):
        return state
    alone = replace(state.understood, topic=noun)
    sides = state.parts.finder.sides(alone)
    if not _has(sides, noun) or _surest(sides)[1] < SURE:
        return state
    return replace(state, understanding=alone, sides=sides)


def _has(sides: Sequence[Side], noun: str) -> bool:
    """Whether the surest article has ``noun`` in so many words."""
    lead = next(iter(sides[0].candidates), None)
    return lead is not None and noun in normalise(lead.evidence.article.text)


def heard_before(state: State) -> State:
    """``state`` with the question before read along, where that leads to what was heard."""
    understood, heard = state.understood, state.heard
    if heard is None or len(state.sides) != 1:
        return state
    own = _surest(state.sides)
    if own[0] == heard.evidence.article.id:
        return state
    together = replace(understood, topic=f"{understood.before} {state.text}", noun="")
    sides = state.parts.finder.sides(together)
    found = _surest(sides)
    if found[0] != heard.evidence.article.id:
        return state
    guessed = (
        understood.wants is not None
        and understood.asks_figure
        and not _speaks_of(state.sides, state.text)
    )
    if found[1] < max(SURE, own[1] + SURER) and not guessed:
        return state
    return replace(state, understanding=together, sides=sides)


def _speaks_of(sides: Sequence[Side], text: str) -> bool:
    """Whether the surest article has any word of ``text`` besides those of asking.

    “贴几个百分点” has a figure in common with other measures, and no word.
    """
    lead = next(iter(sides[0].candidates), None)
    if lead is None or log_odds(lead.support) >= SURE:
        return lead is not None
    said = normalise(lead.evidence.article.text)
    return any(pair in said for pair in bigrams(own_words(normalise(text))))


def _surest(sides: Sequence[Side]) -> tuple[str, float]:
    """The surest article of the one side, and how sure it is; very unsure where there is none."""
    candidates = sides[0].candidates
    if not candidates:
        return "", log_odds(0.0)
    return candidates[0].evidence.article.id, log_odds(candidates[0].support)
