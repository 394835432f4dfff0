"""The step that tells what one place's documents, or one document, rule and another's do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.composing import wording
from assistant.composing.differing import Own, differing
from assistant.enumerating.remainder import pieces
from assistant.enumerating.shelf import Entry
from assistant.enumerating.terms import narrowed
from assistant.state import State
from assistant.understanding.asks.words import BOTH_PLACES
from assistant.understanding.comparisons.differences import (
    Difference,
    Named,
    difference_in,
    is_reversed,
    may_differ,
    reverse,
)
from assistant.understanding.model import Contender
from assistant.understanding.scope import mentions_in
from corpus.model import NATIONWIDE, Article, Status
from index.text import normalise

# More articles than these are not read out: those of documents of another kind than the other side
# has any of are then only counted. A document is of a kind with the other side's when so many of its
# articles have a counterpart there: of the seed policies' 13 of 25, against 4 of 26 and 1 of 33.
MOST, OF_A_KIND = 25, 0.25
# A name may be found with what joins it to the one before: 和4号文.
_JOINS = "和与跟同比、"
_BOTH = re.compile(BOTH_PLACES)


def answer_difference(state: State) -> State:
    """List what one side has and the other does not, article by article.

    A question that names a subject on which that side rules nothing is left to the later steps.
    """
    told = _difference(state, state.text)
    asked = told or _reversed(state)
    if asked is None or state.understood.outsider:
        return state
    lacks = asked.lacks or _all_others(state, asked.has)
    pairs = [(asked.has, lacks), *([(lacks, asked.has)] if asked.mutual else [])]
    subject = pieces(asked.rest)
    if not all(has.policies and other.policies for has, other in pairs):
        return state
    if subject and (asked.mutual or not _rule_on(state, asked.has, subject)):
        return state
    understood = state.understood
    if told:  # who names both sides goes on from nothing
        understood = replace(understood, text=state.text, is_follow_up=False)
    draft = differing([_own(state, has, other, subject) for has, other in pairs])
    return replace(state, understanding=understood, draft=draft)


def _reversed(state: State) -> Difference | None:
    """The difference asked about before, the other way round: “那反过来呢”."""
    before = state.question.history
    if not before or not is_reversed(normalise(state.text)):
        return None
    said = _difference(state, state.parts.clean(before[-1]))
    return reverse(said) if said and said.lacks else None


def _difference(state: State, text: str) -> Difference | None:
    plain = normalise(text)
    if not may_differ(plain):  # most questions: no names need be looked for
        return None
    plain = _spelled_out(state, plain)
    return difference_in(plain, _named(state, plain))


def _spelled_out(state: State, plain: str) -> str:
    """``plain`` with the two cities' names for “两个城市”, where two have documents and none is named."""
    known = _cities(state)
    if len(known) != 2 or mentions_in(plain, known):
        return plain
    return _BOTH.sub("和".join(known), plain, count=1)


def _cities(state: State) -> list[str]:
    return sorted({one.jurisdiction for one in state.parts.shelf.metadata} - {NATIONWIDE})


def _named(state: State, plain: str) -> list[Named]:
    """The documents and places that ``plain`` names; a place within a document's name is none."""
    documents = [
        Named(one.start + (plain[one.start] in _JOINS), one.end, _documents(state, one.policies))
        for one in state.parts.shelf.catalogue.mentions(plain)
        if one.exact and len(one.policies) == 1
    ]
    known = _cities(state)
    places = [
        Named(start, end, _place(state, name))
        for start, end, name in mentions_in(plain, known)
        if not any(start < one.end and one.start < end for one in documents)
    ]
    return [*documents, *places]


def _documents(state: State, policies: Sequence[str]) -> Contender:
    titles = _titles(state)
    return Contender("、".join(f"《{titles[one]}》" for one in policies), tuple(policies))


def _titles(state: State) -> dict[str, str]:
    return {one.id: one.title for one in state.parts.shelf.metadata}


def _place(state: State, place: str) -> Contender:
    """The documents of ``place`` in force; none where it has none."""
    return Contender(
        wording.DOCUMENTS_OF.format(place=wording.NATION if place == NATIONWIDE else place),
        tuple(
            one.id
            for one in state.parts.shelf.metadata
            if one.jurisdiction == place and one.status(state.as_of) is Status.IN_FORCE
        ),
    )


def _all_others(state: State, has: Contender) -> Contender:
    """Every other place's documents, where only one side is named."""
    here = {one.jurisdiction for one in state.parts.shelf.metadata if one.id in has.policies}
    places = {one.jurisdiction for one in state.parts.shelf.metadata} - here - {NATIONWIDE}
    sides = [_place(state, place) for place in sorted(places)]
    name = "、".join(one.name for one in sides)
    return Contender(name, tuple(one for side in sides for one in side.policies))


def _rule_on(state: State, has: Contender, subject: Sequence[Sequence[str]]) -> bool:
    return bool(_on(state, state.parts.shelf.of(has.policies), subject))


def _on(
    state: State, entries: Sequence[Entry], subject: Sequence[Sequence[str]]
) -> Sequence[Entry]:
    """The entries on the subject; all where there is none."""
    return (narrowed(entries, subject, state.parts.finder.names) or ()) if subject else entries


def _own(state: State, has: Contender, lacks: Contender, subject: Sequence[Sequence[str]]) -> Own:
    """What ``has`` rules on the subject and ``lacks`` nothing like."""
    counterparts = state.parts.counterparts
    entries = _on(state, state.parts.shelf.of(has.policies), subject)
    on = {(one.policy_id, one.label) for one in entries}
    found: dict[str, list[Article]] = {}
    other_kinds: set[str] = set()
    for policy in has.policies:
        alone = counterparts.own(policy, lacks.policies)
        found[policy] = [one for one in alone if (policy, one.label) in on]
        if len(alone) > (1 - OF_A_KIND) * len(counterparts.articles(policy)):
            other_kinds.add(policy)
    many = sum(map(len, found.values())) > MOST
    aside = other_kinds if many and other_kinds != set(found) else set[str]()
    articles = [one for policy in found if policy not in aside for one in found[policy]]
    titles = _titles(state)
    return Own(
        has.name,
        lacks.name,
        tuple(state.parts.finder.these(state.understood, articles)) if articles else (),
        tuple((titles[policy], len(found[policy])) for policy in found if policy in aside),
    )
