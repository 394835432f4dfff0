"""The closed vocabulary, read once from the word lists beside this file."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def _lines(name: str) -> Iterator[list[str]]:
    text = (files(__package__) / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        words = line.partition("#")[0].split()
        if words:
            yield words


GLUE: frozenset[str] = frozenset(word for line in _lines("glue.txt") for word in line)
SYNONYMS: tuple[tuple[str, ...], ...] = tuple(tuple(line) for line in _lines("synonyms.txt"))
IMPLIED: tuple[tuple[str, ...], ...] = tuple(tuple(line) for line in _lines("implied.txt"))
FIELDS: tuple[tuple[str, ...], ...] = tuple(tuple(line) for line in _lines("fields.txt"))
