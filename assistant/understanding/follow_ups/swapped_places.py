"""One place put for another in a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

Places = Callable[[str], Sequence[str]]

# What may be said of a place that is meant now: “海关总署那边”.
_ASIDE = r"(?:[那这](?:边|里|头|儿)|当地|本地)?"


def without(text: str, names: Sequence[str]) -> str:
    """``text`` without the ``names`` of places, and “那边” behind them."""
    for name in names:
        text = re.sub(rf"{re.escape(name)}{_ASIDE}", "", text)
    return text


def without_marks(text: str) -> str:
    """``text`` without the marks at its end."""
    return text.rstrip("？?。！!，, ")


def swap_places(text: str, named: Sequence[str], places: Places) -> str:
    """``text`` with its place names replaced by ``named``."""
    old = places(text)
    place = "和".join(named)
    if not old:
        return f"{place}：{text}"
    first, *others = old
    text = text.replace(first, place, 1)
    return without(text, [name for name in others if name not in named])


def unsaid(text: str, named: Sequence[str]) -> str:
    """``text`` without the words by which another place was told to say it: “总署说一对一协调”."""
    place = "和".join(named)
    return re.sub(
        rf"^{re.escape(place)}(?:的文件|那边|这边|方案)?(?:里|也)?(?:说|讲|提到|写|规定)(?:了|到|过|要|的)?(?![明服解几哪什])",
        place,
        text,
    )
