"""Lists: those that the structure of the documents gives, and those of a subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assistant.composing import answers, refusals
from assistant.enumerating import Enumeration, enumerated
from assistant.gathering import Member, belonging
from assistant.judging.selection import listable, select_listed
from assistant.judging.unstated import stated
from assistant.searching.places import of_the_places
from assistant.searching.sides import Side, surest_of_each
from assistant.state import State
from assistant.understanding.asks.intents import Intent
from assistant.understanding.asks.lists import asks_for_measures
from assistant.understanding.model import Understanding
from assistant.weighing.support import Candidate, SupportModel

# How sure an article must be to stand in a list of what names a term, without naming it.
SURE = 0.8
# A question for measures on a subject is answered from an article so surely on it.
ON_IT = 0.85
# So much of a list in one chapter, and of that chapter on the list, tell that it is the chapter.
MOST = 0.5
# Surer than that, an article is on the subject, and a list with two such is not one article alone.
RATHER = 0.5


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
    if any(one.names and not stated(one, chosen) for one in understood.demands):
        return state
    draft = refusals.no_sum(chosen) if found.sums else answers.listing(chosen)
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
    sides = state.parts.finder.sides(reading)
    return [
        one
        for listed in lists_of(state, reading, sides, least=least)
        for one in listed
        if one.evidence.article.number > 0
    ]


def weighed_among(understanding: Understanding, sides: Sequence[Side]) -> Sequence[Candidate]:
    """The candidates a list is weighed among, when it is given and when the weights are learned.

    What tells of an article is how it stands among the others found, so these must be the same.
    """
    every = surest_of_each(side.candidates for side in sides)
    return of_the_places(understanding, every, sure=0.0)


def lists_of(
    state: State, understanding: Understanding, sides: Sequence[Side], *, least: float = 0.0
) -> list[list[Candidate]]:
    """What each of ``sides`` has of the list that is asked for, each at least as sure as ``least``.

    Several sides have one list together: what belongs to it is told among all that was found.
    """
    model = state.parts.support
    here = weighed_among(understanding, sides)
    gathers = understanding.gathers and not _in_the_head(here, model)
    members = state.parts.gatherer.weigh(understanding, here) if gathers else ()
    if not members:
        return [select_listed(understanding, side.candidates, model, least=least) for side in sides]
    if not (_on_it(understanding, members) or listable(understanding, here, model)):
        return [[] for _ in sides]
    listed = belonging(members, least=least)
    if understanding.rest and len(sides) == 1:
        return [_of_their_chapter(state, understanding, listed)]
    return [[one for one in listed if _has(side, one)] for side in sides]


def _of_their_chapter(
    state: State, understanding: Understanding, listed: list[Candidate]
) -> list[Candidate]:
    """``listed``, or the chapter in which most of it stands, where that is most of the chapter.

    Who asks for the rest of a kind has the document's own kinds in mind.
    """
    chapters = Counter((one.policy_id, one.evidence.article.path) for one in listed)
    (policy, path), inside = chapters.most_common(1)[0] if chapters else (("", ()), 0)
    whole = [one for one in state.parts.store.articles(policy) if one.path == path] if path else []
    if inside < MOST * max(len(listed), len(whole)):
        return listed
    return state.parts.finder.these(understanding, whole)


def several(state: State, understanding: Understanding, sides: Sequence[Side]) -> bool:
    """Whether more articles than one are rather on the subject than not."""
    members = state.parts.gatherer.weigh(understanding, weighed_among(understanding, sides))
    return sum(one.sure >= RATHER for one in members) > 1


def _in_the_head(candidates: Sequence[Candidate], model: SupportModel) -> bool:
    """Whether the head of a document is what surely answers: “基本原则有哪几条”."""
    return model.answers(candidates) and candidates[0].evidence.article.number == 0


def _on_it(understanding: Understanding, members: Sequence[Member]) -> bool:
    """Whether measures are asked for, and one is surely on the subject."""
    return members[0].sure >= ON_IT and asks_for_measures(understanding.text)


def _has(side: Side, one: Candidate) -> bool:
    return any(one.evidence.article.id == other.evidence.article.id for other in side.candidates)
