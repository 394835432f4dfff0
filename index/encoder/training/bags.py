"""Many bags of tokens in two arrays, so that a batch of thousands is cut without a loop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Bags:
    """Bag ``i`` is ``ids[offsets[i]:offsets[i + 1]]``."""

    ids: npt.NDArray[np.int32]
    offsets: Ints

    def __len__(self) -> int:
        return len(self.offsets) - 1

    @classmethod
    def of(cls, rows: Sequence[npt.NDArray[np.int64]]) -> Bags:
        """One bag per row."""
        ids = np.concatenate([*rows, np.zeros(0, np.int64)]).astype(np.int32)
        return cls(ids, _offsets(np.array([len(row) for row in rows], dtype=np.int64)))

    @classmethod
    def join(cls, parts: Sequence[Bags]) -> Bags:
        """The bags of all parts, one part after the other."""
        sizes = np.concatenate([np.diff(part.offsets) for part in parts])
        return cls(np.concatenate([part.ids for part in parts]), _offsets(sizes))

    def take(self, rows: Ints) -> Bags:
        """The bags at ``rows``, in that order."""
        return self.ranges(rows, rows + 1)

    def ranges(self, starts: Ints, ends: Ints) -> Bags:
        """For every pair one bag: the bags from ``starts`` up to ``ends`` poured together."""
        begin = self.offsets[starts]
        sizes = self.offsets[ends] - begin
        offsets = _offsets(sizes)
        positions = np.arange(offsets[-1]) - np.repeat(offsets[:-1] - begin, sizes)
        return Bags(self.ids[positions], offsets)

    def thinned(self, keep: npt.NDArray[np.bool_]) -> Bags:
        """Only the tokens marked in ``keep`` (one flag per token)."""
        kept = np.zeros(len(self.ids) + 1, dtype=np.int64)
        np.cumsum(keep, out=kept[1:])
        return Bags(self.ids[keep], kept[self.offsets])

    def dropped(self, share: float, rng: np.random.Generator) -> Bags:
        """Without a random ``share`` of the tokens."""
        return self.thinned(rng.random(len(self.ids)) >= share) if share else self


def _offsets(sizes: Ints) -> Ints:
    offsets = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=offsets[1:])
    return offsets
