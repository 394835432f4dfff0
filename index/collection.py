"""One collection on its way to disk: its records, its vectors, and its rows in Chroma."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from index.dense import vectors_path
from index.model import Encoder, Matrix
from index.records import RecordWriter
from index.reuse import KnownVectors, digest_of
from index.vector_store import VectorStore
from index.versions import IndexDirectory

if TYPE_CHECKING:
    from chromadb.api import ClientAPI


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to embed: ``text`` is what the encoder sees, ``value`` what the record keeps."""

    id: str
    text: str
    columns: tuple[int, ...]
    value: object
    metadata: dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a version is written, with what, and beside which live one."""

    path: Path
    chroma: ClientAPI
    encoder: Encoder
    live: IndexDirectory


class CollectionWriter:
    """Writes a collection batch by batch; ``close`` finishes its files.

    ``embedded`` counts the texts that the encoder had to see.
    """

    def __init__(self, target: Target, name: str, row: np.dtype[Any]) -> None:
        self.embedded = 0
        self._encoder = target.encoder
        self._known = KnownVectors.of_live_version(target.live, name, target.encoder)
        self._store = VectorStore(target.chroma, name)
        self._records = RecordWriter(target.path, name, row)
        self._vectors = vectors_path(target.path, name).open("wb")

    def __len__(self) -> int:
        return len(self._records)

    def add(self, items: Sequence[Item]) -> None:
        """Append at most ``vector_store.BATCH`` items."""
        digests = [digest_of(item.text) for item in items]
        stored = self._store.known([item.id for item in items])
        vectors = self._vectors_of(items, digests, stored)
        fresh = [place for place, item in enumerate(items) if item.id not in stored]
        self._store.add(
            [items[place].id for place in fresh],
            vectors[fresh],
            [items[place].text for place in fresh],
            [items[place].metadata for place in fresh],
        )
        self._vectors.write(vectors.tobytes())
        for item, digest in zip(items, digests, strict=True):
            self._records.add(digest, item.columns, item.value)

    def close(self) -> None:
        """Finish the files."""
        self._vectors.close()
        self._records.close()

    def _vectors_of(
        self, items: Sequence[Item], digests: Sequence[int], stored: dict[str, Matrix]
    ) -> Matrix:
        """One row per item, from this build cut short, the live version, or the encoder."""
        known = self._known.find(digests)
        vectors = np.zeros((len(items), self._encoder.dimensions), np.float32)
        missing = []
        for place, (item, digest) in enumerate(zip(items, digests, strict=True)):
            if item.id in stored:
                vectors[place] = stored[item.id]
            elif digest in known:
                vectors[place] = known[digest]
            else:
                missing.append(place)
        if missing:
            vectors[missing] = self._encoder.encode_passages([items[i].text for i in missing])
            self.embedded += len(missing)
        return vectors
