"""Drafts that refuse, one function for each reason: what is missing, what is quoted beside it, who can help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Handoff, Outcome, Reason
from assistant.composing import wording
from assistant.composing.answers import article_name, listing, section, source_name
from assistant.model import Draft, Evidence
from assistant.referring.referrals import Referral
from assistant.understanding.asks.intents import Intent
from assistant.understanding.model import Understanding
from assistant.weighing.support import Candidate

_ABOUT_DOCUMENTS = frozenset(
    {
        Reason.NO_BASIS,
        Reason.NOT_SPECIFIED,
        Reason.OTHER_REGION,
        Reason.EXPIRED,
        Reason.NO_SUCH_ARTICLE,
    }
)


def not_for(what: str, best: Candidate, understanding: Understanding) -> Draft:
    """The measure is for others than ``what``, the side of a pair that is asked about.

    Whether it holds for it is thereby told, as far as its words go.
    """
    draft = not_specified(what, best)
    asked_whether = understanding.intent is Intent.YES_NO
    return replace(draft, outcome=Outcome.PARTIAL) if asked_whether else draft


def not_specified(what: str, best: Candidate, *twins: Candidate) -> Draft:
    """The measure exists but does not state ``what``: say so, and quote what it does say.

    ``twins`` are the same measure of other places, none of which states it.
    """
    tail, handoff = _who_knows(what, best, *twins)
    return Draft(
        Outcome.UNANSWERABLE,
        tuple(section(one, labelled=bool(twins)) for one in (best, *twins)),
        lead=wording.REFUSALS[Reason.NOT_SPECIFIED].format(what=what),
        tail=tail,
        reason=Reason.NOT_SPECIFIED,
        handoff=handoff,
    )


def but_for(what: str, best: Candidate, draft: Draft) -> Draft:
    """``draft``, which answers all but ``what``: that its measures do not state."""
    tail, handoff = _who_knows(what, best)
    return replace(
        draft,
        outcome=Outcome.PARTIAL,
        lead=wording.BUT_FOR.format(what=what),
        tail="\n".join(filter(None, (draft.tail, tail))),
        reason=Reason.NOT_SPECIFIED,
        handoff=handoff,
    )


def _who_knows(what: str, best: Candidate, *twins: Candidate) -> tuple[str, Handoff]:
    """Whom to ask for ``what``, as a sentence and as a hand-off."""
    if what in wording.HOTLINE_KNOWS:
        return wording.ASK_HOTLINE, wording.HANDOFFS[Reason.NO_BASIS]
    department = _department(best, *twins)
    tail = wording.NEXT_STEPS[Reason.NOT_SPECIFIED].format(department=department)
    return tail, Handoff(department=department)


def _department(best: Candidate, *twins: Candidate) -> str:
    """Who answers for the measure; of several places' each, after the place."""
    told = [
        "、".join(one.evidence.article.responsible_units or one.evidence.policy.issuers)
        or "发文单位"
        for one in (best, *twins)
    ]
    if not twins:
        return told[0]
    places = (one.evidence.policy.jurisdiction for one in (best, *twins))
    return "；".join(
        f"{place}的{department}" for place, department in zip(places, told, strict=True)
    )


def no_sum(giving: Sequence[Candidate]) -> Draft:
    """No article says how much money there is in all: say so, and quote those that give any."""
    nearest = not_specified(wording.FIGURE_NAMES["money"], giving[0])
    return replace(nearest, sections=listing(giving).sections, lead=wording.NO_SUM)


def only_elsewhere(understanding: Understanding, place: str, others: Sequence[Candidate]) -> Draft:
    """The place asked for has no such rule: say so, and who has it.

    Whether there is such a rule is thereby answered; what the rule is there cannot be.
    """
    asked_whether = understanding.intent is Intent.YES_NO
    return Draft(
        Outcome.ANSWERED if asked_whether else Outcome.UNANSWERABLE,
        tuple(section(candidate, labelled=True) for candidate in others),
        lead=wording.NOT_IN_PLACE.format(place=place) + wording.OTHERS_HAVE,
        reason=Reason.OTHER_REGION,
        handoff=wording.HANDOFFS[Reason.OTHER_REGION],
    )


