"""What a question asks for that the articles on its subject do not state."""

from __future__ import annotations

from collections.abc import Sequence

from assistant import wording
from assistant.composing import answers
from assistant.model import Evidence
from assistant.support import Candidate
from assistant.understanding import Understanding
from assistant.understanding.intents import Intent


def unstated(understood: Understanding, chosen: Sequence[Candidate]) -> str | None:
    """What is asked for and stated by none of the ``chosen`` articles, as users call it."""
    wants = understood.wants
    asked = understood.asks_figure and understood.intent is not Intent.UNIT
    if wants and asked and not any(answers.answers_figure(one, wants) for one in chosen):
        return wording.FIGURE_NAMES[wants.kind]
    texts = [_in_place(one.evidence) for one in chosen]
    missing = (one.what for one in understood.demands if not any(map(one.stated_in, texts)))
    return next(missing, None)


def _in_place(evidence: Evidence) -> str:
    """An article with the titles it stands under: “上浮20%” of a document on 补贴 is one of these."""
    return "\n".join((evidence.policy.title, *evidence.article.path, evidence.article.text))
