"""The parser: its stages one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.model import HEAD_LABEL, Article, Part, PartKind, Policy, PolicyMetadata, Span
from corpus.parsing.articles import body_of, heading_of, label_of, paragraphs_of, span_of
from corpus.parsing.breaks import with_soft_breaks
from corpus.parsing.clean import clean
from corpus.parsing.lines import split_lines
from corpus.parsing.markers import Kind, Marker, marker_at
from corpus.parsing.outline import Node, build_outline
from corpus.parsing.passages import LONGEST_HEAD, LONGEST_PASSAGE, grouped
from corpus.parsing.sections import (
    Block,
    Section,
    SectionKind,
    blocks_of,
    headings_above,
    sections_of,
)
from corpus.parsing.units import bare_brackets, take_units


def parse_policy(source: str, metadata: PolicyMetadata) -> Policy:
    """The policy of a document's text: its articles, and the parts that tile the source."""
    articles, parts = parse_source(source, metadata.id)
    return Policy(metadata, source, articles, parts)


def parse_source(source: str, policy_id: str) -> tuple[tuple[Article, ...], tuple[Part, ...]]:
    """The articles of ``source`` in order, head first, and the parts that tile it."""
    lines = split_lines(source)
    markers = [m for i, line in enumerate(lines) if (m := marker_at(source, line, i)) is not None]
    outline = build_outline(source, markers)
    if len(outline) < 2:
        lines, outline = with_soft_breaks(source, lines)
    blocks = blocks_of(source, lines, outline)
    sections = sections_of(source, blocks, outline)
    return _Assembler(source, policy_id, outline).run(sections)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A section, or a part of one, under the label it will be cited by."""

    section: Section
    label: str
    number: int


class _Assembler:
    def __init__(self, source: str, policy_id: str, outline: Sequence[Node]) -> None:
        self._source = source
        self._policy_id = policy_id
        self._outline = outline
        self._markers: dict[int, Marker] = {i: node.marker for i, node in enumerate(outline)}
        self._titles: dict[int, str] = {}
        self._seen: Counter[str] = Counter()

    def run(self, sections: Sequence[Section]) -> tuple[tuple[Article, ...], tuple[Part, ...]]:
        self._read_titles(sections)
        pieces = self._pieces(sections)
        bare = self._has_bare_units(sections)
        head = [p.section for p in pieces if p.label == HEAD_LABEL]
        articles = [
            self._article(piece, bare)
            for piece in pieces
            if piece.label not in ("", HEAD_LABEL) and piece.section.blocks
        ]
        return (*self._head(head), *articles), self._parts(pieces)

    def _read_titles(self, sections: Sequence[Section]) -> None:
        for section in sections:
            if section.kind in (SectionKind.HEADING, SectionKind.LOOSE) and section.node >= 0:
                marker = self._markers[section.node]
                end = section.blocks[0].end if section.kind is SectionKind.HEADING else marker.end
                title = clean(self._source, marker.start, end).text.rstrip("。")
                self._titles.setdefault(section.node, title)

    def _pieces(self, sections: Sequence[Section]) -> list[_Piece]:
        pieces: list[_Piece] = []
        for section in sections:
            match section.kind:
                case SectionKind.ARTICLE:
                    marker = self._markers[section.node]
                    label = self._unique(label_of(marker))
                    pieces.append(_Piece(section, label, marker.number))
                case SectionKind.HEADING:
                    pieces.append(_Piece(section, "", 0))
                case SectionKind.HEAD | SectionKind.CLOSING:
                    pieces += self._unlabelled(section, HEAD_LABEL, LONGEST_HEAD)
                case SectionKind.LOOSE | SectionKind.APPENDIX:
                    pieces += self._unlabelled(section, self._loose_label(section), LONGEST_PASSAGE)
        return pieces

    def _unlabelled(self, section: Section, label: str, limit: int) -> list[_Piece]:
        if section.kind is SectionKind.HEAD and not self._markers:
            return self._unnumbered(section)
        by_heading = label != HEAD_LABEL
        groups = list(grouped(self._source, section.blocks, limit, by_heading=by_heading)) or [[]]
        pieces = []
        for index, group in enumerate(groups):
            start = section.start if index == 0 else group[0].start
            part = replace(section, start=start, blocks=group)
            whole_head = label == HEAD_LABEL and index == 0
            own = label if whole_head else self._unique(label)
            number = self._markers[section.node].number if section.node >= 0 else 0
            pieces.append(_Piece(part, own, number))
        return pieces

    def _unnumbered(self, section: Section) -> list[_Piece]:
        """A document without any numbering: its opening lines, then passages 第1段, 第2段…."""
        blocks = section.blocks
        opening = next((i for i, b in enumerate(blocks) if self._says_something(b)), len(blocks))
        pieces = [_Piece(replace(section, blocks=blocks[:opening]), HEAD_LABEL, 0)]
        groups = grouped(self._source, blocks[opening:], LONGEST_PASSAGE)
        for number, group in enumerate(groups, start=1):
            part = replace(section, start=group[0].start, blocks=group)
            pieces.append(_Piece(part, f"第{number}段", number))
        return pieces

    def _says_something(self, block: Block) -> bool:
        return block.end - block.start >= 40 or "。" in self._source[block.start : block.end]

    def _loose_label(self, section: Section) -> str:
        if section.node >= 0:
            marker = self._markers[section.node]
            return f"第{marker.number}部分" if marker.kind is Kind.COMMA else label_of(marker)
        title = clean(self._source, section.blocks[0].start, section.blocks[0].end).text
        if section.kind is SectionKind.LOOSE:
            title = section.title.strip("* #")
        return title.strip("：: ")[:20] or "附"

    def _unique(self, label: str) -> str:
        self._seen[label] += 1
        return label if self._seen[label] == 1 else f"{label}〔{self._seen[label]}〕"

    def _has_bare_units(self, sections: Sequence[Section]) -> bool:
        """Whether most articles end in a bracket of units: then it is how this policy names them."""
        ends = [s.blocks[-1].end for s in sections if s.kind is SectionKind.ARTICLE]
        with_bracket = sum(
            bool(bare_brackets(clean(self._source, max(end - 200, 0), end).text)) for end in ends
        )
        return with_bracket >= 2 and 2 * with_bracket >= len(ends)

    def _article(self, piece: _Piece, bare: bool) -> Article:
        section = piece.section
        marker = self._markers[section.node] if section.kind is SectionKind.ARTICLE else None
        paragraphs = paragraphs_of(
            self._source, section, self._markers, marker.end if marker else section.start
        )
        texts, units = take_units([p.body for p in paragraphs], bare and marker is not None)
        kept = [
            replace(paragraph, body=text)
            for paragraph, text in zip(paragraphs, texts, strict=True)
            if text.text.strip()
        ]
        body, clauses = body_of(self._source, kept)
        return Article(
            policy_id=self._policy_id,
            number=piece.number,
            label=piece.label,
            heading=heading_of(marker, body.text) if marker else section.title,
            path=self._path(section),
            body=body,
            clauses=clauses,
            responsible_units=units,
            span=span_of(section),
        )

    def _head(self, sections: Sequence[Section]) -> list[Article]:
        paragraphs = [p for s in sections for p in paragraphs_of(self._source, s, {}, skip=0)]
        if not paragraphs:
            return []
        body, clauses = body_of(self._source, paragraphs)
        first = next(s for s in sections if s.blocks)
        return [Article(self._policy_id, 0, HEAD_LABEL, "", (), body, clauses, (), span_of(first))]

    def _path(self, section: Section) -> tuple[str, ...]:
        if section.node < 0:
            return ()
        return tuple(
            self._titles[above]
            for above in headings_above(section.node, self._outline)
            if above in self._titles
        )

    def _parts(self, pieces: Sequence[_Piece]) -> tuple[Part, ...]:
        starts = [0, *(p.section.start for p in pieces[1:]), len(self._source)]
        parts = []
        for piece, start, end in zip(pieces, starts, starts[1:], strict=False):
            kind = PartKind.ARTICLE
            if piece.label == HEAD_LABEL:
                kind = PartKind.HEAD
            elif not piece.label:
                kind = PartKind.HEADING
            if end > start:
                parts.append(Part(kind, Span(start, end), piece.label))
        return tuple(parts)
