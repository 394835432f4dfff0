"""Why there is no answer: what the measures nearest to the question leave unsaid."""

from __future__ import annotations

from collections.abc import Sequence

import rjieba

from assistant.answer import Reason
from assistant.composing import refusals
from assistant.judging.unstated import unstated
from assistant.model import Draft
from assistant.understanding import Understanding
from assistant.understanding.asks.own_words import own_words
from assistant.understanding.documents.handed_out import hands_out
from assistant.understanding.domain import idle_words, in_domain
from assistant.understanding.scope import surface_places, without_places
from assistant.weighing.support import Candidate
from index.text import normalise

# Below this, the likeliest article says nothing of what the question is about.
UNRELATED = 0.02
# From this on it is the measure that the question is about, even if it does not answer.
ABOUT = 0.2


def on_the_subject(understood: Understanding, likely: Sequence[Candidate]) -> Draft | None:
    """The measure that the question is about, which does not state what is asked; if there is one."""
    if not likely or likely[0].support < ABOUT or understood.lists:
        return None
    missing = unstated(understood, likely[:1])
    return refusals.not_specified(missing, likely[0]) if missing else None


def goes_on(heard: Candidate, likely: Sequence[Candidate]) -> bool:
    """Whether the follow-up is about the measure just heard, as far as its words tell."""
    return any(one.evidence.article.id == heard.evidence.article.id for one in likely)


def silent(understood: Understanding, likely: Sequence[Candidate]) -> Reason:
    """Off topic when nothing has to do with the trade; otherwise the documents are silent.

    What follows up on the trade (“谁出钱”) is about it, and so is what asks of a place with
    documents, or in words of theirs, unless it is idle talk.
    """
    near = any(one.support >= UNRELATED for one in likely) or understood.is_follow_up
    if near or in_domain(understood.text) or hands_out(understood.text, ""):
        return Reason.NO_BASIS
    if idle_words(understood.text):
        return Reason.OFF_TOPIC
    held = understood.scope.jurisdictions and surface_places(understood.text)
    return Reason.NO_BASIS if held or _in_their_words(understood, likely) else Reason.OFF_TOPIC


def _in_their_words(understood: Understanding, likely: Sequence[Candidate]) -> bool:
    """Whether a word of the question, besides those of asking, stands in the likeliest articles."""
    plain = normalise(without_places(understood.text))
    words = [one for one in rjieba.cut(plain) if len(one) > 1 and own_words(one)]
    return any(word in normalise(one.evidence.article.text) for one in likely for word in words)
