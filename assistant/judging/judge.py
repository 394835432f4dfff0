"""The step that decides: what the answer rests on, or why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from assistant.answer import Reason
from assistant.composing import refusals, wording
from assistant.composing.quoting import bigrams
from assistant.judging.alike import counterpart, of_a_kind, same_measure, states_as_well
from assistant.judging.lists import lists_of, several
from assistant.judging.selection import leading_of, select, with_counterparts
from assistant.judging.twins import with_twins
from assistant.judging.unanswered import goes_on, in_charge, on_the_subject, silent
from assistant.model import Draft
from assistant.searching.places import is_foreign, speaks_of
from assistant.searching.sides import Side, with_literal
from assistant.state import State
from assistant.understanding import Understanding
from assistant.understanding.asks.intents import Intent
from assistant.understanding.asks.lists import asks_for_measures, wants_many
from assistant.understanding.domain import unaccredited
from assistant.weighing.support import Candidate, log_odds
from corpus.model import NATIONWIDE, Status
from index.text import normalise

# An article this sure is what the question means, whatever other places rule.
SURE = 0.5
# How sure it must be that another place has the rule before it is named as having it.
HAS_IT = 0.5
# By how much (in log odds) another place's article must be surer to be what was meant.
FAR_SURER = 2.5
# What is named beside another subject is likely ruled too.
SUBJECT = 0.6
# A list that one article alone gives: so sure is that one, so unsure the next.
ALONE, REMOTE = 0.8, 0.2
# So sure of another article too, when its subject alone is searched for, there is no such one.
ALSO = 0.5

# What is asked of any measure at all.
_GENERAL = re.compile(
    r"企业|公司|单位|便利|措施|优惠|政策|待遇|好处|享受|获得|支持|服务|有没有|有什么|什么|哪些|哪|啥|能|可以|有|给|的|了|吗|呢|么|[，。？?、]"
)
# What is the same in any wording: 962116, FT.
_CODE = re.compile(r"[a-z]{2,}|\d{3,}")

Chosen = tuple[tuple[str, tuple[Candidate, ...]], ...]


def judge(state: State) -> State:
    """Choose what the answer rests on; refuse when nothing supports one."""
    state = _within_one_article(state)
    understood = state.understood
    subjects = _subjects(state)
    if subjects:
        return replace(state, chosen=subjects)
    both = select(understood, state.parts.finder.together(understood), state.parts.support)
    if both:
        return replace(state, chosen=(("", tuple(both)),))
    chosen = _chosen(state, understood, state.sides)
    for reading in _other_readings(understood):
        if any(found for _, found in chosen):
            break
        sides = state.parts.finder.sides(reading)
        chosen = _chosen(state, reading, sides)
        if any(found for _, found in chosen):
            state = replace(state, understanding=reading, sides=sides)
    if not any(found for _, found in chosen):
        others = [] if understood.scope.is_open else _anywhere(state)
        chosen = _parallel(state, others)
        if not chosen:
            return replace(state, draft=_unsupported(state, others))
    if understood.outsider:
        return _for_outsiders(state, chosen)
    better = _better_elsewhere(state, chosen)
    if better:
        place = "、".join(understood.scope.jurisdictions)
        return replace(state, draft=_ruled_elsewhere(understood, place, chosen[0][1][:1], better))
    if len(chosen) == 1 and not understood.lists:
        place, found = chosen[0]
        chosen = ((place, with_twins(understood, found, state.sides[0].candidates)),)
    return replace(state, chosen=_turned_from(state, chosen))


def _within_one_article(state: State) -> State:
    """A question for a list that a single article gives, read as one for its conditions."""
    understood = state.understood
    if understood.intent is not Intent.LIST or len(state.sides) > 1:
        return state
    others = [one for side in state.sides for one in side.candidates[1:]]
    if wants_many(understood.text) or any(one.support >= ALSO for one in others):
        return state
    plain = replace(understood, lists=False, intent=Intent.CONDITIONS)
    sides = state.parts.finder.sides(plain)
    first, second = (*(one.support for one in sides[0].candidates[:2]), 0.0, 0.0)[:2]
    if first < ALONE or second > REMOTE:
        return state
    # Measures on a subject may be many, though one article is far the nearest; things are named in one.
    if asks_for_measures(understood.text) and several(state, understood, state.sides):
        return state
    return replace(state, understanding=plain, sides=sides)


def _other_readings(understood: Understanding) -> Iterator[Understanding]:
    """How the question may be meant where its first reading leads to nothing."""
    if understood.lists:
        yield replace(understood, lists=False)
    if understood.dated:
        yield replace(understood, scope=replace(understood.scope, policies=()))
    if understood.noun:
        yield replace(understood, topic=understood.noun, lists=True)
    elif understood.before:
        topic = f"{understood.topic} {understood.topic} {understood.before}"
        yield replace(understood, lists=False, topic=topic)


def _chosen(state: State, understood: Understanding, sides: Sequence[Side]) -> Chosen:
    model = state.parts.support
    if understood.lists:
        found = lists_of(state, understood, sides)
    else:
        narrow = len(sides) > 1
        found = [select(understood, side.candidates, model, one_side=narrow) for side in sides]
    selected = [(side.place, chosen) for side, chosen in zip(sides, found, strict=True)]
    chosen = with_counterparts(selected, [side.candidates for side in sides], model)
    return with_literal(chosen, sides, understood) if len(sides) > 1 else chosen


def _subjects(state: State) -> Chosen:
    """The article of each subject compared; nothing unless every one has its own."""
    model, sides = state.parts.support, state.parts.finder.subjects(state.understood)
    leading = [
        leading_of(state.understood, side.candidates)
        for side in sides
        if model.answers(side.candidates, ease=SUBJECT)
    ]
    if len(sides) < 2 or len(leading) < len(sides):
        return ()
    if not all(_speaks_of(one, side.place) for side, one in zip(sides, leading, strict=True)):
        return ()
    if any(same_measure(one, other) for one, other in combinations(leading, 2)):
        return ()
    return tuple((side.place, (one,)) for side, one in zip(sides, leading, strict=True))


def _speaks_of(one: Candidate, subject: str) -> bool:
    """Whether the article has what ``subject`` is called by: its figures and Latin words, and some
    pair of its characters."""
    text, name = normalise(one.evidence.article.text), normalise(subject)
    codes = _CODE.findall(name)
    return all(code in text for code in codes) and (
        bool(codes) or any(pair in text for pair in bigrams(name))
    )


def _anywhere(state: State) -> list[Candidate]:
    """What the question would be answered from if it named no place and no document."""
    found = state.parts.finder.anywhere(state.understood)
    return select(state.understood, found, state.parts.support)


def _parallel(state: State, others: Sequence[Candidate]) -> Chosen:
    """This place's own form of the measure that the question means elsewhere, if it has one."""
    understood = state.understood
    placed = understood.scope.jurisdictions or (understood.scope.nationwide and understood.before)
    if not placed or len(state.sides) > 1 or not others:
        return ()
    candidates = state.sides[0].candidates
    same = [one for one in candidates if same_measure(others[0], one)]
    same = same or [one for one in candidates if states_as_well(understood, one, others[0])]
    if understood.before and not same:
        same = [one for one in state.sides[0].candidates[:1] if counterpart(others[0], one)]
    return (("", tuple(same[:1])),) if same else ()