def says_less(understanding: Understanding, own: Candidate, others: Sequence[Candidate]) -> Draft:
    """The place asked for rules on the matter and leaves open what is asked, which others rule.

    Whether it does is thereby told, as far as its words go.
    """
    asked_whether = understanding.intent is Intent.YES_NO
    return Draft(
        Outcome.PARTIAL if asked_whether else Outcome.UNANSWERABLE,
        tuple(section(candidate, labelled=True) for candidate in (own, *others)),
        lead=wording.SAYS_LESS.format(place=own.evidence.policy.jurisdiction),
        reason=Reason.NOT_SPECIFIED,
        handoff=wording.HANDOFFS[Reason.OTHER_REGION],
    )


def accredited_only(best: Candidate) -> Draft:
    """The measure is for accredited enterprises; of others, such as the caller's, nothing is said."""
    return Draft(
        Outcome.UNANSWERABLE,
        (section(best),),
        lead=wording.ACCREDITED_ONLY,
        reason=Reason.NOT_SPECIFIED,
        handoff=wording.HANDOFFS[Reason.NO_BASIS],
    )


def refusal(reason: Reason, related: Sequence[Evidence] = (), **words: object) -> Draft:
    """A refusal in its fixed wording, with the next step and who can help."""
    outcome = Outcome.UNANSWERABLE if reason in _ABOUT_DOCUMENTS else Outcome.REFUSED
    return Draft(
        outcome,
        lead=wording.REFUSALS[reason].format(**words),
        tail=wording.NEXT_STEPS.get(reason, "").format(**words),
        reason=reason,
        related=tuple(related),
        handoff=wording.HANDOFFS.get(reason),
    )


def not_yet(when: str, later: Evidence) -> Draft:
    """Nothing ruled on the matter at the time asked about: say so, and what does since."""
    policy = later.policy
    told = wording.LATER.format(
        source=source_name(policy, article_name(later.article)),
        date=f"{policy.effective_on or policy.issued_on:%Y年%-m月%-d日}",
        began=wording.BEGAN["effective" if policy.effective_on else "issued"],
    )
    return replace(
        refusal(Reason.EXPIRED, [later], as_of=""),
        lead=wording.NOT_YET.format(when=when, later=told),
        tail=wording.ASK_ABOUT_NOW,
    )


def referred(
    reason: Reason,
    related: Sequence[Evidence],
    referral: Referral | None,
    in_charge: Evidence | None = None,
) -> Draft:
    """A refusal that names who can help, where that is known: a topic's department, else the units of
    the article on the matter (``in_charge``), else the issuers."""
    draft = refusal(reason, related)
    if referral is None and reason is Reason.NO_BASIS:
        return _to_the_units(draft, in_charge) if in_charge else _to_the_issuers(draft)
    if referral is None:
        return draft
    unsaid = referral.phone and referral.phone not in referral.department
    phone = f"（{referral.phone}）" if unsaid else ""
    tail = wording.REFERRAL.format(topic=referral.topic, who=f"{referral.department}{phone}")
    handoff = Handoff(department=referral.department, phone=referral.phone, note=referral.topic)
    return replace(draft, tail=tail, handoff=handoff)


def referred_here(
    related: Sequence[Evidence], referral: Referral, in_charge: Evidence | None
) -> Draft:
    """A refusal of what is otherwise asked of other places: whose it is there, it is here."""
    draft = refusal(Reason.NO_BASIS, related)
    if in_charge is not None:
        return _to_the_units(draft, in_charge)
    tail = wording.ASK_THERE.format(who=referral.department)
    return replace(
        draft, tail=tail, handoff=Handoff(department=referral.department, phone=referral.phone)
    )


def _to_the_units(draft: Draft, evidence: Evidence) -> Draft:
    units = "、".join(evidence.article.responsible_units)
    source = source_name(evidence.policy, article_name(evidence.article))
    return replace(
        draft,
        tail=wording.ASK_UNITS.format(source=source, units=units),
        handoff=Handoff(department=units, phone=wording.CITY_HOTLINE),
    )


def _to_the_issuers(draft: Draft) -> Draft:
    """Where the nearest document is none of the customs', its issuers and the city's hotline help."""
    policy = draft.related[0].policy if draft.related else None
    if policy is None or "海关" in "".join((policy.title, *policy.issuers)):
        return draft
    issuers = "、".join(policy.issuers) or "发文单位"
    return replace(
        draft,
        tail=wording.ASK_ISSUERS.format(issuers=issuers),
        handoff=Handoff(department=issuers, phone=wording.CITY_HOTLINE),
    )
