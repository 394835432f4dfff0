"""Words of a text with their places; a document's number is one word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import rjieba

from index.text import normalise

# Taken out before the cutter sees them: it would read 那|份文件.
POINTING = re.compile('[那这](?:一?[个份])?(?:文件)?|里面|里头|当中|[《》“”"()〈〉]')
DOC_NUMBER = re.compile(
    r"(?:[〔\[(【]?\s*(?P<year>(?:19|20)\d\d)\s*[〕\])】]?\s*年?\s*)?第?\s*"
    r"(?P<serial>\d{1,5}|[〇零一二三四五六七八九十百千]{1,7})\s*"
    r"号(?P<kind>文件|文|令|公告)?(?!线|楼|门|窗|码头|公路|仓|柜台|泊位)"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text and where it stands; ``number`` where it is a document's number."""

    start: int
    end: int
    text: str
    number: re.Match[str] | None = None


def words_of(text: str) -> list[Word]:
    """``text`` cut into words with their places; a document number is one word."""
    found: list[Word] = []
    position = 0
    for match in DOC_NUMBER.finditer(text):
        if text[: match.start()].endswith("月"):  # 6月13号 is a day
            continue
        found += _cut(text, position, match.start())
        found.append(Word(match.start(), match.end(), match[0], match))
        position = match.end()
    return found + list(_cut(text, position, len(text)))


def _cut(text: str, start: int, end: int) -> Iterator[Word]:
    pointless = POINTING.sub(lambda match: " " * len(match[0]), text[start:end])
    for word in rjieba.cut(pointless):
        yield Word(start, start + len(word), word)
        start += len(word)


def tight(text: str) -> str:
    """``text`` in normal form without white space."""
    return without_spaces(normalise(text))[0]


def without_spaces(text: str) -> tuple[str, list[int]]:
    """``text`` without white space, and where each of its characters stood."""
    places = [place for place, char in enumerate(text) if not char.isspace()]
    return "".join(text[place] for place in places), places
