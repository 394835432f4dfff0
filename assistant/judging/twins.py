"""The same measure of other places, for a question that names none: each city has its own figure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.understanding.model import Understanding
from assistant.weighing.support import Candidate
from corpus.model import NATIONWIDE

# From this likeness on, two places' articles are the same measure.
SAME = 0.92


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
        if other not in (place, NATIONWIDE) and float(best.vector @ one.vector) >= SAME:
            found.setdefault(other, one)
    return tuple(found.values())


def with_twins(
    understood: Understanding, chosen: Sequence[Candidate], candidates: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """``chosen`` and its leading measure's twins of places that have none among them."""
    places = {one.evidence.policy.jurisdiction for one in chosen}
    more = twins(understood, chosen[0], candidates) if chosen else ()
    return (*chosen, *(one for one in more if one.evidence.policy.jurisdiction not in places))
