"""Which of the candidates an answer rests on."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.composing.answers import names_figure
from assistant.support import Candidate, SupportModel
from assistant.understanding.intents import Intent
from assistant.understanding.model import Understanding

# A parallel measure of another document is cited beside the best when it is nearly as sure.
PARALLEL = 0.8
LISTED = 8


def select(
    understanding: Understanding, candidates: Sequence[Candidate], model: SupportModel
) -> list[Candidate]:
    """The candidates to cite, surest first; empty when nothing supports an answer."""
    if not candidates or candidates[0].support < model.answer_from:
        return []
    if understanding.intent in (Intent.LIST, Intent.TOPIC):
        floor = min(model.list_from, candidates[0].support)
        return [one for one in candidates if one.support >= floor][:LISTED]
    return _with_parallels(understanding, candidates, model)


def _with_parallels(
    understanding: Understanding, candidates: Sequence[Candidate], model: SupportModel
) -> list[Candidate]:
    """The best candidate, and the same measure in other documents."""
    best = _best(understanding, candidates, model)
    chosen = [best]
    for one in candidates:
        taken = {other.evidence.policy.id for other in chosen}
        if one.evidence.policy.id in taken or one.support < model.answer_from:
            continue
        if one.support >= PARALLEL * best.support and _same_measure(understanding, best, one):
            chosen.append(one)
    return chosen


def _best(
    understanding: Understanding, candidates: Sequence[Candidate], model: SupportModel
) -> Candidate:
    """The surest candidate, or the surest that names the figure asked for."""
    wants = understanding.wants
    if wants is None:
        return candidates[0]
    sure = (one for one in candidates if one.support >= model.answer_from)
    naming = (one for one in sure if one.support >= 0.5 * candidates[0].support)
    return next((one for one in naming if names_figure(one, wants)), candidates[0])


def _same_measure(understanding: Understanding, best: Candidate, other: Candidate) -> bool:
    wants = understanding.wants
    return wants is None or names_figure(other, wants) == names_figure(best, wants)
