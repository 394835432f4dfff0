"""Places called by one character: 沪企, 沪厦两地, 甬的政策.

A character counts as a place only beside what makes it one; which characters stand for which place
is told in ``jurisdictions.tsv``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus import jurisdictions

_AND = "[和与跟、]"
# A region is called by the characters of its members, and is none of them: 京津冀, 江浙.
_REGION = 3
_BESIDE_A_NAME = re.compile("江(?=浙)")


@lru_cache(maxsize=1024)
def spans_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """``(start, end, full name)`` of every place that ``text`` calls by one character, in order."""
    names, pattern = _letters(), _finder()
    if names.keys().isdisjoint(text):
        return ()
    inside = [(start, end) for start, end, _ in jurisdictions.spans_in(text)]
    return tuple(
        (*match.span(), names[match[0]])
        for match in pattern.finditer(text)
        if not any(start <= match.start() < end for start, end in inside)
        and not _in_a_region(text, match.start())
    )


def find_in(text: str) -> tuple[str, ...]:
    """The full names of the places that ``text`` calls by one character, each once."""
    return tuple(dict.fromkeys(name for _, _, name in spans_in(text)))


def place_of(letter: str) -> str | None:
    """The full name of the place that is called by this one character."""
    return _letters().get(letter)


def pairs() -> str:
    """A pattern for two of these characters side by side: 沪厦."""
    return f"(?<![{every()}])[{every()}]{{2}}(?![{every()}])"


def every() -> str:
    """All these characters."""
    return "".join(_letters())


def _in_a_region(text: str, place: int) -> bool:
    names = _letters()
    start = end = place
    while start > 0 and text[start - 1] in names:
        start -= 1
    while end < len(text) and text[end] in names:
        end += 1
    return end - start >= _REGION or bool(_BESIDE_A_NAME.match(text, max(place - 1, 0)))


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    return {one.letter[0]: one.name for one in _lettered()}


def _lettered() -> list[jurisdictions.Jurisdiction]:
    return [one for one in jurisdictions.all_jurisdictions().values() if one.letter]


@lru_cache(maxsize=1)
def _finder() -> re.Pattern[str]:
    any_letter = every()
    alone = "".join(one.letter for one in _lettered() if len(one.letter) == 1)
    ending = r"(?=$|[\W\da-zA-Z]|[两二三的企各都谁哪])"
    beside = rf"{_AND}?[{any_letter}](?![{any_letter}])"
    return re.compile(
        rf"[{alone}](?=上(?!升|涨|下)|市(?!场)|企|的|版|关(?![于系心键注联])|{_AND}|{beside})"
        rf"|[{any_letter}](?=企(?!业)|版|的政策|{beside}{ending})|(?<=[{any_letter}])[{any_letter}]{ending}"
        rf"|(?<=[{alone}])[{any_letter}]|(?<=[{alone}]{_AND})[{any_letter}]"
    )