def _turned_from(state: State, chosen: Chosen) -> Chosen:
    """``chosen`` without what answered the question before, which the caller has heard."""
    heard = state.heard
    if heard is None or len(chosen) > 1 or len(chosen[0][1]) < 2:
        return chosen
    ((place, (lead, *others)),) = chosen
    left = [one for one in others if one.evidence.article.id != heard.evidence.article.id]
    return ((place, (lead, *left)),)


def _for_outsiders(state: State, chosen: Chosen) -> State:
    """What holds for enterprises that are not accredited, or that nothing does."""
    asked = unaccredited(state.understood.topic)
    best = next(found[0] for _, found in chosen if found)
    if not _GENERAL.sub("", asked):
        return replace(state, draft=refusals.accredited_only(best))
    sides = [
        Side(side.place, tuple(one for one in side.candidates if not one.for_accredited))
        for side in state.parts.finder.sides(replace(state.understood, topic=asked))
    ]
    # The measure for the others has answered already; its counterpart may be told less surely.
    open_to_all = tuple(
        (
            side.place,
            tuple(select(state.understood, side.candidates, state.parts.support, one_side=True)),
        )
        for side in sides
    )
    if any(found for _, found in open_to_all):
        # The figures that are asserted may be those of the accredited.
        return replace(
            state, chosen=open_to_all, understanding=replace(state.understood, claims=())
        )
    return replace(state, draft=refusals.accredited_only(best))


