"""Texts as hashed character pairs (Weinberger et al., Feature Hashing for Large Scale Multitask
Learning, 2009), so that hundreds of them are compared in one pass over an array of numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from index.text import normalise

BUCKETS = 1 << 17
"""Where the pairs fall: of the fifty thousand that 55,000 questions have, few share one."""

_BREAK = ord("\n")
_MIXED = np.uint32(0x9E3779B1)  # Knuth's multiplicative hashing, 2^32 over the golden ratio

Codes = npt.NDArray[np.signedinteger]


def hashed_pairs(texts: Sequence[str]) -> tuple[Codes, Codes]:
    """The character pairs of each text as numbers below ``BUCKETS``, and where each text's begin.

    A text begins and ends with a line break, so that every one has pairs, its ends among them.
    """
    whole = "\n".join(("", *(normalise(" ".join(text.split())) for text in texts), ""))
    points = np.frombuffer(whole.encode("utf-32-le"), np.uint32)
    pairs = points[:-1] * np.uint32(65_599) + points[1:]
    hashed = (pairs * _MIXED) >> np.uint32(33 - BUCKETS.bit_length())
    return hashed.astype(np.int32), np.flatnonzero(points[:-1] == _BREAK)
