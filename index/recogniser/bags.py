"""Questions as bags of the hashed pairs that a network knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.hashing import BUCKETS, Codes, hashed_pairs
from index.model import Vector

Numbers = npt.NDArray[np.int64]

_OFTEN = 4
"""A pair of fewer questions tells more of its writer than of an article."""


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Some texts: those of text ``i`` begin at ``offsets[i]``; its ``weights`` have unit length."""

    columns: Numbers
    offsets: Numbers
    weights: Vector


@dataclass(frozen=True, slots=True, eq=False)
class Bags:
    """The distinct known pairs of each text: those of text ``i`` are
    ``columns[starts[i]:starts[i + 1]]``, numbers into ``buckets`` and ``rarity``."""

    buckets: Codes
    rarity: Vector
    columns: Numbers
    starts: Numbers

    @classmethod
    def of(cls, texts: Sequence[str]) -> Bags:
        """The bags of ``texts``, with the pairs that enough of them have."""
        codes, starts = hashed_pairs(texts)
        lengths = np.diff(np.append(starts, len(codes)))
        text = np.repeat(np.arange(len(texts)), lengths)
        distinct = np.unique(text * BUCKETS + codes)
        text, codes = np.divmod(distinct, BUCKETS)
        seen = np.bincount(codes, minlength=BUCKETS)
        buckets = np.flatnonzero(seen >= min(_OFTEN, len(texts)))
        column = np.full(BUCKETS, -1)
        column[buckets] = np.arange(len(buckets))
        known = column[codes] >= 0
        rarity = np.log((len(texts) + 1) / (seen[buckets] + 0.5)).clip(min=0.01)
        return cls(
            buckets.astype(np.int32),
            rarity.astype(np.float32),
            column[codes[known]],
            np.searchsorted(text[known], np.arange(len(texts) + 1)),
        )

    def batch(self, chosen: Numbers, dropped: float, random: np.random.Generator) -> Batch:
        """The ``chosen`` texts, each with the share ``dropped`` of its pairs left out by chance."""
        lengths = self.starts[chosen + 1] - self.starts[chosen]
        offsets = np.cumsum(lengths) - lengths
        text = np.repeat(np.arange(len(chosen)), lengths)
        columns = self.columns[np.arange(len(text)) + (self.starts[chosen] - offsets)[text]]
        weights = self.rarity[columns] * (random.random(len(text)) >= dropped)
        norms = np.sqrt(np.bincount(text, weights**2, len(chosen))).clip(min=1e-6)
        return Batch(columns, offsets, (weights / norms[text]).astype(np.float32))
