"""Tables of tasks: every row is a measure, with the units that one of its columns makes responsible."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.model import AlignedText, Span
from corpus.parsing.clean import clean, concatenate
from corpus.parsing.units import unit_names

_RULED_OFF = re.compile(r"[\s|:：\-—]+$")
_UNITS = re.compile(
    r"(?:主要)?(?:责任|牵头|主办|配合|协办|负责|实施|承办|主责|落实|参与|参加)(?:（?及?配合）?)?(?:单位|部门|处室)"
)
_SERIAL = re.compile(r"序\s*号|编\s*号|项目号")
_TASK = re.compile(r"(?:重点|工作|主要|具体|改革)?(?:任务|事项|项目|工作)(?:名称)?")
_ENDS = frozenset("。！？；：，、")


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of a task table's columns, as its first row prints them."""

    names: tuple[str, ...]

    @property
    def has_units(self) -> bool:
        """Whether a column names responsible units."""
        return any(map(_UNITS.fullmatch, self.names))

    @property
    def counts(self) -> bool:
        """Whether the first column numbers the rows."""
        return bool(_SERIAL.fullmatch(self.names[0]))


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what its first column counts, its task where more is said of it, words and units.

    ``is_title``: it is one cell over the whole width. ``label`` and ``number`` are how it is
    cited, given where its place among the others is known.
    """

    serial: str
    task: str
    body: AlignedText
    units: tuple[str, ...]
    is_title: bool = False
    label: str = ""
    number: int = 0


def columns_of(source: str, start: int, end: int) -> Columns | None:
    """The columns that the row ``source[start:end]`` names, if it heads a table of tasks."""
    names = tuple(cell.text for cell in cells_of(source, start, end))
    columns = Columns(names)
    return columns if len(names) >= 2 and columns.has_units else None


def is_ruled_off(source: str, start: int, end: int) -> bool:
    """Whether the row is the line below the names: ``| --- | --- |``."""
    return bool(_RULED_OFF.match(source, start, end))


def cells_of(source: str, start: int, end: int) -> list[AlignedText]:
    """The clean words of the cells of ``| … | … |``, empty cells included."""
    first = start + 1 if source[start] == "|" else start
    last = end - 1 if end > first and source[end - 1] == "|" else end
    edges = [first - 1, *(at for at in range(first, last) if source[at] == "|"), last]
    return [
        clean(source, *_trimmed(source, before + 1, after)) for before, after in pairwise(edges)
    ]


def _trimmed(source: str, start: int, end: int) -> tuple[int, int]:
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return start, end


def row_of(source: str, span: Span, columns: Columns) -> Row:
    """The row at ``span``, its cells told by their columns: ``…，完成时限：2026年12月。``"""
    cells = cells_of(source, span.start, span.end)
    if len(cells) != len(columns.names):
        body = cells[0] if len(cells) == 1 else clean(source, span.start, span.end)
        return Row("", "", body, (), is_title=len(cells) == 1)
    serial = cells[0].text if columns.counts else ""
    named = list(zip(columns.names, cells, strict=True))[1 if columns.counts else 0 :]
    units = [
        unit for name, cell in named if _UNITS.fullmatch(name) for unit in unit_names(cell.text)
    ]
    said = [(name, cell) for name, cell in named if cell.text and not _UNITS.fullmatch(name)]
    told = bool(said) and bool(_TASK.fullmatch(said[0][0])) and _says_more(said[1:])
    return Row(
        serial,
        said[0][1].text.rstrip("。") if told else "",
        _sentence(said),
        tuple(dict.fromkeys(units)),
    )


def _says_more(said: Sequence[tuple[str, AlignedText]]) -> bool:
    """Whether a row goes on to say what the task is, and not only by when."""
    return any(len(cell.text) > 12 for _, cell in said)


def _sentence(said: Sequence[tuple[str, AlignedText]]) -> AlignedText:
    """The cells as one line; the first speaks for itself, the others are named."""
    pieces: list[AlignedText] = []
    for at, (name, cell) in enumerate(said):
        if at:
            whole = pieces[-1].text[-1] in _ENDS
            pieces.append(AlignedText(f"{'' if whole else '。' if at == 1 else '，'}{name}："))
        pieces.append(cell)
    if pieces and pieces[-1].text[-1] not in _ENDS:
        pieces.append(AlignedText("。"))
    return concatenate(pieces)
