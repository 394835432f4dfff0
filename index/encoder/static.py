"""The project's own encoder at serve time: tokenizers, safetensors and numpy, no torch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.encoder.features import Features, Ids
from index.encoder.kinship import Kinship
from index.encoder.table import Floats, StaticTable, fingerprint, read_folder
from index.model import Matrix

_BATCH = 1024


def split_head(text: str) -> tuple[str, str]:
    """A passage's first line (where it stands) and the rest (its words).

    A text of one line has no head.
    """
    head, newline, body = text.partition("\n")
    return (head, body) if newline else ("", text)


class StaticEncoder:
    """Vectors as weighted sums of token vectors.

    A question is the unit vector of its tokens' weighted sum. A passage is
    ``unit(unit(body) + head_weight * unit(head))``: a title must not drown in a long article,
    nor a short article in its title.
    """

    def __init__(self, features: Features, table: StaticTable, name: str, mark: str) -> None:
        self.name = name
        self.fingerprint = mark
        self.dimensions = table.dimensions
        self.features = features
        self.weights = table
        self._table = table.table
        self._query_gain = table.query_gain.astype(np.float32)
        self._passage_gain = table.passage_gain.astype(np.float32)
        self._head_weight = np.float32(table.head_weight)

    @cached_property
    def kinship(self) -> Kinship:
        """Its tokens, compared one by one."""
        return Kinship(self.features, self.weights)

    @classmethod
    def load(cls, folder: Path, name: str | None = None) -> StaticEncoder:
        """Reads a folder written by ``zhengwen encoder train``.

        Raises:
            EncoderUnreadable: a file is missing or damaged.
        """
        features, table = read_folder(folder)
        mark = fingerprint(folder)
        return cls(features, table, f"{name or folder.name}@{mark}", mark)

    def encode_queries(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors (n × dimensions, float32); an empty text gives a zero row."""
        return self._bags(texts, self._query_gain)

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors (n × dimensions, float32); an empty text gives a zero row.

        Trained on ``title path heading`` on the first line and the article's words, without its
        label, from the second line on (what ``index.passages.embedded_text`` builds), in parts
        of at most 400 characters.
        """
        out = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for start in range(0, len(texts), _BATCH):
            part = [split_head(text) for text in texts[start : start + _BATCH]]
            heads = self._bags([head for head, _ in part], self._passage_gain)
            bodies = self._bags([body for _, body in part], self._passage_gain)
            out[start : start + _BATCH] = unit(bodies + self._head_weight * heads)
        return out

    def _bags(self, texts: Sequence[str], gain: Floats) -> Matrix:
        rows = [self._sum(ids, gain) for ids in self.features.ids(texts)]
        return unit(np.array(rows, dtype=np.float32).reshape(len(rows), self.dimensions))

    def _sum(self, ids: Ids, gain: Floats) -> npt.NDArray[np.float32]:
        return gain[ids] @ self._table[ids].astype(np.float32)


def unit(rows: Matrix) -> Matrix:
    """Every row at length one; a zero row stays zero."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1.0), dtype=np.float32)
