"""Short names that only the trade uses, written out: 沪关 for 上海海关."""

from __future__ import annotations

import re

_HOUSES = (
    (re.compile(r"(?:上海)?沪关(?!于|系|税|注|键|停|联|口)"), "上海海关"),
    (re.compile(r"(?<!大)厦关(?!于|系|税|注|键|停|联|口|门)"), "厦门海关"),
)


def in_full(text: str) -> str:
    """``text`` with the short names of customs houses written out."""
    for short, name in _HOUSES:
        text = short.sub(name, text)
    return text
