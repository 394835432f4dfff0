"""Stage 6: sections turned into articles under their labels, and into the parts of the source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.model import HEAD_LABEL, Article, Part, PartKind, Span
from corpus.parsing.articles import (
    Paragraph,
    body_of,
    has_headings,
    heading_of,
    paragraphs_of,
    span_of,
)
from corpus.parsing.clean import clean
from corpus.parsing.labels import article_labels, section_label, unique
from corpus.parsing.outline import Node
from corpus.parsing.passages import LONGEST_HEAD, LONGEST_PASSAGE, grouped
from corpus.parsing.sections import Block, Layout, Section, SectionKind, headings_above
from corpus.parsing.tables import Row
from corpus.parsing.units import bare_brackets, take_units

_BRACKET_WINDOW = 300
_CHAPTER = re.compile(r"^(第[^第]{1,8}?(?:分编|编|部分|篇|章|节))(?=[^之])")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A section, or a part of one, under the label it will be cited by; a heading has none."""

    section: Section
    label: str = ""
    number: int = 0


def assemble(
    source: str, policy_id: str, outline: Sequence[Node], layout: Layout
) -> tuple[tuple[Article, ...], tuple[Part, ...]]:
    """The articles, head first, and the parts that tile the source."""
    pieces = list(_Namer(source, outline, layout.sections).pieces())
    maker = _Maker(source, policy_id, outline, layout)
    head = [piece.section for piece in pieces if piece.label == HEAD_LABEL]
    articles = [
        maker.article(piece)
        for piece in pieces
        if piece.label not in ("", HEAD_LABEL) and piece.section.blocks
    ]
    return (*maker.head(head), *articles), _parts(source, pieces)


def _parts(source: str, pieces: Sequence[_Piece]) -> tuple[Part, ...]:
    starts = [0, *(piece.section.start for piece in pieces[1:]), len(source)]
    parts = []
    for piece, start, end in zip(pieces, starts, starts[1:], strict=False):
        kind = PartKind.ARTICLE if piece.label else PartKind.HEADING
        if piece.label == HEAD_LABEL:
            kind = PartKind.HEAD
        if end > start:
            parts.append(Part(kind, Span(start, end), piece.label))
    return tuple(parts)


class _Namer:
    """Gives every section its label and divides the long ones without numbers."""

    def __init__(self, source: str, outline: Sequence[Node], sections: Sequence[Section]) -> None:
        self._source = source
        self._outline = outline
        self._sections = sections
        self._labels = self._numbered()
        self._taken = {HEAD_LABEL, *self._labels.values()}

    def _numbered(self) -> dict[int, str]:
        """The labels of the articles; each attachment numbers its own."""
        nodes: dict[str, list[int]] = defaultdict(list)
        for section in self._sections:
            if section.kind is SectionKind.ARTICLE:
                nodes[section.attached].append(section.node)
        return {
            node: f"{attached}{label}"
            for attached, inside in nodes.items()
            for node, label in article_labels(self._outline, inside).items()
        }

    def pieces(self) -> Iterator[_Piece]:
        for section in self._sections:
            match section.kind:
                case SectionKind.ARTICLE:
                    number = self._outline[section.node].marker.number
                    yield _Piece(section, self._labels[section.node], number)
                case SectionKind.HEADING:
                    yield _Piece(section)
                case SectionKind.ROW if section.row is not None:
                    label = self._unique(f"{section.attached}{section.row.label}")
                    yield _Piece(section, label, section.row.number)
                case SectionKind.HEAD if not self._labels:
                    yield from self._unnumbered(section)
                case SectionKind.HEAD | SectionKind.CLOSING:
                    yield from self._divided(section, HEAD_LABEL, LONGEST_HEAD)
                case SectionKind.LOOSE | SectionKind.APPENDIX:
                    yield from self._divided(section, self._loose_label(section), LONGEST_PASSAGE)

    def _divided(self, section: Section, label: str, limit: int) -> Iterator[_Piece]:
        of_head = label == HEAD_LABEL
        groups = grouped(self._source, section.blocks, limit, by_heading=not of_head)
        number = self._outline[section.node].marker.number if section.node >= 0 else 0
        for index, blocks in enumerate(list(groups) or [[]]):
            start = section.start if index == 0 else blocks[0].start
            name = label if of_head and index == 0 else self._unique(label)
            yield _Piece(replace(section, start=start, blocks=blocks), name, number)

    def _unnumbered(self, section: Section) -> Iterator[_Piece]:
        """A document without any numbering: its opening lines, then passages 第1段, 第2段…."""
        blocks = section.blocks
        opening = next((i for i, b in enumerate(blocks) if self._is_prose(b)), len(blocks))
        yield _Piece(replace(section, blocks=blocks[:opening]), HEAD_LABEL)
        passages = grouped(self._source, blocks[opening:], LONGEST_PASSAGE)
        for number, group in enumerate(passages, start=1):
            passage = replace(section, start=group[0].start, blocks=group)
            yield _Piece(passage, f"第{number}段", number)

    def _is_prose(self, block: Block) -> bool:
        return block.end - block.start >= 40 or "。" in self._source[block.start : block.end]

    def _loose_label(self, section: Section) -> str:
        if section.node >= 0:
            return section.attached + section_label(self._outline[section.node].marker)
        return section.attached + self._title_label(section)

    def _title_label(self, section: Section) -> str:
        return clean(section.title, 0, len(section.title)).text.strip("*#：: ")[:20] or "附"

    def _unique(self, label: str) -> str:
        name = unique(label, self._taken)
        self._taken.add(name)
        return name


