"""Answers that set articles, or whole documents, side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Outcome, Reason
from assistant.composing import wording
from assistant.composing.answers import place_of, quoted, section
from assistant.composing.quoting import BUDGET
from assistant.model import Draft
from assistant.understanding.figures.values import Figure, FigureKind, current_figures
from assistant.understanding.model import Understanding
from assistant.weighing.support import Candidate

# An article set beside another is quoted whole up to so many characters: what differs may stand
# anywhere in it.
COMPARED = 420


_LONGER = re.compile(r"长|久")
_SHORTER = re.compile(
    r"(?:哪|谁)[^，。？?]{0,10}(?:快|短|慢|长|久)|(?:快|短|慢|长)[^，。？?]{0,4}(?:哪|谁)"
)


def _verdict(question: str, sides: Sequence[tuple[str, Sequence[Candidate]]]) -> str:
    """Which side's time is shorter (or longer), where that is asked and each states just one."""
    if not _SHORTER.search(question):
        return ""
    limits: dict[str, Figure] = {}
    for place, chosen in sides:
        words = [one.text for candidate in chosen[:1] for one in quoted(candidate)]
        found = {
            (one.value, one.unit): one
            for text in words
            for one in current_figures(text)
            if one.kind is FigureKind.DURATION
        }
        if len(found) != 1:
            return ""
        (limits[place],) = found.values()
    units = {one.unit for one in limits.values()}
    pick, told_so = (max, wording.LONGEST) if _LONGER.search(question) else (min, wording.SHORTEST)
    place = pick(limits, key=lambda place: limits[place].value, default="")
    if len(units) != 1 or len({one.value for one in limits.values()}) != len(limits):
        return ""
    told = "，".join(f"{place}{figure.text}" for place, figure in limits.items())
    return told_so.format(told=told, place=place)


def comparison(
    understanding: Understanding, sides: Sequence[tuple[str, Sequence[Candidate]]]
) -> Draft:
    """Each side's own words under its name; a side without a rule is said to have none."""
    size = BUDGET if understanding.wants else COMPARED
    of_subjects = bool(understanding.subjects) and understanding.scope.places < 2
    sections = tuple(
        section(
            candidate,
            budget=size,
            label=name if of_subjects else place_of(candidate.evidence.policy),
            complete=True,
            whole=size,
        )
        for name, chosen in sides
        for candidate in chosen
    )
    missing = [place for place, chosen in sides if not chosen]
    tail = "\n".join(wording.PARTLY_MISSING.format(place=place) for place in missing)
    outcome = Outcome.PARTIAL if missing else Outcome.ANSWERED
    reason = Reason.OTHER_REGION if missing else None
    lead = "" if missing or of_subjects else _verdict(understanding.text, sides)
    return Draft(outcome, sections, lead=lead, tail=tail, reason=reason)
