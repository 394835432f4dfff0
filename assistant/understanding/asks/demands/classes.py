"""Figures asked of a class (“三类”, “C级”) that the text must speak of."""

from __future__ import annotations

import re

from assistant.understanding.asks.clauses import asks_whether
from assistant.understanding.asks.demands.model import Demand

_FIGURE = re.compile(r"几|多少|多[久长大高]")
_CLASS = re.compile(r"(?<![A-Za-z分第这那哪])(?P<name>[A-DＡ-Ｄ][类级]|[二三四]类)(?!似|别|商品)")


def demand_of(text: str) -> Demand | None:
    """What is asked of the classes that ``text`` names, if any."""
    if asks_whether(text) or not _FIGURE.search(text):
        return None
    names = tuple(match["name"].upper() for match in _CLASS.finditer(text))
    if not names:
        return None
    return Demand(
        f"{names[-1]}的情形",
        lambda said: any(f"{n[0]}{n[1]}" in said or n[0] in _CLASSES.findall(said) for n in names),
    )


_CLASSES = re.compile(
    r"([A-D一二三四五])(?=[、和及或]?[A-D一二三四五]?[类级]|[、，][A-D一二三四五])"
)
