"""Which places a sentence speaks of, and which of its words belong to which place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import jurisdictions
from corpus.model import NATIONWIDE

_LINK = re.compile(r"市?(?:和|与|及|、|以及|同)?")


@dataclass(frozen=True, slots=True)
class Scope:
    """Words said of each of ``places``; no place means that the sentence names none."""

    text: str
    places: tuple[str, ...]


def scopes(text: str) -> tuple[Scope, ...]:
    """``text`` cut where the place changes: 上海2年，厦门1年 gives two scopes.

    Places joined by 和 or 、 share one scope: what follows is said of each.
    """
    named = [s for s in jurisdictions.spans_in(text) if s[2] != NATIONWIDE]
    if not named:
        return (Scope(text, ()),)
    groups: list[tuple[int, list[str]]] = []
    end = -1
    for start, stop, name in named:
        if groups and (name in groups[-1][1] or _LINK.fullmatch(text[end:start])):
            groups[-1][1].append(name)
        else:
            groups.append((_clause_start(text, start), [name]))
        end = stop
    starts = [0, *(start for start, _ in groups[1:]), len(text)]
    return tuple(
        Scope(text[starts[i] : starts[i + 1]], tuple(dict.fromkeys(names)))
        for i, (_, names) in enumerate(groups)
    )


def _clause_start(text: str, position: int) -> int:
    """Where the words before a place begin that go with it (在厦门, 而厦门)."""
    cut = max((text.rfind(mark, 0, position) for mark in "，,。；;：:、和而"), default=-1)
    return cut + 1 if position - cut <= 6 else position
