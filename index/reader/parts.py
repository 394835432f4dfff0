"""How much of a text the reader reads at once."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

import numpy as np

from index.encoder.features import Ids

LONGEST_QUESTION, LONGEST_HEAD, LONGEST_PART = 40, 24, 128
"""Words read of a question, of what stands above an article, and of one part of it."""

HEAD_WEIGHT = 0.5
"""What the vector of what stands above counts beside a part's own, to tell the part a question is about."""


class Kind(IntEnum):
    """What a word stands in."""

    HEAD = 0
    BODY = 1
    QUESTION = 2


def parts_of(clauses: Sequence[Ids]) -> list[Ids]:
    """The words of clauses joined to parts of at most ``LONGEST_PART``; at least one part."""
    parts: list[list[Ids]] = [[]]
    for clause in (clause[:LONGEST_PART] for clause in clauses):
        if parts[-1] and sum(map(len, parts[-1])) + len(clause) > LONGEST_PART:
            parts.append([])
        parts[-1].append(clause)
    return [np.concatenate([*part, np.zeros(0, np.int64)]) for part in parts]
