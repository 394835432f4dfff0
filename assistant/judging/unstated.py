"""What a question asks for that the articles on its subject do not state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.composing import answers, wording
from assistant.model import Evidence
from assistant.understanding import Understanding
from assistant.understanding.asks.demands import Demand
from assistant.understanding.asks.intents import Intent
from assistant.weighing.support import Candidate
from corpus.model import NATIONWIDE


def unstated(understood: Understanding, chosen: Sequence[Candidate]) -> str | None:
    """What is asked for and stated by none of the ``chosen`` articles, as users call it."""
    wants = understood.wants
    asked = understood.asks_figure and understood.intent is not Intent.UNIT
    if wants and asked and not any(answers.answers_figure(one, wants) for one in chosen):
        return wording.FIGURE_NAMES[wants.kind]
    return next((one.what for one in _unmet(understood, chosen) if not one.aside), None)


def left_open(understood: Understanding, chosen: Sequence[Candidate]) -> str | None:
    """What is asked beside what the ``chosen`` articles answer, and stated by none of them."""
    return next((one.what for one in _unmet(understood, chosen) if one.aside), None)


def spoken_of(
    understood: Understanding, chosen: Sequence[Candidate], found: Sequence[Candidate]
) -> Candidate:
    """The article that leaves open what is asked: the first that speaks of what it is asked of.

    Of what no place is named for, the national authority speaks first.
    """
    about = [one.about for one in _unmet(understood, chosen) if one.about]
    speaking = [
        one for one in (*chosen, *found) if any(it in one.evidence.article.text for it in about)
    ]
    if understood.scope.is_open:
        speaking.sort(key=lambda one: one.evidence.policy.jurisdiction != NATIONWIDE)
    return speaking[0] if speaking else chosen[0]


def _unmet(understood: Understanding, chosen: Sequence[Candidate]) -> Iterator[Demand]:
    return (
        one
        for one in understood.demands
        if not stated(one, chosen)
        and any(one.opens(candidate.evidence.article.text) for candidate in chosen[:1])
    )


def stated(demand: Demand, chosen: Sequence[Candidate]) -> bool:
    """Whether any of the ``chosen`` articles states what is demanded."""
    return any(_states(candidate.evidence, demand) for candidate in chosen)


def _states(evidence: Evidence, demand: Demand) -> bool:
    titles = (evidence.policy.title, *evidence.article.path)
    return demand.stated_in(evidence.article.text) or any(map(demand.titled, titles))
