"""What a question asks for that the articles on its subject do not state."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.composing import answers, wording
from assistant.model import Evidence
from assistant.understanding import Understanding
from assistant.understanding.asks.demands import Demand
from assistant.understanding.asks.intents import Intent
from assistant.weighing.support import Candidate


def unstated(understood: Understanding, chosen: Sequence[Candidate]) -> str | None:
    """What is asked for and stated by none of the ``chosen`` articles, as users call it."""
    wants = understood.wants
    asked = understood.asks_figure and understood.intent is not Intent.UNIT
    if wants and asked and not any(answers.answers_figure(one, wants) for one in chosen):
        return wording.FIGURE_NAMES[wants.kind]
    missing = (
        one.what
        for one in understood.demands
        if not any(_states(candidate.evidence, one) for candidate in chosen)
    )
    return next(missing, None)


def _states(evidence: Evidence, demand: Demand) -> bool:
    titles = (evidence.policy.title, *evidence.article.path)
    return demand.stated_in(evidence.article.text) or any(map(demand.titled, titles))
