"""The weights of a static encoder, as they lie on disk and as they are used.

A folder holds ``model.safetensors`` with ``table`` (uint8, tokens × dimensions / 2: two numbers
of 4 bits in a byte, the even dimension in the low half), ``query_gain`` and ``passage_gain``
(float16, one number per token: how much the token counts in a question and in a passage, times
the row's quantisation step), and ``config.json`` with ``head_weight``, what a passage's first
line counts against the rest. Four bits cost no recall that could be measured (see the model
card) and halve the weights.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from index.encoder.errors import EncoderUnreadable
from index.encoder.features import BIGRAMS_FILE, TOKENIZER_FILE, Features

CONFIG_FILE = "config.json"
WEIGHTS_FILE = "model.safetensors"
FORMAT = "zhengwen-static-1"

Floats = npt.NDArray[np.float32]

_LEVELS = 7
_CLIPS = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)


@dataclass(frozen=True, slots=True, eq=False)
class StaticTable:
    """Token vectors with two gains per token."""

    table: npt.NDArray[np.int8]
    query_gain: npt.NDArray[np.float16]
    passage_gain: npt.NDArray[np.float16]
    head_weight: float

    @property
    def dimensions(self) -> int:
        """Numbers per vector."""
        return int(self.table.shape[1])

    @classmethod
    def quantise(
        cls, rows: Floats, query_gain: Floats, passage_gain: Floats, head_weight: float
    ) -> StaticTable:
        """Rounds ``rows`` to -7…7, each row by its own step, which moves into the gains."""
        step = _best_step(rows)
        return cls(
            _round(rows, step).astype(np.int8),
            (query_gain * step).astype(np.float16),
            (passage_gain * step).astype(np.float16),
            float(head_weight),
        )

    def save(self, folder: Path) -> None:
        """Writes the weights and the configuration into ``folder``."""
        tensors: dict[str, npt.NDArray[Any]] = {
            "table": _pack(self.table),
            "query_gain": self.query_gain,
            "passage_gain": self.passage_gain,
        }
        save_file(tensors, folder / WEIGHTS_FILE)
        config = {"format": FORMAT, "head_weight": self.head_weight}
        (folder / CONFIG_FILE).write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> StaticTable:
        """Reads what ``save`` wrote."""
        config = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))
        weights = load_file(folder / WEIGHTS_FILE)
        return cls(
            _unpack(weights["table"]),
            weights["query_gain"],
            weights["passage_gain"],
            float(config["head_weight"]),
        )


def is_static_folder(folder: Path) -> bool:
    """Whether ``folder`` holds weights in this project's own format."""
    try:
        config = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(config, dict) and config.get("format") == FORMAT


def read_folder(folder: Path) -> tuple[Features, StaticTable]:
    """Tokens and weights of ``folder``.

    Raises:
        EncoderUnreadable: a file is missing or damaged, or the parts do not fit together.
    """
    try:
        features, table = Features.load(folder), StaticTable.load(folder)
    except (OSError, ValueError, KeyError, TypeError, SafetensorError) as error:
        raise EncoderUnreadable(folder, str(error)) from error
    if len(features) != len(table.table):
        reason = f"词表有 {len(features)} 项，权重却有 {len(table.table)} 行"
        raise EncoderUnreadable(folder, reason)
    return features, table


def fingerprint(folder: Path) -> str:
    """Sixteen hex digits over every file that decides the vectors."""
    digest = hashlib.sha256()
    for name in (CONFIG_FILE, WEIGHTS_FILE, TOKENIZER_FILE, BIGRAMS_FILE):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:16]


def _best_step(rows: Floats) -> Floats:
    """For every row the step, of those that clip its largest numbers or not, that errs least."""
    largest = np.maximum(np.abs(rows).max(axis=1), 1e-12)
    steps = np.stack([largest * clip / _LEVELS for clip in _CLIPS])
    errors = [((_round(rows, step) * step[:, None] - rows) ** 2).sum(axis=1) for step in steps]
    best = np.argmin(np.stack(errors), axis=0)
    return np.asarray(steps[best, np.arange(len(rows))], dtype=np.float32)


def _round(rows: Floats, step: Floats) -> Floats:
    levels: Floats = np.clip(np.rint(rows / step[:, None]), -_LEVELS, _LEVELS)
    return levels


def _pack(table: npt.NDArray[np.int8]) -> npt.NDArray[np.uint8]:
    shifted = (table + 8).astype(np.uint8)
    packed: npt.NDArray[np.uint8] = shifted[:, ::2] | (shifted[:, 1::2] << np.uint8(4))
    return packed


def _unpack(packed: npt.NDArray[np.uint8]) -> npt.NDArray[np.int8]:
    table = np.empty((packed.shape[0], packed.shape[1] * 2), dtype=np.int8)
    table[:, ::2] = (packed & 15).view(np.int8)
    table[:, 1::2] = (packed >> 4).view(np.int8)
    table -= 8
    return table
