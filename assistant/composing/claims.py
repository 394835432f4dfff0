"""Whether the figures that a question asserts are those of the articles cited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.composing import wording
from assistant.model import Statement
from assistant.understanding.figures.claimed import Claim
from assistant.understanding.figures.values import Figure, current_figures, figures_in


def correction(claims: Iterable[Claim], quoted: Sequence[Statement]) -> str:
    """The words that correct the first claim that all of ``quoted`` contradict; empty if none is.

    What is said to have held before a change is compared with the values before, where they are stated.
    """
    current = [one for statement in quoted for one in current_figures(statement.text)]
    former = [one for statement in quoted for one in figures_in(statement.text)]
    for claim in claims:
        if _contradicted(claim.figure, former if claim.former else current):
            return wording.CORRECTION.format(claim=claim.figure.text)
    return ""


def _contradicted(claim: Figure, stated: Iterable[Figure]) -> bool:
    comparable = [figure for figure in stated if figure.same_measure(claim)]
    return bool(comparable) and all(figure.value != claim.value for figure in comparable)
