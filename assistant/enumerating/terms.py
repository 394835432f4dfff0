"""Articles that name what a list is asked of: “RCEP这个词哪几条提到了”."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.enumerating.shelf import Entry, fold

# A term that more articles name than this share of them, or than so many, tells nothing.
COMMON = 0.5
MOST = 24
# Words this short that no article names are words of asking.
IDLE = 2
# So much of a term that is nowhere in full must stand in an article, and so many characters.
NEARLY = 0.7
LONG = 5
_PART = re.compile(r"[a-z0-9+%]+|[^a-z0-9+%]+")

Groups = Sequence[Sequence[str]]
Names = Callable[[str], Sequence[str]]


def naming(entries: Sequence[Entry], groups: Groups, also: Names) -> list[Entry]:
    """The entries that name a term of each group, or what ``also`` it is called.

    Empty when a group is named nowhere, or all nearly everywhere.
    """
    found = narrowed(entries, groups, also)
    if found is None or len(found) > MOST or len(found) > COMMON * len(entries):
        return []
    return found


def narrowed(entries: Sequence[Entry], groups: Groups, also: Names) -> list[Entry] | None:
    """``entries`` without those that leave a group unnamed; ``None`` where no group tells any."""
    found, telling = list(entries), False
    for group in groups:
        terms = {fold(one) for term in group for one in (term, *also(term))}
        having = [one for one in found if any(term in one.words for term in terms)]
        having = having or _beginning(found, group) or _in_parts(found, group)
        if having or any(len(term) > IDLE for term in group):
            found, telling = having, True
    return found if telling else None


def _beginning(entries: Sequence[Entry], group: Sequence[str]) -> list[Entry]:
    """The entries that name nearly all of a long term from its start: 大型成套设备(出口)."""
    for term in group:
        for end in range(len(term) - 1, max(LONG, round(NEARLY * len(term))) - 1, -1):
            having = [one for one in entries if term[:end] in one.words]
            if having:
                return having
    return []


def _in_parts(entries: Sequence[Entry], group: Sequence[str]) -> list[Entry]:
    """The entries that name the Latin and the Chinese part of a mixed term: 1+n培育."""
    split = [_PART.findall(term) for term in group]
    mixed = [parts for parts in split if len(parts) > 1 and all(len(one) > 1 for one in parts)]
    return [one for one in entries if any(all(p in one.words for p in parts) for parts in mixed)]
