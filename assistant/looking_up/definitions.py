"""The step that answers what a word means with the sentence that says what it stands for."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from assistant.composing import answers, heads, undefined
from assistant.model import Evidence
from assistant.state import State
from assistant.understanding.asks.meanings import words_asked
from assistant.understanding.asks.terms import meaning_asked

# So many articles that explain a word are enough to read out.
MOST = 2


def explain_term(state: State) -> State:
    """Quote where the articles found, or the heads of their documents, explain the term asked about.

    What says it in so many words comes before what gives a short name. Where none of them explains
    it, that is said before what uses it; what may tell of it in other words is an answer as any other.
    """
    understood = state.understood
    if understood.is_follow_up:
        return state
    term = meaning_asked(understood.text)
    return (_explained(state, term) if term else None) or _undefined(state) or state


def _explained(state: State, term: str) -> State | None:
    found = [one.evidence for side in state.sides for one in side.candidates]
    policies = map(state.parts.store.policy, dict.fromkeys(one.policy.id for one in found))
    openings = [head for policy in policies if (head := heads.head_of(policy))]
    likely = {one.article.id: one for one in (*openings, *found)}.values()
    for plainly in (True, False):
        told = (heads.explained(one, term, plainly=plainly) for one in likely)
        drafts = list(islice(filter(None, told), MOST))
        if drafts:
            return replace(state, draft=answers.joined(drafts))
    return None


def _undefined(state: State) -> State | None:
    """What uses the words asked about, where no article of its document tells what they mean."""
    words = words_asked(state.understood.text)
    if not words:
        return None
    found = {
        one.evidence.article.id: one.evidence for side in state.sides for one in side.candidates
    }
    policies = map(state.parts.store.policy, dict.fromkeys(one.policy.id for one in found.values()))
    every = [
        Evidence(one.metadata, one.source, article) for one in policies for article in one.articles
    ]
    using = list(undefined.using(found.values(), words)) or list(undefined.using(every, words))
    if not using or any(undefined.may_tell(one.article, word) for one in every for word in words):
        return None
    return replace(state, draft=undefined.undefined(words, using[:MOST]))
