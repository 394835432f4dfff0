"""The step that answers what a word means with the sentence that says what it stands for."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from assistant.composing import answers, heads
from assistant.state import State
from assistant.understanding.asks.terms import meaning_asked

# So many articles that explain a word are enough to read out.
MOST = 2


def explain_term(state: State) -> State:
    """Quote where the articles found, or the heads of their documents, explain the term asked about.

    What says it in so many words comes before what gives a short name. Where none of them explains
    it the question is about the thing and goes on as any other.
    """
    understood = state.understood
    term = "" if understood.is_follow_up else meaning_asked(understood.text)
    if not term:
        return state
    found = [one.evidence for side in state.sides for one in side.candidates]
    policies = map(state.parts.store.policy, dict.fromkeys(one.policy.id for one in found))
    openings = [head for policy in policies if (head := heads.head_of(policy))]
    likely = {one.article.id: one for one in (*openings, *found)}.values()
    for plainly in (True, False):
        told = (heads.explained(one, term, plainly=plainly) for one in likely)
        drafts = list(islice(filter(None, told), MOST))
        if drafts:
            return replace(state, draft=answers.joined(drafts))
    return state
