"""Stage 1: the source cut into lines, each with its offsets and its markup set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from corpus.page_foot import PAGE_FOOT

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_LINE = re.compile(r"[^\n\f]+")
_DECORATION = re.compile(
    r"[\s\u3000\ufeff\u200b]*(?:>[ \t]*)*(?P<hashes>#{1,6}(?![#\w])[ \t\u3000]*)?"
    r"(?:[-+•·●■◆]\s+|\*[ \t]+)?(?P<stars>\*{2,3}|__(?=\S))?[ \t\u3000]*"
)
_RULE = re.compile(r"(?:[-_=*—─]\s*){3,}$")
_COMMENT = re.compile(r"<!--.*?-->\s*$")
# A sentence, not a title or a name: something is said, and a mark inside it shows so.
_PROSE = re.compile(r"[，。；：、？！]|(?<=[\u4e00-\u9fff])[,;]")
# 发布单位：某市口岸办 发布日期：2026年3月10日
_FIELDS = re.compile(r"[\u4e00-\u9fff]{2,6}[:：][^，。；、？！]{0,60}[\u4e00-\u9fff]$")
# Page-wide lines are longer than this; “海关总署、商务部” above a date is not broken off.
_SHORTEST_BROKEN = 16
# A text is wrapped if a third of its lines end within two characters of the widest.
_FEWEST_WRAPPED, _NARROWEST_PAGE, _PAGE_WIDTH, _RAGGED = 12, 18, 90, 2
# Of a text with indented paragraphs at least one line in ten is.
_INDENT, _FEWEST_INDENTS = " \t\u3000", 10
_FINISHED = frozenset("。！？；：.!?;:…")
_CLOSERS = frozenset('”’）)】》〉」』"*_ \t')
_OPENS_WITH_CLOSER = re.compile(r"[，。；：、？！）)》”’】」』]")
_BROKEN_AFTER = frozenset("，、,（(“‘《【—")


class LineKind(Enum):
    """What a line is besides running text."""

    TEXT = auto()
    TABLE = auto()
    RULE = auto()
    HIDDEN = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """``source[start:end]`` without indent and markup; ``depth`` counts its ``#`` signs.

    ``full``: the line reaches the right margin of a text that is wrapped at a fixed width;
    ``flush``: it begins at the left margin of such a text, whose paragraphs are indented.
    """

    start: int
    end: int
    kind: LineKind = LineKind.TEXT
    depth: int = 0
    bold: bool = False
    full: bool = False
    flush: bool = False


def split_lines(source: str) -> list[Line]:
    """Every line with visible characters, in order; front matter and comments are hidden."""
    front = _FRONT_MATTER.match(source)
    begin = front.end() if front else 0
    lines = list(_lines(source, begin))
    margin = _margin(source, lines)
    if margin is None:
        return lines
    indented = [line.start > 0 and source[line.start - 1] in _INDENT for line in lines]
    indents = _FEWEST_INDENTS * sum(indented) >= len(lines)
    return [
        replace(line, full=_width(source, line) >= margin, flush=indents and not inner)
        for line, inner in zip(lines, indented, strict=True)
    ]


def _margin(source: str, lines: Sequence[Line]) -> float | None:
    """The width from which a line counts as full, if the text is wrapped at a fixed width.

    It is, where no line is longer than a page is wide and many are about as long as the longest.
    """
    if len(lines) < _FEWEST_WRAPPED or max(line.end - line.start for line in lines) > _PAGE_WIDTH:
        return None
    widths = sorted(_width(source, line) for line in lines if line.kind is LineKind.TEXT)
    widest = widths[-len(widths) // 20] if widths else 0
    full = sum(width >= widest - _RAGGED for width in widths)
    wrapped = widest >= _NARROWEST_PAGE and 3 * full >= len(widths)
    return widest - _RAGGED if wrapped else None


def _width(source: str, line: Line) -> float:
    """The line's width in full-width characters."""
    return len(source[line.start : line.end].encode("gb18030", "replace")) / 2


def _lines(source: str, begin: int) -> Iterator[Line]:
    for match in _LINE.finditer(source, begin):
        decoration = _DECORATION.match(source, match.start(), match.end())
        assert decoration is not None  # every part of the pattern is optional
        raw_start, end = match.span()
        while end > raw_start and source[end - 1].isspace():
            end -= 1
        if end == raw_start:
            continue
        start = decoration.end()
        if _RULE.match(source, start if start < end else raw_start, end):
            yield Line(raw_start, end, LineKind.RULE)
        elif (
            start >= end
            or _COMMENT.match(source, start, end)
            or PAGE_FOOT.match(source, raw_start, end)
        ):
            yield Line(min(start, end), end, LineKind.HIDDEN)
        elif source[start] == "|":
            yield Line(start, end, LineKind.TABLE)
        else:
            hashes = (decoration["hashes"] or "").strip()
            yield Line(start, end, LineKind.TEXT, len(hashes), bool(decoration["stars"]))


def breaks_off(source: str, line: Line) -> bool:
    """Whether the line stops inside a sentence, as lines before a page break do.

    A title or a signature has no mark inside it and so counts as whole.
    """
    if line.kind is not LineKind.TEXT or line.depth:
        return False
    end = line.end
    if source[end - 1] in _BROKEN_AFTER:
        return True
    while end > line.start and source[end - 1] in _CLOSERS:
        end -= 1
    if end == line.start or source[end - 1] in _FINISHED:
        return _unclosed(source, line, "（(", "）)")
    if line.full or _unclosed(source, line, "“《", "”》"):
        return True
    if _FIELDS.match(source, line.start, line.end):
        return False
    long = end - line.start >= _SHORTEST_BROKEN
    return long and end == line.end and bool(_PROSE.search(source, line.start, end))


def resumes(source: str, line: Line) -> bool:
    """Whether the line can only be the rest of the line before: it opens with a closing mark."""
    return line.kind is LineKind.TEXT and bool(_OPENS_WITH_CLOSER.match(source, line.start))


def _unclosed(source: str, line: Line, openers: str, closers: str) -> bool:
    opened = sum(source.count(mark, line.start, line.end) for mark in openers)
    return opened > sum(source.count(mark, line.start, line.end) for mark in closers)
