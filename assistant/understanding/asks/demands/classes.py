"""Figures asked of a class (“三类”, “C级”) that the text must speak of."""

from __future__ import annotations

import re

from assistant.understanding.asks.clauses import asks_whether
from assistant.understanding.asks.demands.model import Demand

_FIGURE = re.compile(r"几|多少|多[久长大高]")
_CLASS = re.compile(r"(?<![A-Za-z分第这那哪])(?P<name>[A-DＡ-Ｄ][类级]|[二三四]类)(?!似|别|商品)")
_ANY = re.compile(r"[A-DＡ-Ｄ一二三四][类级]")


def demand_of(text: str, told: str) -> Demand | None:
    """What is asked of the classes that ``text`` names, or ``told``, the story before it.

    Whether something holds for a class, and what holds for the caller's own, is left open only by a
    text that names others of the sort.
    """
    plainly = not asks_whether(text) and bool(_FIGURE.search(text))
    named = _named(text)
    names = named or (() if _ANY.search(text) else _named(told))
    if not names:
        return None
    return Demand(
        f"{names[-1]}的情形",
        lambda said: any(n in said or n[0] in _CLASSES.findall(said) for n in names),
        opens=lambda said: bool(plainly and named) or any(_others(n).search(said) for n in names),
        aside=not plainly,
    )


def _named(text: str) -> tuple[str, ...]:
    return tuple(match["name"].upper() for match in _CLASS.finditer(text))


def _others(name: str) -> re.Pattern[str]:
    """Classes of the sort of ``name``: A级 of C级, 一类 of 三类."""
    sort = "A-DＡ-Ｄ" if name[0].isascii() else "一二三四五"
    return re.compile(rf"[{sort}]{name[1]}(?!似|别|商品)")


_CLASSES = re.compile(
    r"([A-D一二三四五])(?=[、和及或]?[A-D一二三四五]?[类级]|[、，][A-D一二三四五])"
)
