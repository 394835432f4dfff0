"""Chroma, the store of record of the vectors: what is in it is never embedded again.

One process writes a version's Chroma directory while it is built; after that it is not opened
by servers, which read the exported ``<name>.f32``. Any LangChain program may open it as
``langchain_chroma.Chroma(persist_directory=…, collection_name="passages")``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from index.model import Matrix

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

BATCH = 5_000  # Chroma takes at most 5,461 rows at once

# Servers do not search Chroma's graph, so it is built small: half the default's build time.
_SPACE: Mapping[str, Any] = {
    "hnsw": {
        "space": "cosine",
        "ef_construction": 64,
        "max_neighbors": 12,
        "sync_threshold": 20_000,
    }
}
Metadata = Mapping[str, str | int]


class VectorStore:
    """One collection of a version's Chroma directory, open for writing."""

    def __init__(self, client: ClientAPI, name: str) -> None:
        self._collection = client.get_or_create_collection(
            name,
            embedding_function=None,  # otherwise Chroma fetches a model
            configuration=_SPACE,  # type: ignore[arg-type]
        )
        self._empty = self._collection.count() == 0

    def known(self, ids: Sequence[str]) -> dict[str, Matrix]:
        """The vectors of those ``ids`` that are stored already, from a build cut short."""
        if self._empty or not ids:
            return {}
        found = self._collection.get(ids=list(ids), include=["embeddings"])
        vectors = np.asarray(found["embeddings"], np.float32)
        return dict(zip(found["ids"], vectors, strict=True))

    def add(
        self,
        ids: Sequence[str],
        vectors: Matrix,
        texts: Sequence[str],
        metadata: Sequence[Metadata],
    ) -> None:
        """Store rows under new ids; at most ``BATCH`` at once."""
        if ids:
            self._collection.add(
                ids=list(ids),
                embeddings=vectors,
                documents=list(texts),
                metadatas=[dict(one) for one in metadata],
            )


@contextmanager
def open_chroma(directory: Path) -> Iterator[ClientAPI]:
    """The embedded Chroma of ``directory``, created when absent.

    It must be closed before the directory is moved: Chroma keeps clients by their path.
    """
    import chromadb  # heavy: 1.5 s, and only builders need it
    from chromadb.config import Settings

    client = chromadb.PersistentClient(str(directory), Settings(anonymized_telemetry=False))
    try:
        yield client
    finally:
        client.close()  # type: ignore[attr-defined]  # the class has it, its interface not yet
