"""Stage 6: sections turned into articles: clean text, clauses, heading, units, label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.model import AlignedText, Clause, Span
from corpus.parsing.clean import Weaver, clean, concatenate
from corpus.parsing.lines import LineKind
from corpus.parsing.markers import Kind, Marker
from corpus.parsing.sections import Block, Section

_TITLE_SENTENCE = re.compile(r"[^。；：\n]{2,60}。(?=.)", re.DOTALL)
_TITLE_LINE = re.compile(r"[^。；：\n]{2,60}[。：]?\n")
_STATUTE_HEADING = re.compile(r"[【\[（(]([^】\]）)\n]{2,30})[】\]）)](?=\s*\S)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A clause in the making: its printed number, clean words, and the source before it."""

    label: str
    body: AlignedText


def paragraphs_of(
    source: str, section: Section, markers: dict[int, Marker], skip: int
) -> list[Paragraph]:
    """The clean paragraphs of ``section``; its own number ends at ``skip`` and is left out."""
    return [
        _paragraph(source, block, markers.get(block.node), skip)
        for block in section.blocks
        if block.kind is not LineKind.RULE
    ]


def _paragraph(source: str, block: Block, marker: Marker | None, skip: int) -> Paragraph:
    if marker is None or marker.end <= skip:
        return Paragraph("", _woven(source, block, max(block.start, min(skip, block.end))))
    text = _woven(source, block, block.start)
    return Paragraph(clean(source, marker.start, marker.end).text, text)


def _woven(source: str, block: Block, start: int) -> AlignedText:
    """The clean words of ``block`` from ``start`` on, its lines joined."""
    gaps = [gap for gap in block.gaps if start < gap.end and gap.start < block.end]
    if not gaps:
        return clean(source, start, block.end)
    weaver = Weaver(source)
    for gap in gaps:
        weaver.stretch(start, max(gap.start, start))
        weaver.joint(gap.end)
        start = min(gap.end, block.end)
    weaver.stretch(start, block.end)
    return weaver.text()


def body_of(source: str, paragraphs: Sequence[Paragraph]) -> tuple[AlignedText, tuple[Clause, ...]]:
    """The paragraphs as one text, a line each, and as clauses of it."""
    pieces: list[AlignedText] = []
    spans: list[tuple[str, int, int]] = []
    length = 0
    for paragraph in paragraphs:
        if pieces:
            pieces.append(_line_break(source, pieces[-1], paragraph.body))
            length += 1
        label_length = len(paragraph.label)
        spans.append((paragraph.label, length + label_length, length + len(paragraph.body.text)))
        pieces.append(paragraph.body)
        length += len(paragraph.body.text)
    body = concatenate(pieces)
    return body, tuple(Clause(label, body.slice(start, end)) for label, start, end in spans)


def _line_break(source: str, before: AlignedText, after: AlignedText) -> AlignedText:
    weaver = Weaver(source)
    if before.runs and after.runs:
        last = before.runs[-1]
        weaver.newline(last.source + last.length, after.runs[0].source)
    else:
        weaver.newline(0, 0)
    return weaver.text()


def has_headings(bodies: Sequence[str]) -> bool:
    """Whether most measures of a policy open with a short title sentence and then go on."""
    with_title = sum(bool(_TITLE_SENTENCE.match(body)) for body in bodies)
    return 2 * with_title > len(bodies)


def heading_of(marker: Marker, body: str, titled: bool) -> str:
    """The short title that opens an article, without its full stop, or nothing.

    A statute's article has one only in brackets; a measure where its title has a line of its
    own, or where the policy gives all measures a title sentence (``titled``).
    """
    if marker.kind is Kind.ARTICLE:
        match = _STATUTE_HEADING.match(body)
        return match[1] if match else ""
    match = _TITLE_LINE.match(body) or (_TITLE_SENTENCE.match(body) if titled else None)
    return match[0].strip("。：\n") if match else ""


def span_of(section: Section) -> Span:
    """From the section's first visible character to its last."""
    return Span(section.blocks[0].start, section.blocks[-1].end)
