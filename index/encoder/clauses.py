"""Texts cut into clauses, as the encoder and the reader are trained on them."""

from __future__ import annotations

import re

_CLAUSE = re.compile(r"[^。；！？\n，：]+[。；！？\n，：]*")
_SHORTEST = 8


def cut(text: str) -> list[str]:
    """The clauses of ``text``, short ones joined to the next."""
    clauses: list[str] = []
    held = ""
    for clause in _CLAUSE.findall(text):
        held += clause
        if len(held) >= _SHORTEST:
            clauses.append(held)
            held = ""
    return [*clauses, held] if held or not clauses else clauses
