"""Vectors that need not be computed again, found by the digest of the text they stand for."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from index.dense import open_vectors
from index.errors import IndexAbsent, IndexDamaged, IndexIncompatible
from index.manifest import EncoderIdentity, Manifest
from index.model import Encoder, Matrix
from index.records import rows_of
from index.versions import IndexDirectory


def digest_of(text: str) -> int:
    """64 bits that stand for ``text``: among a million texts two agree once in 30 million."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8"), digest_size=8).digest(), "big")


class KnownVectors:
    """The vectors of one collection of an earlier version; ``none`` knows nothing."""

    def __init__(self, digests: npt.NDArray[np.uint64], vectors: Matrix) -> None:
        self._order = np.argsort(digests)
        self._digests = digests[self._order]
        self._vectors = vectors

    @classmethod
    def none(cls, dimensions: int) -> KnownVectors:
        """Nothing to reuse."""
        return cls(np.zeros(0, np.uint64), np.zeros((0, dimensions), np.float32))

    @classmethod
    def of_live_version(
        cls, directory: IndexDirectory, name: str, encoder: Encoder
    ) -> KnownVectors:
        """The vectors ``name`` of the live version, if the same encoder made them."""
        try:
            path = directory.path(directory.current())
            manifest = Manifest.read(path)
        except (IndexAbsent, IndexDamaged, IndexIncompatible):
            return cls.none(encoder.dimensions)
        if manifest.encoder != EncoderIdentity.of(encoder):
            return cls.none(encoder.dimensions)
        return cls(
            rows_of(path, name)["digest"],
            open_vectors(path, name, encoder.dimensions),
        )

    def find(self, digests: Sequence[int]) -> dict[int, Matrix]:
        """The known ones among ``digests``, each with its vector."""
        wanted = np.array(digests, np.uint64)
        if not len(self._digests) or not len(wanted):
            return {}
        places = np.minimum(np.searchsorted(self._digests, wanted), len(self._digests) - 1)
        known = self._digests[places] == wanted
        rows = self._order[places[known]]
        return dict(zip(wanted[known].tolist(), self._vectors[rows], strict=True))
