"""Whether two places rule on one matter, by the likeness of their articles."""

from __future__ import annotations

from assistant.composing.answers import answers_figure
from assistant.understanding import Understanding
from assistant.weighing.support import Candidate, log_odds

# From this likeness on, two places' articles are the same measure.
PARALLEL = 0.92
# From this likeness on they rule on one matter. Of the six questions of five development sets that were
# told that their place rules no such thing, three named a measure of it that is so like (0.83 to 0.89), three
# one that is none (to 0.57).
OF_A_KIND = 0.8
# So alike, and so sure (log odds), it is what a place has of a measure just heard of another. On
# 7 follow-ups refused for their place: those with an answer from 0.52 and -1.6, without to -5.2.
AKIN, PERHAPS = 0.5, -1.8


def same_measure(one: Candidate, other: Candidate) -> bool:
    """Whether two places' articles are the same measure."""
    return float(one.vector @ other.vector) >= PARALLEL


def of_a_kind(one: Candidate, other: Candidate) -> bool:
    """Whether two places rule on one matter, each in its own way."""
    return float(one.vector @ other.vector) >= OF_A_KIND


def states_as_well(understood: Understanding, one: Candidate, other: Candidate) -> bool:
    """Whether ``one`` rules on the matter of ``other`` and has a figure of the kind that is asked for."""
    wants = understood.wants
    return wants is not None and of_a_kind(one, other) and answers_figure(one, wants)


def counterpart(one: Candidate, other: Candidate) -> bool:
    """Whether ``other`` is what its place has of the kind of ``one``, asked for after it."""
    return float(one.vector @ other.vector) >= AKIN and log_odds(other.support) >= PERHAPS
