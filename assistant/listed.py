"""The step that answers a question for a list from the structure of the documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.composing import answers
from assistant.enumerating import Enumeration, enumerated
from assistant.selection import select_listed
from assistant.state import State
from assistant.support import Candidate
from assistant.understanding.intents import Intent

# How sure an article must be to stand in a list of what names a term, without naming it.
SURE = 0.8


def answer_enumerated(state: State) -> State:
    """List what a chapter, a unit's duties, a kind of figure or a term comes to.

    Where that is nothing the question is left to the steps that weigh.
    """
    understood = state.understood
    if understood.outsider:
        return state
    found = enumerated(understood, state.parts.shelf, state.parts.finder.names)
    if found is None:
        return state
    candidates = [*_enumerated(state, found), *(_others(state, found) if found.open else ())]
    chosen = tuple({one.evidence.article.id: one for one in candidates}.values())
    draft = answers.listing(chosen)
    return replace(state, chosen=(("", chosen),), draft=draft)


def _enumerated(state: State, found: Enumeration) -> list[Candidate]:
    understood = state.understood
    about = replace(
        understood, topic=found.topic or understood.topic, wants=found.wants or understood.wants
    )
    store = state.parts.store
    articles = [store.article(one.policy_id, one.label) for one in found.entries]
    return state.parts.finder.these(about, [one for one in articles if one is not None])


def _others(state: State, found: Enumeration) -> Sequence[Candidate]:
    """What surely belongs to the list too, though it says it in other words."""
    reading = replace(state.understood, lists=True, intent=Intent.LIST)
    least = SURE if found.literal else 0.0
    return [
        one
        for side in state.parts.finder.sides(reading)
        for one in select_listed(reading, side.candidates, state.parts.support, least=least)
        if one.evidence.article.number > 0
    ]
