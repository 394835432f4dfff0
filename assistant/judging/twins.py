"""The same measure of other places, for a question that names none: each city has its own figure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.composing.answers import names_figure
from assistant.judging.alike import same_measure
from assistant.understanding.model import Understanding
from assistant.weighing.support import Candidate
from corpus.model import NATIONWIDE


def twins(
    understood: Understanding, best: Candidate, candidates: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """What other places have of the measure ``best``, one article of each.

    None where a place or document is named, or the measure is the nation's.
    """
    place = best.evidence.policy.jurisdiction
    if not understood.scope.is_open or place == NATIONWIDE:
        return ()
    found: dict[str, Candidate] = {}
    for one in candidates:
        other = one.evidence.policy.jurisdiction
        if other not in (place, NATIONWIDE) and same_measure(best, one):
            found.setdefault(other, one)
    return tuple(found.values())


def with_twins(
    understood: Understanding, chosen: Sequence[Candidate], candidates: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """``chosen`` and, where a figure is asked for that its leading measure names, the twins that name
    one too: of places that have none among ``chosen``."""
    wants = understood.wants
    if not chosen or wants is None or not names_figure(chosen[0], wants):
        return tuple(chosen)
    places = {one.evidence.policy.jurisdiction for one in chosen}
    more = (
        one
        for one in twins(understood, chosen[0], candidates)
        if one.evidence.policy.jurisdiction not in places and names_figure(one, wants)
    )
    return (*chosen, *more)
