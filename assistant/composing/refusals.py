"""Drafts that refuse, one function for each reason: what is missing, what is quoted beside it, who can help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Handoff, Outcome, Reason
from assistant.composing import wording
from assistant.composing.answers import section
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


def not_specified(what: str, best: Candidate) -> Draft:
    """The measure exists but does not state ``what``: say so, and quote what it does say."""
    tail, handoff = _who_knows(what, best.evidence)
    return Draft(
        Outcome.UNANSWERABLE,
        (section(best),),
        lead=wording.REFUSALS[Reason.NOT_SPECIFIED].format(what=what),
        tail=tail,
        reason=Reason.NOT_SPECIFIED,
        handoff=handoff,
    )


def but_for(what: str, best: Candidate, draft: Draft) -> Draft:
    """``draft``, which answers all but ``what``: that its measures do not state."""
    tail, handoff = _who_knows(what, best.evidence)
    return replace(
        draft,
        outcome=Outcome.PARTIAL,
        lead=wording.BUT_FOR.format(what=what),
        tail="\n".join(filter(None, (draft.tail, tail))),
        reason=Reason.NOT_SPECIFIED,
        handoff=handoff,
    )


def _who_knows(what: str, evidence: Evidence) -> tuple[str, Handoff]:
    """Whom to ask for ``what``, as a sentence and as a hand-off."""
    if what in wording.HOTLINE_KNOWS:
        return wording.ASK_HOTLINE, wording.HANDOFFS[Reason.NO_BASIS]
    units = evidence.article.responsible_units or evidence.policy.issuers
    department = "、".join(units) or "发文单位"
    tail = wording.NEXT_STEPS[Reason.NOT_SPECIFIED].format(department=department)
    return tail, Handoff(department=department)


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
        Outcome.CLARIFICATION if reason is Reason.AMBIGUOUS else outcome,
        lead=wording.REFUSALS[reason].format(**words),
        tail=wording.NEXT_STEPS.get(reason, "").format(**words),
        reason=reason,
        related=tuple(related),
        handoff=wording.HANDOFFS.get(reason),
    )


def referred(reason: Reason, related: Sequence[Evidence], referral: Referral | None) -> Draft:
    """A refusal that names who can help, where that is known."""
    draft = refusal(reason, related)
    if referral is None:
        return _to_the_issuers(draft) if reason is Reason.NO_BASIS else draft
    unsaid = referral.phone and referral.phone not in referral.department
    phone = f"（{referral.phone}）" if unsaid else ""
    tail = wording.REFERRAL.format(topic=referral.topic, who=f"{referral.department}{phone}")
    handoff = Handoff(department=referral.department, phone=referral.phone, note=referral.topic)
    return replace(draft, tail=tail, handoff=handoff)


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