def _better_elsewhere(state: State, chosen: Chosen) -> list[Candidate]:
    """What another place rules, where that is what the question means far more surely."""
    understood = state.understood
    best = chosen[0][1][0] if len(chosen) == 1 else None
    scope = understood.scope
    if best is None or understood.lists or not scope.jurisdictions or scope.policies:
        return []
    if best.support >= SURE:
        return []
    others = _anywhere(state)
    inside = (*scope.jurisdictions, NATIONWIDE)
    if not others or others[0].evidence.policy.jurisdiction in inside:
        return []
    if same_measure(others[0], best) or states_as_well(understood, best, others[0]):
        return []
    lead = log_odds(others[0].support) - log_odds(best.support)
    return [one for one in others if one.evidence.policy.jurisdiction not in inside] * (
        lead >= FAR_SURER
    )


def _ruled_elsewhere(
    understood: Understanding, place: str, here: Sequence[Candidate], others: Sequence[Candidate]
) -> Draft:
    """What another place rules, beside what is found ``here`` on the same matter, if anything is."""
    own = next((one for one in here if of_a_kind(one, others[0])), None)
    if own is not None:
        return refusals.says_less(understood, own, others)
    return refusals.only_elsewhere(understood, place, others)


def _unsupported(state: State, others: Sequence[Candidate]) -> Draft:
    """Why nothing supports an answer here: another place has it, another time had it, or nobody."""
    understood, finder = state.understood, state.parts.finder
    scope = understood.scope
    likely = [one for side in state.sides for one in side.candidates[:3]]
    related = [one.evidence for one in likely]
    if not scope.is_open:
        place = "、".join((*scope.elsewhere, *scope.jurisdictions)) or NATIONWIDE
        told = any(speaks_of(one, (*scope.elsewhere, *scope.jurisdictions)) for one in likely)
        if is_foreign(understood) and not told:
            related = [one.evidence for one in others] or related
            return refusals.refusal(Reason.OTHER_REGION, related, place=place)
        if not told and others and others[0].support >= HAS_IT:
            within = scope.jurisdictions
            here = [one for one in likely if one.evidence.policy.jurisdiction in within]
            return _ruled_elsewhere(understood, place, here, others)
    former = select(understood, finder.at_any_time(understood), state.parts.support)
    status = former[0].evidence.policy.status(state.as_of) if former else Status.IN_FORCE
    if understood.then and status is Status.NOT_YET_IN_FORCE:
        return refusals.not_yet(understood.then.name, former[0].evidence)
    if status is not Status.IN_FORCE:
        return refusals.refusal(Reason.EXPIRED, related, as_of=f"{state.as_of:%Y年%-m月%-d日}")
    measure = on_the_subject(understood, likely, state.sides[0].candidates)
    if measure is not None:
        return measure
    if state.heard is not None and goes_on(state.heard, likely):
        return replace(refusals.not_specified("", state.heard), lead=wording.UNSAID_THERE)
    referral = finder.referral(understood, likely)
    # Whom an authority's hotline can help has asked of nothing foreign to it.
    reason = Reason.NO_BASIS if referral else silent(understood, likely)
    if referral is not None and referral.elsewhere and not scope.elsewhere:
        return refusals.referred_here(related, referral, in_charge(understood, likely))
    return refusals.referred(reason, related, referral, in_charge(understood, likely))
