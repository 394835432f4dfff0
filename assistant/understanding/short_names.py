"""Short names that only the trade uses, written out: 沪关 for 上海海关."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus import letters
from corpus.jurisdictions import short_name

# 关于, 关系, 关税 … are words of their own, and so are 大厦, 北京, 武汉.
_NOT_BEFORE, _NOT_AFTER = "大北天武江山纵精高", "于系税注键停联口门心切怀照"


def in_full(text: str) -> str:
    """``text`` with the short names of customs houses written out."""
    return _houses().sub(_written_out, text)


def _written_out(match: re.Match[str]) -> str:
    place = letters.place_of(match["letter"])
    return f"{short_name(place)}海关" if place else match[0]


@lru_cache(maxsize=1)
def _houses() -> re.Pattern[str]:
    return re.compile(rf"(?<![{_NOT_BEFORE}])(?P<letter>[{letters.every()}])关(?![{_NOT_AFTER}])")
