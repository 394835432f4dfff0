"""Words of interest in folded text, with the words that they govern."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_BREAK = re.compile(r"[,，。;；:：、?？!！\n()]")
_CONTENT = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A word at ``start:end``, and the text of its own clause on both sides (at most ``REACH``)."""

    word: str
    start: int
    end: int
    before: str
    after: str

    @property
    def operand(self) -> frozenset[str]:
        """What the word is said of: the bigrams after it, or before it when nothing follows."""
        return bigrams(self.after) or bigrams(self.before)

    @property
    def shown(self) -> str:
        """The word with a little of its clause, for a message."""
        return f"{self.before[-4:]}{self.word}{self.after[:4]}"

    @property
    def surroundings(self) -> frozenset[str]:
        """The bigrams on both sides."""
        return bigrams(self.before) | bigrams(self.after)


REACH = 10


def occurrences(
    text: str, pattern: re.Pattern[str], hidden: Iterable[tuple[int, int]] = ()
) -> list[Occurrence]:
    """Every match of ``pattern`` that no hidden span overlaps."""
    spans = tuple(hidden)
    return [
        occurrence(text, match.start(), match.end())
        for match in pattern.finditer(text)
        if not any(match.start() < end and start < match.end() for start, end in spans)
    ]


@lru_cache(maxsize=16384)
def bigrams(text: str) -> frozenset[str]:
    """The pairs of neighbouring letters, digits or characters."""
    return frozenset(
        text[i : i + 2]
        for i in range(len(text) - 1)
        if _CONTENT.match(text[i]) and _CONTENT.match(text[i + 1])
    )


def occurrence(text: str, start: int, end: int) -> Occurrence:
    """The occurrence at ``start:end``."""
    after = _BREAK.split(text[end : end + REACH], maxsplit=1)[0]
    before = _BREAK.split(text[max(0, start - REACH) : start])[-1]
    return Occurrence(text[start:end], start, end, before, after)
