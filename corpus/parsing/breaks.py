"""Documents delivered as long lines: numbers found inside lines, on strong evidence only.

Web pages and databases often lose their line breaks (“…公告如下：一、…。二、…。”). A number
inside a line may open something only after the end of a sentence or after a gap, and only where
the numbering has come to it; in a document whose lines are numbered only 第X条 is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.parsing.lines import Line, LineKind
from corpus.parsing.markers import Kind, Marker, marker_at, match_marker
from corpus.parsing.outline import Node, build_outline

_LONG_LINE = 80
_ANYWHERE = re.compile(
    r"(?<=[。：；！？”）)])(?=\S)|(?<=[ \t\u3000\xa0])(?=[^\s\u3000])"
    # A gap after its number shows an article or a chapter: 第一章 总则第一条 为了…
    r"|(?=第[^\s第]{1,9}[条章节][ \u3000\xa0])"
    # After a title without a mark: 一、检验检疫依据（一）法律法规。
    r"|(?<![第条款项本前述按照合至、和或及])(?=[（(][一二三四五六七八九十]{1,3}[）)])"
    r"|(?<=[\u4e00-\u9fff])(?<![表图件第章节款项条])(?=\d{1,2}[.．]\s*[\u4e00-\u9fff])"
    # 二、 and on (not 一、: 统一、规范), where a list without marks ran into the next title.
    r"|(?<![第一二三四五六七八九十、至和或每])(?=[二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]))"
)
_STATUTE = re.compile(
    r"(?<=[。：；！？”）][ \u3000\xa0])[ \u3000\xa0]*(?=第[^\s第]{1,9}条[ \u3000\xa0])"
)
# A chapter's title and its first article without a break: 第二章 申请第四条 企业可以…
_TITLED = re.compile(
    r"第[^\s第]{1,9}[章节][ \u3000\xa0]+[^，。；：第]{1,30}?(?=第[^\s第]{1,9}条[ \u3000\xa0])"
)
_FAREWELL = re.compile(r"特此(?:公告|通知|通告|函告)")
_ALLOWED = frozenset((Kind.ARTICLE, Kind.CHAPTER, Kind.COMMA, Kind.PAREN, Kind.DOT))


def outlined(source: str, lines: list[Line]) -> tuple[list[Line], list[Node]]:
    """The outline, and ``lines`` cut where a numbering runs through them."""
    found = (marker_at(source, lines, index) for index in range(len(lines)))
    outline = build_outline(source, [marker for marker in found if marker is not None])
    places = _STATUTE if len(outline) > 1 else _ANYWHERE
    pieces = [piece for line in lines for piece in _pieces(source, line, places)]
    if len(pieces) == len(lines):
        return lines, outline
    return _rejoined(source, pieces, build_outline(source, list(_markers(source, pieces))))


def _markers(source: str, pieces: Sequence[Line]) -> list[Marker]:
    markers = []
    for index, piece in enumerate(pieces):
        cut_here = index > 0 and pieces[index - 1].end == piece.start
        if cut_here:
            marker = match_marker(source, piece.start, piece.end, index)
            marker = marker if marker is not None and marker.kind in _ALLOWED else None
        else:
            marker = marker_at(source, pieces, index)
        if marker is not None:
            markers.append(marker)
    return markers


def _pieces(source: str, line: Line, places: re.Pattern[str]) -> list[Line]:
    if line.kind is not LineKind.TEXT:
        return [line]
    found = set[int]()
    if line.end - line.start >= _LONG_LINE:
        found |= {match.end() for match in places.finditer(source, line.start + 1, line.end)}
    for title in _TITLED.finditer(source, line.start, line.end):
        found |= {title.start(), title.end()} - {line.start}
    cuts = [
        at
        for at in sorted(found)
        if match_marker(source, at, line.end, 0) or _FAREWELL.match(source, at)
    ]
    if not cuts:
        return [line]
    edges = [line.start, *cuts, line.end]
    return [replace(line, start=a, end=b) for a, b in pairwise(edges) if a < b]


def _rejoined(
    source: str, pieces: Sequence[Line], outline: Sequence[Node]
) -> tuple[list[Line], list[Node]]:
    """Pieces that open no numbered thing go back to the piece before them."""
    opened = {node.marker.line: index for index, node in enumerate(outline)}
    nodes = list(outline)
    lines: list[Line] = []
    for index, piece in enumerate(pieces):
        if index in opened:
            node = nodes[opened[index]]
            marker = replace(node.marker, line=len(lines))
            nodes[opened[index]] = replace(node, marker=marker)
        elif lines and lines[-1].end == piece.start and not _FAREWELL.match(source, piece.start):
            lines[-1] = replace(lines[-1], end=piece.end)
            continue
        lines.append(piece)
    return lines, nodes
