"""Tables of a PDF page, found by their ruling lines: a cell's wrapped lines are one text again."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

# Points: a line is thinner than this, and lines closer than this are one.
_THIN = 3.0
# Characters that touch a cell's edge from outside stay outside.
_INSET = 1.0


@dataclass(frozen=True, slots=True)
class _Rule:
    """A ruling line: across the axis at ``at``, along it from ``low`` to ``high``."""

    at: float
    low: float
    high: float

    def covers(self, place: float) -> bool:
        return self.low - _THIN <= place <= self.high + _THIN


@dataclass(frozen=True, slots=True)
class Table:
    """The part of a page between ``top`` and ``bottom``, as rows of text, a row a line."""

    top: float
    bottom: float
    rows: tuple[str, ...]


def tables_on(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> list[Table]:
    """The ruled tables of ``page`` from top to bottom; a row is ``| … | … |``."""
    level, upright = _rules(page)
    tables = []
    for bottom, top in sorted(_merged((rule.low, rule.high) for rule in upright), reverse=True):
        columns = [
            rule for rule in upright if bottom - _THIN <= rule.low and rule.high <= top + _THIN
        ]
        lines = [rule for rule in level if bottom - _THIN <= rule.at <= top + _THIN]
        edges = sorted(_clusters(rule.at for rule in lines), reverse=True)
        if len(edges) >= 2 and len(_clusters(rule.at for rule in columns)) >= 3:
            rows = tuple(_rows(text, edges, lines, columns))
            tables.append(Table(top, bottom, rows))
    return tables


def over_pages(pages: Iterable[Sequence[str]]) -> list[str]:
    """The lines of all pages; a table that goes over a page's end is one table.

    The names of its columns stand once, and a row that the page's end cut in two is whole again:
    its second half has an empty first cell.
    """
    lines: list[str] = []
    names = ""
    for page in pages:
        rest = list(page)
        in_table = bool(lines) and _is_row(lines[-1])
        if in_table and rest and rest[0] == names:
            del rest[0]
        if in_table and rest and (whole := _whole(lines[-1], rest[0])):
            lines[-1] = whole
            del rest[0]
        for line in rest:
            if _is_row(line) and not (lines and _is_row(lines[-1])):
                names = line
            lines.append(line)
    return lines


def _is_row(line: str) -> bool:
    return line.startswith("| ")


def _whole(row: str, rest: str) -> str | None:
    """The row and its second half as one, if that is what ``rest`` is."""
    cells, more = _cells(row), _cells(rest)
    if not _is_row(rest) or len(cells) != len(more) or more[0] or not cells[0]:
        return None
    return _row([joined(pair) for pair in zip(cells, more, strict=True)])


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _rows(
    text: pypdfium2.PdfTextPage,
    edges: Sequence[float],
    lines: Sequence[_Rule],
    columns: Sequence[_Rule],
) -> Iterator[str]:
    for at, (top, bottom) in enumerate(pairwise(edges)):
        middle = (top + bottom) / 2
        sides = _clusters(rule.at for rule in columns if rule.covers(middle))
        cells = [
            _cell(text, left, right, *_extent(edges, lines, at, (left + right) / 2))
            for left, right in pairwise(sides)
        ]
        if any(cells):
            yield _row(cells)


def _extent(
    edges: Sequence[float], lines: Sequence[_Rule], row: int, across: float
) -> tuple[float, float]:
    """Top and bottom of the cell of ``row`` at ``across``, which may span several rows."""

    def ruled(edge: int) -> bool:
        near = (rule for rule in lines if abs(rule.at - edges[edge]) <= _THIN)
        return any(rule.covers(across) for rule in near)

    above, below = row, row + 1
    while above > 0 and not ruled(above):
        above -= 1
    while below < len(edges) - 1 and not ruled(below):
        below += 1
    return edges[above], edges[below]


def _cell(text: pypdfium2.PdfTextPage, left: float, right: float, top: float, bottom: float) -> str:
    words = text.get_text_bounded(left + _INSET, bottom + _INSET, right - _INSET, top - _INSET)
    return joined(words.splitlines())


def joined(lines: Iterable[str]) -> str:
    """The lines of a cell as one; only Latin words are parted by a blank."""
    whole = ""
    for line in filter(None, (line.strip() for line in lines)):
        parts = bool(re.search(r"[A-Za-z]$", whole) and re.match(r"[A-Za-z]", line))
        whole += f" {line}" if parts else line
    return whole.replace("|", "｜")


def _rules(page: pypdfium2.PdfPage) -> tuple[list[_Rule], list[_Rule]]:
    """The level and the upright ruling lines of a page."""
    level, upright = [], []
    for path in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = path.get_bounds()
        thin = min(right - left, top - bottom) <= _THIN
        strokes = [((left, bottom), (right, top))] if thin else _strokes(path)
        for (x, y), (to_x, to_y) in strokes:
            if abs(x - to_x) <= _THIN < abs(y - to_y):
                upright.append(_Rule((x + to_x) / 2, min(y, to_y), max(y, to_y)))
            elif abs(y - to_y) <= _THIN < abs(x - to_x):
                level.append(_Rule((y + to_y) / 2, min(x, to_x), max(x, to_x)))
    return level, upright


_Point = tuple[float, float]


def _strokes(path: pypdfium2.PdfObject) -> Iterator[tuple[_Point, _Point]]:
    """The straight strokes of a path that draws several at once."""
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    before = first = (0.0, 0.0)
    for index in range(pdfium.FPDFPath_CountSegments(path.raw)):
        segment = pdfium.FPDFPath_GetPathSegment(path.raw, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = matrix.on_point(x.value, y.value)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        else:
            yield before, point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield point, first
        before = point


def _clusters(places: Iterable[float]) -> list[float]:
    """The places in order, those that lie close together as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _THIN:
            found.append(place)
    return found


def _merged(ranges: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for low, high in sorted(ranges):
        if found and low <= found[-1][1] + _THIN:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return found
