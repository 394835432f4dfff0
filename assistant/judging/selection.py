"""Which of the candidates an answer rests on."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.composing.answers import names_figure
from assistant.searching.places import of_the_places
from assistant.understanding.asks.intents import Intent
from assistant.understanding.asks.lists import subject_of, wants_many
from assistant.understanding.model import Understanding
from assistant.understanding.scope import without_places
from assistant.weighing.support import (
    Candidate,
    SupportModel,
    companion_features,
    list_features,
    named_share,
)

# Questions that ask for several measures anyway.
BROAD = frozenset({Intent.LIST, Intent.TOPIC, Intent.COMPARISON})
# A candidate that names the figure asked for goes before a surer one that does not, when it is
# at least this share as sure.
NEARLY = 0.8
MOST = 8
LISTED = 14
# Less still where several measures are asked for in so many words.
LISTING, MANY = 0.6, 0.35
# How sure an article must be to stand in a list that one article alone may give.
PERHAPS_ONE = 0.35
# A question that names two sides takes it for granted that each has something to compare.
SIDE = 0.5
COMPARED = 0.1
# So alike to what leads another side, an article is its counterpart though hardly sure by itself.
ALIKE, HARDLY = 0.78, 0.01


def select(
    understanding: Understanding,
    candidates: Sequence[Candidate],
    model: SupportModel,
    *,
    one_side: bool = False,
) -> list[Candidate]:
    """The candidates to cite, the leading one first; empty when nothing supports an answer.

    ``one_side`` when they are one side of a comparison: then the question is narrow again.
    """
    candidates = of_the_places(understanding, candidates)
    if not model.answers(candidates, ease=SIDE if one_side else 1.0):
        return []
    best = leading_of(understanding, candidates)
    broad = understanding.intent in BROAD and not one_side
    beside = [
        one
        for rank, one in enumerate(candidates)
        if one is not best
        and model.beside(companion_features(best, one, rank=rank, broad=broad)) >= model.cite_from
        and (broad or _same_measure(understanding, best, one))
    ]
    if understanding.intent is Intent.COMPARISON and not one_side and not beside:
        beside = _other_document(best, candidates)
    return [best, *beside][:MOST]


def select_listed(
    understanding: Understanding,
    candidates: Sequence[Candidate],
    model: SupportModel,
    *,
    least: float = 0.0,
) -> list[Candidate]:
    """Every candidate that belongs to the list asked for; empty when nothing supports one.

    ``least`` is how sure that must be at least.
    """
    candidates = of_the_places(understanding, candidates, sure=0.0)
    if not candidates:
        return []
    if not listable(understanding, candidates, model):
        return []
    best, subject = candidates[0], listed_subject(understanding)
    many = wants_many(understanding.text)
    sure = max(
        model.list_from, least, 0.0 if many or understanding.intent is Intent.TOPIC else PERHAPS_ONE
    )
    weighed = [
        (model.in_list(list_features(best, one, rank=rank, subject=subject)), one)
        for rank, one in enumerate(candidates)
    ]
    listed = [(weight, one) for weight, one in weighed if weight >= sure]
    if not listed:
        return [] if least else [best]
    enough = sorted((weight for weight, _ in listed), reverse=True)[:LISTED]
    return [one for weight, one in listed if weight >= enough[-1]]


def listable(
    understanding: Understanding, candidates: Sequence[Candidate], model: SupportModel
) -> bool:
    """Whether any of ``candidates`` bears the name of what a list is asked of, or answers.

    A list is wanted of whatever bears the name; how surely one answers matters less.
    """
    subject = listed_subject(understanding)
    named = any(named_share(one, subject) == 1.0 for one in candidates)
    ease = MANY if wants_many(understanding.text) else LISTING
    return named or model.answers(candidates, ease=ease)


def listed_subject(understanding: Understanding) -> str:
    """What a list is asked of, without places; empty for a question that asks for none."""
    if not understanding.lists:
        return ""
    return subject_of(without_places(understanding.topic), without_places(understanding.text))


def with_counterparts(
    chosen: Sequence[tuple[str, Sequence[Candidate]]],
    candidates: Sequence[Sequence[Candidate]],
    model: SupportModel,
) -> tuple[tuple[str, tuple[Candidate, ...]], ...]:
    """``chosen`` by side, a side without any given the counterpart of what leads another side.

    What is said elsewhere tells what to look for: the words of the question alone may be too few.
    """
    leading = [found[0] for _, found in chosen if found]
    if not leading:
        return tuple((place, tuple(found)) for place, found in chosen)
    anchor = max(leading, key=lambda one: one.support)
    return tuple(
        (place, tuple(found) or _counterpart(anchor, near, model))
        for (place, found), near in zip(chosen, candidates, strict=True)
    )


def _counterpart(
    anchor: Candidate, candidates: Sequence[Candidate], model: SupportModel
) -> tuple[Candidate, ...]:
    weighed = [
        (model.beside(companion_features(anchor, one, rank=1, broad=True)), one)
        for one in candidates
    ]
    best = max(weighed, key=lambda pair: pair[0], default=None)
    if best is None:
        return ()
    like = float(anchor.vector @ best[1].vector) >= ALIKE and best[1].support >= HARDLY
    return (best[1],) if like or best[0] >= model.cite_from else ()


def _other_document(best: Candidate, candidates: Sequence[Candidate]) -> list[Candidate]:
    """What a comparison within one place compares with: the surest of another document."""
    others = (one for one in candidates if one.policy_id != best.policy_id)
    return [one for one in others if one.support >= COMPARED][:1]


def leading_of(understanding: Understanding, candidates: Sequence[Candidate]) -> Candidate:
    """The surest candidate, or a nearly as sure one that fits better.

    A measure for those asked about goes before one for others, and one that names the figure
    asked for before one that does not.
    """
    floor, wants = NEARLY * candidates[0].support, understanding.wants
    near = [one for one in candidates if one.support >= floor]
    return min(
        near,
        key=lambda one: (
            one.features["for_others"],
            wants is not None and not names_figure(one, wants),
        ),
    )


def _same_measure(understanding: Understanding, best: Candidate, other: Candidate) -> bool:
    """Whether both are for those asked about, and both or neither name the figure asked for."""
    if other.features["for_others"] > best.features["for_others"]:
        return False
    wants = understanding.wants
    return wants is None or names_figure(other, wants) == names_figure(best, wants)
