"""The network: a question's character pairs and its meaning, through one layer, onto the classes."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from index.hashing import Codes, hashed_pairs
from index.model import Matrix, Vector

SCALE = 8.0
"""How far from 0 a question's two unit vectors enter, so that the layer has room to bend."""

_NOTHING = np.float32(1e-6)


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """A linear text classifier with one hidden layer (Joulin et al., Bag of Tricks for Efficient
    Text Classification, 2017), fed with the encoder's vector too. Safe to share between threads.

    ``buckets`` (n, ascending) are the hashed pairs it knows, ``rarity`` (n) their weights, ``pairs``
    (n × hidden) their rows; ``meaning`` (hidden × dimensions) takes the vector, ``shift`` (hidden)
    is added; ``out`` (classes × hidden) and ``prior`` (classes) give the log odds.
    """

    buckets: Codes
    rarity: Vector
    pairs: npt.NDArray[np.float16]
    meaning: Matrix
    shift: Vector
    out: Matrix
    prior: Vector

    def scores(self, text: str, vector: Vector) -> Vector:
        """How much speaks for each class: log odds up to a constant.

        ``text`` is the question in normal form, ``vector`` its unit vector as a query.
        """
        codes = np.unique(hashed_pairs([text])[0])
        rows = np.searchsorted(self.buckets, codes)
        rows = rows[self.buckets.take(rows, mode="clip") == codes]
        weights = self.rarity[rows]
        weights = weights * (SCALE / max(np.linalg.norm(weights), _NOTHING))
        # Not ``@``: BLAS would spread it over threads, which then fight for the processor.
        worded = np.vecdot(self.pairs[rows].T.astype(np.float32), weights)
        layer = np.tanh(worded + np.vecdot(self.meaning, vector * np.float32(SCALE)) + self.shift)
        found: Vector = np.vecdot(self.out, layer) + self.prior
        return found

    def save(self, path: Path) -> None:
        """Write it where ``load`` finds it."""
        np.savez(path, **{one.name: getattr(self, one.name) for one in fields(self)})

    @classmethod
    def load(cls, path: Path) -> Network:
        """What ``save`` wrote. Raises ``ValueError`` or ``OSError`` for a damaged file."""
        try:
            with np.load(path) as stored:
                return cls(**{one.name: stored[one.name] for one in fields(cls)})
        except (BadZipFile, EOFError, KeyError, TypeError) as error:
            raise ValueError(f"{path.name}：{error}") from error
