"""Documents delivered as one long line: numbers found inside lines, on strong evidence only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.parsing.lines import Line, LineKind
from corpus.parsing.markers import Kind, Marker, match_marker
from corpus.parsing.outline import Node, build_outline

_LONG_LINE = 120
# A number may begin something only after the end of a sentence or after a gap.
_BREAK = re.compile(r"(?<=[。：；！？”）])|(?<=[ \t\u3000])(?=\S)")
_ALLOWED = (Kind.ARTICLE, Kind.CHAPTER, Kind.COMMA, Kind.PAREN, Kind.DOT)


def with_soft_breaks(source: str, lines: Sequence[Line]) -> tuple[list[Line], list[Node]]:
    """``lines`` cut where a numbering runs through them, and the outline that this gives."""
    pieces: list[Line] = []
    markers: list[Marker] = []
    for line in lines:
        for piece in _pieces(source, line):
            marker = match_marker(source, piece.start, piece.end, len(pieces))
            if marker is not None and (marker.kind in _ALLOWED or piece is line):
                markers.append(marker)
            pieces.append(piece)
    outline = build_outline(source, markers)
    return _rejoined(pieces, outline)


def _pieces(source: str, line: Line) -> list[Line]:
    if line.kind is not LineKind.TEXT or line.end - line.start < _LONG_LINE:
        return [line]
    cuts = [
        match.end()
        for match in _BREAK.finditer(source, line.start + 1, line.end)
        if match_marker(source, match.end(), line.end, 0) is not None
    ]
    starts = [line.start, *cuts]
    return [
        replace(line, start=start, end=end)
        for start, end in zip(starts, [*cuts, line.end], strict=True)
    ]


def _rejoined(pieces: Sequence[Line], outline: Sequence[Node]) -> tuple[list[Line], list[Node]]:
    """Pieces that open no numbered thing go back to the piece before them."""
    opened = {node.marker.line: index for index, node in enumerate(outline)}
    nodes = list(outline)
    lines: list[Line] = []
    for index, piece in enumerate(pieces):
        if index in opened:
            node = nodes[opened[index]]
            nodes[opened[index]] = Node(
                replace(node.marker, line=len(lines)), node.parent, node.continued
            )
        elif lines and lines[-1].end == piece.start:
            lines[-1] = replace(lines[-1], end=piece.end)
            continue
        lines.append(piece)
    return lines, nodes
