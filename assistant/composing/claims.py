"""Whether what a question asserts, in figures or in words, is so in the articles cited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.composing import wording
from assistant.model import Evidence, Statement
from assistant.understanding.asks.asserted import Asserted
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


def unwritten(asserted: Iterable[Asserted], cited: Sequence[Evidence]) -> str:
    """The words that name the first assertion that none of ``cited`` writes; empty if none is."""
    written = [
        "\n".join((one.article.text, *one.article.responsible_units, *one.policy.issuers))
        for one in cited
    ]
    for one in asserted:
        if not any(map(one.written_in, written)):
            return wording.NOT_WRITTEN.format(words=one.words)
    return ""


def _contradicted(claim: Figure, stated: Iterable[Figure]) -> bool:
    comparable = [figure for figure in stated if figure.same_measure(claim)]
    return bool(comparable) and all(figure.value != claim.value for figure in comparable)
