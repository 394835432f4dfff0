"""Opening a finished version for searching."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from corpus import PolicyStore
from corpus.errors import CorpusError
from index.addressing import AddressBook
from index.build import STORE
from index.dense import open_vectors
from index.encoder import load_encoder
from index.errors import IndexDamaged
from index.fusion import Weights
from index.lexical import LexicalIndex
from index.manifest import Manifest
from index.model import Encoder, Matrix
from index.numbering import Numbering
from index.query import default_reader
from index.recogniser.recogniser import Recogniser
from index.records import Records
from index.scopes import Scopes
from index.search import HybridSearcher, Parts
from index.similar import SimilarSide
from index.standing import Standings
from index.versions import IndexDirectory, hold
from index.writing import LEXICAL, PASSAGES, QUESTIONS, UNSAID


@dataclass(frozen=True, slots=True)
class OpenIndex:
    """A version open for searching: safe to share between threads, never changing.

    The version is not pruned while this object lives.
    """

    manifest: Manifest
    path: Path
    searcher: HybridSearcher
    store: PolicyStore
    addresses: AddressBook
    _claim: IO[bytes]

    @property
    def version(self) -> str:
        """The id of the version."""
        return self.manifest.version


def open_index(
    index_dir: Path,
    encoder: Encoder | None = None,
    *,
    today: dt.date | None = None,
    weights: Weights | None = None,
) -> OpenIndex:
    """The live version of ``index_dir``; ``encoder`` must be the one it was built with.

    Without an encoder the project's own is loaded. ``today`` (by default the day it is) tells
    which policies are no longer in force where a search gives no day of its own; ``weights`` are
    for experiments. Raises ``IndexAbsent``,
    ``IndexIncompatible`` or ``IndexDamaged``.
    """
    directory = IndexDirectory(index_dir)
    path = directory.path(directory.current())
    claim = hold(path)
    manifest = Manifest.read(path)
    encoder = encoder or load_encoder(None)
    manifest.check_encoder(encoder)
    try:
        store = PolicyStore.open(path / STORE)
        parts = _parts(
            path, manifest, store, encoder, today or dt.date.today(), weights or Weights()
        )
    except (OSError, ValueError, CorpusError) as error:
        raise IndexDamaged(path, str(error)) from error
    searcher = HybridSearcher(parts)
    searcher.search("海关")  # loads the cutter, the tables and the vectors before anyone waits
    return OpenIndex(manifest, path, searcher, store, parts.addresses, claim)


def _parts(
    path: Path,
    manifest: Manifest,
    store: PolicyStore,
    encoder: Encoder,
    today: dt.date,
    weights: Weights,
) -> Parts:
    policies = store.metadata()
    passages, questions = Records(path, PASSAGES), Records(path, QUESTIONS)
    unsaid = Records(path, UNSAID)
    asked = _vectors(path, QUESTIONS, manifest, len(questions))
    numbering = Numbering([policy.id for policy in policies], passages.rows)
    lexical = LexicalIndex(path / LEXICAL, weights.boosts)
    vectors = _vectors(path, PASSAGES, manifest, len(passages))
    if len(lexical) != len(passages):
        raise IndexDamaged(path / LEXICAL, f"应有 {len(passages)} 条，实有 {len(lexical)} 条")
    return Parts(
        passages=passages,
        vectors=vectors,
        similar=SimilarSide(questions, asked),
        unsaid=SimilarSide(unsaid, _vectors(path, UNSAID, manifest, len(unsaid))),
        lexical=lexical,
        scopes=Scopes(policies, passages.rows, lexical),
        standings=Standings(policies, today),
        addresses=AddressBook(policies, numbering.has, store.contents),
        numbering=numbering,
        encoder=encoder,
        reader=default_reader(),
        recogniser=Recogniser.open(path, manifest.encoder.dimensions),
        weights=weights,
    )


def _vectors(path: Path, name: str, manifest: Manifest, rows: int) -> Matrix:
    vectors = open_vectors(path, name, manifest.encoder.dimensions)
    if len(vectors) != rows:
        raise IndexDamaged(path / name, f"应有 {rows} 个向量，实有 {len(vectors)} 个")
    return vectors
