"""The known questions around articles, and how they speak for and against each.

Callers' questions that an article answers stand beside those that it leaves open, and beside what
other authorities are asked. Whatever a new question is nearest to, in meaning and in its very
wording, tells what it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from index.model import Matrix, Vector

# Of the questions beside an article, those whose mean tells how near it is asked.
NEAREST = 3
# How much a nearer question outweighs a farther one.
SHARPNESS = 20.0


class Voice(NamedTuple):
    """How like one group of known questions a new one is: the mean of the nearest few, and the
    weight of all, each counting the more the nearer it is."""

    near: float
    weight: float


class Voices(NamedTuple):
    """Those of the questions beside one article: the ones it answers (``said``) and the ones it
    leaves open, by their meaning and by their wording (``…_so``)."""

    said: Voice
    unsaid: Voice
    said_so: Voice
    unsaid_so: Voice


class Votes(NamedTuple):
    """A voice among others: ``near`` as it is, ``share`` its part of the weight of all."""

    near: float
    share: float


class Neighbours(NamedTuple):
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
class Beside:
    """The questions beside one article, those it answers before those it leaves open.

    ``vectors`` has a row for each; ``said`` and ``unsaid`` are where they stand among all known
    questions of their kind.
    """

    vectors: Matrix
    said: range
    unsaid: range

    def voices(self, vector: Vector, wording: Sequence[Vector]) -> Voices:
        """How they speak of a question, given its unit vector and how like all known questions
        of either kind are to its wording."""
        likenesses = np.empty((2, len(self.vectors)), np.float32)
        likenesses[0] = cosines(vector, self.vectors)
        said, unsaid = wording
        likenesses[1, : len(self.said)] = said[self.said.start : self.said.stop]
        likenesses[1, len(self.said) :] = unsaid[self.unsaid.start : self.unsaid.stop]
        (said_meant, said_worded), (meant, worded) = (
            voices_of(likenesses[:, : len(self.said)]),
            voices_of(likenesses[:, len(self.said) :]),
        )
        return Voices(said_meant, meant, said_worded, worded)


def neighbours(voices: Sequence[Voices], elsewhere: Voice) -> list[Neighbours]:
    """How known questions speak of each article, given the voices of those beside it.

    ``elsewhere`` is the voice of what other authorities are asked, by its meaning.
    """
    meant = sum(one.said.weight + one.unsaid.weight for one in voices) + elsewhere.weight
    worded = sum(one.said_so.weight + one.unsaid_so.weight for one in voices)
    return [
        Neighbours(
            _votes(one.said, meant),
            _votes(one.unsaid, meant),
            _votes(one.said_so, worded),
            _votes(one.unsaid_so, worded),
            _votes(elsewhere, meant),
        )
        for one in voices
    ]


def cosines(vector: Vector, rows: Matrix) -> Vector:
    """The cosine of a unit vector with each row."""
    # Not ``@``: BLAS would spread it over threads, which then fight for the processor.
    found: Vector = np.vecdot(rows, vector)
    return found


def voice(likenesses: Vector) -> Voice:
    """The voice of questions, given how like the new one each of them is; 0 for none."""
    return voices_of(likenesses[None])[0]


def voices_of(likenesses: Matrix) -> list[Voice]:
    """The voice of each row of likenesses."""
    count = likenesses.shape[1]
    if not count:
        return [Voice(0.0, 0.0)] * len(likenesses)
    weights = np.exp(SHARPNESS * likenesses).sum(axis=1)
    nearest = likenesses.copy()
    if count > NEAREST:
        nearest.partition(count - NEAREST, axis=1)
        nearest = nearest[:, -NEAREST:]
    near = nearest.sum(axis=1)
    return [
        Voice(one / nearest.shape[1], weight)
        for one, weight in zip(near.tolist(), weights.tolist(), strict=True)
    ]


def _votes(one: Voice, whole: float) -> Votes:
    return Votes(one.near, one.weight / (whole or 1.0))
