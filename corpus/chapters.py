"""How a policy is divided: its chapters, and which articles stand in each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.parsing.numerals import CHINESE, to_int

# 一、… （二）… 第三章 … 4. …: the number that a chapter's printed title begins with.
_NUMBERED = re.compile(
    rf"^[第(（]*\s*(?P<number>\d{{1,3}}|[{CHINESE}]{{1,6}})\s*[、.．)）编章节部分篇]+\s*"
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A titled part of a policy: where it hangs, and the numbers of its articles in print order."""

    path: tuple[str, ...]
    articles: tuple[int, ...]

    @property
    def title(self) -> str:
        """The title as printed: ``二、降低企业进出口成本``."""
        return self.path[-1]

    @property
    def name(self) -> str:
        """The title without its number."""
        return _NUMBERED.sub("", self.title)

    @property
    def number(self) -> int:
        """The number its title begins with, 0 for none."""
        match = _NUMBERED.match(self.title)
        return to_int(match["number"]) if match else 0


@dataclass(frozen=True, slots=True)
class Contents:
    """A policy's numbered articles in print order, and its chapters, outer before inner ones."""

    articles: tuple[int, ...] = ()
    chapters: tuple[Chapter, ...] = ()

    @property
    def divisions(self) -> tuple[Chapter, ...]:
        """The outermost chapters that divide the articles: a chapter that has them all does not."""
        depth = 1
        while level := self.at(depth):
            if len(level) > 1:
                return level
            depth += 1
        return self.at(1)

    def at(self, depth: int) -> tuple[Chapter, ...]:
        """The chapters that hang ``depth`` titles deep."""
        return tuple(one for one in self.chapters if len(one.path) == depth)

    def within(self, chapter: Chapter) -> tuple[Chapter, ...]:
        """The chapters right inside ``chapter``."""
        depth = len(chapter.path)
        return tuple(one for one in self.at(depth + 1) if one.path[:depth] == chapter.path)


def contents_of(articles: Iterable[tuple[int, Sequence[str]]]) -> Contents:
    """The contents of a policy, given the number and the path of each article in print order."""
    numbers: dict[int, None] = {}
    inside: dict[tuple[str, ...], dict[int, None]] = {}
    for number, path in articles:
        if number > 0:
            numbers[number] = None
            for depth in range(1, len(path) + 1):
                inside.setdefault(tuple(path[:depth]), {})[number] = None
    chapters = (Chapter(path, tuple(found)) for path, found in inside.items())
    return Contents(tuple(numbers), tuple(chapters))
