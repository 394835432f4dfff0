"""The known questions around articles, and how they speak for and against each.

Callers' questions that an article answers stand beside those that it leaves open, and beside what
other authorities are asked. Whatever a new question is nearest to, in meaning and in its very
wording, tells what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from index.likeness import Lines
from index.model import Matrix, Vector

# Of the questions beside an article, those whose mean tells how near it is asked.
NEAREST = 3
# How much a nearer question outweighs a farther one.
SHARPNESS = 20.0


@dataclass(frozen=True, slots=True)
class Votes:
    """How one group of known questions speaks: those of an article, or of other authorities.

    ``near`` is the mean likeness of its nearest few; ``share`` its part of the votes that the
    questions of all groups cast, each weighing the more the nearer it is.
    """

    near: float
    share: float


@dataclass(frozen=True, slots=True)
class Neighbours:
    """How known questions speak of one article.

    ``said`` are those it answers and ``unsaid`` those it leaves open, by their meaning;
    ``said_so`` and ``unsaid_so`` the same by their wording; ``elsewhere`` are those of other
    authorities.
    """

    said: Votes
    unsaid: Votes
    said_so: Votes
    unsaid_so: Votes
    elsewhere: Votes

    def evidence(self) -> dict[str, float]:
        """What they say, by feature name."""
        return {
            "questions_near": self.said.near,
            "votes": self.said.share,
            "unsaid_near": self.unsaid.near,
            "unsaid_votes": self.unsaid.share,
            "worded_near": self.said_so.near,
            "worded_votes": self.said_so.share,
            "unsaid_worded_near": self.unsaid_so.near,
            "unsaid_worded_votes": self.unsaid_so.share,
            "elsewhere_near": self.elsewhere.near,
            "elsewhere_votes": self.elsewhere.share,
        }


@dataclass(frozen=True, slots=True, eq=False)
class Wordings:
    """The wording of the questions beside one article: those it answers, and those it leaves open."""

    said: Lines
    unsaid: Lines


def neighbours(
    meant: Sequence[Vector], worded: Sequence[Vector], elsewhere: Vector
) -> Iterator[Neighbours]:
    """How known questions speak of each article.

    ``meant`` are the likenesses (cosines) of the questions that the articles answer, article by
    article, and then of those they leave open; ``worded`` the same by wording; ``elsewhere`` those
    of other authorities' questions, by meaning.
    """
    *by_meaning, others = votes([*meant, elsewhere])
    by_wording = votes(worded)
    count = len(worded) // 2
    for at in range(count):
        yield Neighbours(
            by_meaning[at], by_meaning[count + at], by_wording[at], by_wording[count + at], others
        )


def cosines(vector: Vector, groups: Sequence[Matrix]) -> list[Vector]:
    """The cosine of a unit vector with each row of each group."""
    # Not ``@``: BLAS would spread it over threads, which then fight for the processor.
    return [np.vecdot(rows, vector) for rows in groups]


def votes(groups: Sequence[Vector]) -> list[Votes]:
    """The votes of each group of questions, given how like the new one each of them is."""
    weights = [float(np.exp(SHARPNESS * one).sum()) for one in groups]
    whole = sum(weights) or 1.0
    return [
        Votes(_nearest(one), weight / whole) for one, weight in zip(groups, weights, strict=True)
    ]


def _nearest(likenesses: Vector) -> float:
    """The mean of the few highest; 0 for none."""
    if len(likenesses) > NEAREST:
        likenesses = np.partition(likenesses, -NEAREST)[-NEAREST:]
    return float(likenesses.mean()) if len(likenesses) else 0.0
