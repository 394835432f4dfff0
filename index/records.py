"""Records on disk: rows of fixed width for filtering, and one line of JSON each for the rest.

``<name>.npy`` is small enough to keep in memory; ``<name>.jsonl`` is mapped and read line by
line through the offsets in the rows, so that opening costs nothing and memory stays bounded.
"""

from __future__ import annotations

import mmap
from dataclasses import fields
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt
import orjson

from index.model import Passage

Rows = npt.NDArray[Any]

_OFFSET = ("offset", np.int64)
_DIGEST = ("digest", np.uint64)  # of the embedded text: equal digests have equal vectors

PASSAGE_ROW = np.dtype(
    [
        _OFFSET,
        _DIGEST,
        ("policy", np.int32),  # position in PolicyStore.metadata()
        ("article", np.int32),  # counts the articles of the whole index; parts are neighbours
        ("number", np.int32),  # Article.number
    ]
)
QUESTION_ROW = np.dtype([_OFFSET, _DIGEST, ("article", np.int32)])

_PASSAGE_FIELDS = tuple(field.name for field in fields(Passage))
_PATH = _PASSAGE_FIELDS.index("path")


class RecordWriter:
    """Appends records; ``close`` finishes the two files."""

    def __init__(self, directory: Path, name: str, row: np.dtype[Any]) -> None:
        self._path = directory / f"{name}.npy"
        self._lines: BinaryIO = (directory / f"{name}.jsonl").open("wb")
        self._row = row
        self._rows: list[tuple[Any, ...]] = []
        self._chunks: list[Rows] = []

    def __len__(self) -> int:
        return sum(map(len, self._chunks)) + len(self._rows)

    def add(self, digest: int, columns: tuple[int, ...], value: object) -> None:
        """Append one record: the row's columns after the digest, and what its line holds."""
        self._rows.append((self._lines.tell(), digest, *columns))
        self._lines.write(orjson.dumps(value) + b"\n")
        if len(self._rows) >= 10_000:  # tuples take ten times the room of rows
            self._pack()

    def close(self) -> None:
        """Write what is left to disk."""
        self._pack()
        self._lines.close()
        np.save(self._path, np.concatenate(self._chunks))

    def _pack(self) -> None:
        self._chunks.append(np.array(self._rows, self._row))
        self._rows = []


class Records:
    """Finished records, read-only. Safe to share between threads."""

    def __init__(self, directory: Path, name: str) -> None:
        self.rows = rows_of(directory, name)
        path = directory / f"{name}.jsonl"
        # The map outlives the handle, and the file itself when the version is pruned.
        with path.open("rb") as file:
            empty = path.stat().st_size == 0  # an empty file cannot be mapped
            self._lines = b"" if empty else mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def __len__(self) -> int:
        return len(self.rows)

    def value(self, row: int) -> Any:
        """What the line of one row holds."""
        start = int(self.rows["offset"][row])
        return orjson.loads(self._lines[start : self._lines.find(b"\n", start)])


def rows_of(directory: Path, name: str) -> Rows:
    """The rows alone of finished records."""
    rows: Rows = np.load(directory / f"{name}.npy")
    return rows


def passage_value(passage: Passage) -> list[Any]:
    """A passage as its line holds it."""
    return [getattr(passage, name) for name in _PASSAGE_FIELDS]


def passage_of(value: list[Any]) -> Passage:
    """The passage of a line."""
    value[_PATH] = tuple(value[_PATH])
    return Passage(*value)