class _Maker:
    """Makes articles of sections."""

    def __init__(
        self, source: str, policy_id: str, outline: Sequence[Node], layout: Layout
    ) -> None:
        self._source = source
        self._policy_id = policy_id
        self._outline = outline
        self._markers = {index: node.marker for index, node in enumerate(outline)}
        self._titles = {node: self._title(text) for node, text in layout.titles.items()}
        numbered = [s for s in layout.sections if s.kind is SectionKind.ARTICLE]
        self._bare = self._has_bare_units(numbered)
        self._titled = has_headings([self._opening(section) for section in numbered])

    def article(self, piece: _Piece) -> Article:
        section = piece.section
        if section.row is not None:
            return self._row(piece, section.row)
        numbered = section.kind is SectionKind.ARTICLE
        marker = self._markers[section.node] if numbered else None
        own = marker.end if marker else section.start
        paragraphs, units = self._without_units(
            paragraphs_of(self._source, section, self._markers, own), self._bare and numbered
        )
        body, clauses = body_of(self._source, paragraphs)
        return Article(
            policy_id=self._policy_id,
            number=piece.number,
            label=piece.label,
            heading=heading_of(marker, body.text, self._titled)
            if marker
            else self._title(section.title),
            path=self._path(section),
            body=body,
            clauses=clauses,
            responsible_units=units,
            span=span_of(section),
        )

    def _row(self, piece: _Piece, row: Row) -> Article:
        body, clauses = body_of(self._source, [Paragraph("", row.body)])
        return Article(
            policy_id=self._policy_id,
            number=piece.number,
            label=piece.label,
            heading=row.task,
            path=self._path(piece.section),
            body=body,
            clauses=clauses,
            responsible_units=row.units,
            span=span_of(piece.section),
        )

    def head(self, sections: Sequence[Section]) -> list[Article]:
        """One article of the head and the closing together; none where both are empty."""
        paragraphs = [p for s in sections for p in paragraphs_of(self._source, s, {}, skip=0)]
        if not paragraphs:
            return []
        body, clauses = body_of(self._source, paragraphs)
        span = span_of(next(section for section in sections if section.blocks))
        return [Article(self._policy_id, 0, HEAD_LABEL, "", (), body, clauses, (), span)]

    def _without_units(
        self, paragraphs: Sequence[Paragraph], bare: bool
    ) -> tuple[list[Paragraph], tuple[str, ...]]:
        texts, units = take_units([paragraph.body for paragraph in paragraphs], bare)
        pairs = zip(paragraphs, texts, strict=True)
        return [replace(p, body=text) for p, text in pairs if text.text.strip()], units

    def _opening(self, section: Section) -> str:
        """The words after the section's number."""
        end = self._markers[section.node].end
        return self._source[end : section.blocks[-1].end].strip("* \t\u3000").replace("**", "")

    def _has_bare_units(self, sections: Sequence[Section]) -> bool:
        """Whether most articles end in a bracket of units: then it is how this policy names them."""
        ends = [section.blocks[-1].end for section in sections]
        windows = (clean(self._source, max(end - _BRACKET_WINDOW, 0), end).text for end in ends)
        with_bracket = sum(bool(bare_brackets(window)) for window in windows)
        return with_bracket >= 2 and 2 * with_bracket >= len(ends)

    def _path(self, section: Section) -> tuple[str, ...]:
        above = headings_above(section.node, self._outline) if section.node >= 0 else ()
        titles = [self._titles[index] for index in above if index in self._titles]
        own = [self._title(text) for text in section.above]
        return tuple(filter(None, [section.above_all, *titles, *own]))

    def _title(self, text: str) -> str:
        """A heading's words; after 第一章 a space, as it is printed."""
        title = clean(text, 0, len(text)).text.strip("*# ").rstrip("。：")
        return _CHAPTER.sub(r"\1 ", title)
