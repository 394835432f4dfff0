"""Which words of an article's clean text a citation of the source covers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from corpus.model import AlignedText, Span

Marks = tuple[int, ...]
"""One number a character: the marker of the citation that covers it, 0 for none."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive characters under one marker; ``marker`` 0 is plain text."""

    text: str
    marker: int = 0


def marks_of(body: AlignedText, spans: Mapping[int, Span]) -> Marks:
    """The marker of each character of ``body.text``; where spans overlap the later key wins."""
    marks = [0] * len(body.text)
    for marker, span in spans.items():
        for run in body.runs:
            low = max(run.source, span.start) - run.source
            high = min(run.source + run.length, span.end) - run.source
            for position in range(run.start + low, run.start + high):
                marks[position] = marker
    _bridge(body, marks)
    return tuple(marks)


def segments(text: str, marks: Marks, start: int, end: int) -> tuple[Segment, ...]:
    """``text[start:end]`` cut where the marker changes."""
    positions = groupby(range(start, end), key=marks.__getitem__)
    return tuple(
        Segment("".join(text[position] for position in group), marker)
        for marker, group in positions
    )


def _bridge(body: AlignedText, marks: list[int]) -> None:
    """Mark what the parser put in between two characters of the same citation."""
    for start, end in _gaps(body):
        if start > 0 and end < len(marks) and marks[start - 1] == marks[end]:
            marks[start:end] = [marks[end]] * (end - start)


def _gaps(body: AlignedText) -> Iterator[tuple[int, int]]:
    ends = [run.start + run.length for run in body.runs]
    for end, following in zip(ends, body.runs[1:], strict=False):
        if end < following.start:
            yield end, following.start
