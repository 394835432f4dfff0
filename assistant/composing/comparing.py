"""Answers that set articles, or whole documents, side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Outcome, Reason
from assistant.composing import wording
from assistant.composing.answers import place_of, quoted, section
from assistant.composing.quoting import BUDGET
from assistant.model import Draft
from assistant.understanding.asks.own_words import own_words
from assistant.understanding.figures.values import Figure, FigureKind, current_figures
from assistant.understanding.model import Understanding
from assistant.weighing.support import Candidate

# An article set beside another is quoted whole up to so many characters: what differs may stand
# anywhere in it.
COMPARED = 420


# What is not part of a name, before and behind it; and how short a name may be.
_AROUND = re.compile(
    r"^(?:的|是|跟|和|与|对|在|那|这|里)+|(?:不用|不要|不能|不|用|需要|要|可以|能|会|有|是|的|谁|来|怎么|归|由|给|里|上|中)+$"
)
_NAME = 2
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


def _called(subject: str, question: str) -> str:
    """What ``question`` calls a subject in words of its own that stand together; empty for none.

    A subject told from a follow-up may be what is left of a question: “推荐库进” of “推荐库怎么进”.
    """
    spans = (
        subject[start:end]
        for start in range(len(subject))
        for end in range(start + _NAME, len(subject) + 1)
    )
    shared = max((one for one in spans if one in question), key=len, default="")
    name = _AROUND.sub("", shared)
    return name if len(own_words(name)) >= _NAME else ""


def comparison(
    understanding: Understanding, sides: Sequence[tuple[str, Sequence[Candidate]]]
) -> Draft:
    """Each side's own words under its name; a side without a rule is said to have none."""
    size = BUDGET if understanding.wants else COMPARED
    of_subjects = bool(understanding.subjects) and understanding.scope.places < 2
    named = {name: _called(name, understanding.text) for name, _ in sides}
    if len(set(named.values())) < len(named):
        named = dict.fromkeys(named, "")
    sections = tuple(
        section(
            candidate,
            budget=size,
            label=named[name] if of_subjects else place_of(candidate.evidence.policy),
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
