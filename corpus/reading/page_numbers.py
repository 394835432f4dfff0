"""Page numbers: alone at the same edge of the pages, and in sequence from page to page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.page_foot import PAGE_FOOT

_NUMBER = re.compile(r"^[\s—–\-－·.第]*(\d{1,4})[\s—–\-－·.页]*(?:[/／共]\s*\d{1,4}\s*页?)?\s*$")
_FIRST, _LAST = 0, -1


def without_page_numbers(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of every page without its number.

    A line of figures elsewhere on a page, or out of sequence, is a table's or a list's.
    """
    kept = [list(page) for page in pages]
    for edge in (_FIRST, _LAST):
        for at in _numbered(kept, edge):
            del kept[at][edge]
    return kept


def _numbered(pages: Sequence[Sequence[str]], edge: int) -> list[int]:
    """The pages that have their number at ``edge``."""
    shown = {at: number for at, page in enumerate(pages) if (number := _number(page, edge))}
    times = Counter(number - at for at, number in shown.items())
    shift, most = max(times.items(), key=lambda item: item[1], default=(0, 0))
    sequence = most >= 2 and 2 * most >= len(pages)
    return [
        at
        for at, number in shown.items()
        if (sequence and number - at == shift) or PAGE_FOOT.match(pages[at][edge])
    ]


def _number(page: Sequence[str], edge: int) -> int | None:
    match = _NUMBER.match(page[edge]) if page else None
    return int(match[1]) if match else None
