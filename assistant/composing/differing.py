"""Drafts that tell what one side's documents have and the other's do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Outcome, Reason
from assistant.composing import wording
from assistant.composing.answers import listing
from assistant.model import Draft, Section
from assistant.weighing.support import Candidate


@dataclass(frozen=True, slots=True)
class Own:
    """What ``has`` has and ``lacks`` nothing like.

    ``aside`` are the titles of documents of another kind than the other side's, and how many such
    articles each has.
    """

    has: str
    lacks: str
    articles: tuple[Candidate, ...]
    aside: tuple[tuple[str, int], ...] = ()


def differing(sides: Sequence[Own]) -> Draft:
    """The articles of each side that the other has nothing like, quoted; first how that was told."""
    told = [one for one in sides if one.articles]
    notes = [
        wording.NO_OWN.format(has=one.has, lacks=one.lacks) for one in sides if one not in told
    ]
    notes += [
        wording.OWN_ASIDE.format(title=title, count=count, lacks=one.lacks)
        for one in sides
        for title, count in one.aside
    ]
    if len(sides) > 1:
        notes.append(wording.BOTH_HAVE)
    if not told:
        lead, *rest = notes
        return Draft(Outcome.UNANSWERABLE, lead=lead, tail="\n".join(rest), reason=Reason.NO_BASIS)
    first, *others = told
    sections = (*listing(first.articles).sections, *(part for one in others for part in _led(one)))
    return Draft(Outcome.ANSWERED, sections, lead=_lead(first), tail="\n".join(notes))


def _led(own: Own) -> tuple[Section, ...]:
    """A further side's articles, the first of them under its own lead."""
    first, *others = listing(own.articles).sections
    return replace(first, title=f"{_lead(own)}\n{first.title}"), *others


def _lead(own: Own) -> str:
    return wording.OWN.format(has=own.has, lacks=own.lacks, count=len(own.articles))
