"""Sections divided further: the rows of a table of tasks, and what lies in an attachment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from corpus.model import Span
from corpus.parsing.clean import clean
from corpus.parsing.levels import is_title
from corpus.parsing.lines import LineKind
from corpus.parsing.outline import Node
from corpus.parsing.sections import Block, Section, SectionKind
from corpus.parsing.tables import Columns, columns_of, is_ruled_off, row_of

_LONGEST_CAPTION = 40
_SENTENCE_MARK = re.compile(r"[，。；：！？]")


def divided(source: str, sections: Sequence[Section], outline: Sequence[Node]) -> list[Section]:
    """The sections, every row of a task table one of its own, all under their headings.

    Those of an attachment carry its name.
    """
    placed = _under_headings(source, sections, outline)
    rows = [part for section in placed for part in _tabled(source, section, outline)]
    return _attached(source, rows)


def _under_headings(
    source: str, sections: Sequence[Section], outline: Sequence[Node]
) -> list[Section]:
    """Sections without numbers under the Markdown headings above them.

    An article that is nothing but a heading over such sections is a chapter.
    """
    open_: list[tuple[int, str]] = []
    found = []
    for section, following in zip_longest(sections, sections[1:]):
        depth = section.blocks[0].depth if section.blocks else 0
        placed = section
        if section.kind is SectionKind.ARTICLE and depth and _holds(section, following):
            placed = _bare_title(source, section, outline, section.blocks)
        if section.kind is SectionKind.LOOSE and section.node < 0:
            placed = replace(section, above=tuple(title for _, title in open_[:-1]))
        elif section.kind in (SectionKind.ARTICLE, SectionKind.HEADING) and depth:
            title = section.title or _own_title(source, section, outline)
            open_ = [(d, text) for d, text in open_ if d < depth] + [(depth, title)]
        elif section.kind is SectionKind.APPENDIX:
            open_ = []
        found.append(placed)
    return found


def _holds(section: Section, following: Section | None) -> bool:
    """Whether the heading stands right above a deeper one without a number."""
    if following is None or following.kind is not SectionKind.HEADING or following.node >= 0:
        return False
    return following.blocks[0].depth > section.blocks[0].depth


def _tabled(source: str, section: Section, outline: Sequence[Node]) -> Iterator[Section]:
    blocks = section.blocks
    at, columns = _task_table(source, blocks)
    if columns is None:
        yield section
        return
    before = blocks[:at]
    under = tuple(filter(None, (_own_title(source, section, outline), _caption(source, before))))
    if before:
        yield _bare_title(source, section, outline, before)
    first = section.start if not before else blocks[at].start
    yield Section(SectionKind.HEADING, first, blocks=[blocks[at]])
    end = at + 1
    while end < len(blocks) and blocks[end].kind is LineKind.TABLE:
        end += 1
    yield from _rows(source, section.node, under, columns, blocks[at + 1 : end])
    if end < len(blocks):
        kinds = {SectionKind.ARTICLE: SectionKind.LOOSE, SectionKind.HEAD: SectionKind.CLOSING}
        kind = kinds.get(section.kind, section.kind)
        rest = replace(section, kind=kind, start=blocks[end].start, blocks=blocks[end:])
        yield from _tabled(source, rest, outline)


def _task_table(source: str, blocks: Sequence[Block]) -> tuple[int, Columns | None]:
    """Where the first table of tasks among ``blocks`` begins, and its columns."""
    for at in range(len(blocks) - 1):
        if blocks[at].kind is blocks[at + 1].kind is LineKind.TABLE:
            columns = columns_of(source, blocks[at].start, blocks[at].end)
            if columns is not None:
                return at, columns
    return -1, None


def _rows(
    source: str, node: int, under: tuple[str, ...], columns: Columns, blocks: Sequence[Block]
) -> Iterator[Section]:
    """A section for every row; a row of one cell is a title over those that follow."""
    title: tuple[str, ...] = ()
    count = 0
    for block in blocks:
        row = row_of(source, Span(block.start, block.end), columns)
        again = columns_of(source, block.start, block.end) == columns
        if again or is_ruled_off(source, block.start, block.end) or not row.body.text:
            yield Section(SectionKind.HEADING, block.start, blocks=[block])
        elif row.is_title:
            title = (row.body.text,)
            yield Section(SectionKind.HEADING, block.start, blocks=[block])
        else:
            count += 1
            above = (*under, *title)
            label = f"{columns.names[0]}{row.serial}" if row.serial else f"表第{count}行"
            number = int(row.serial) if row.serial.isdecimal() else count
            yield Section(
                SectionKind.ROW,
                block.start,
                node,
                blocks=[block],
                row=replace(row, label=label, number=number),
                above=above,
            )


def _own_title(source: str, section: Section, outline: Sequence[Node]) -> str:
    """The title of the numbered section that the table stands in."""
    if section.node < 0:
        return ""
    if section.title:
        return section.title
    first = section.blocks[0]
    titled = is_title(source, outline[section.node].marker.end, first.end)
    return source[first.start : first.end] if titled else ""


def _caption(source: str, before: Sequence[Block]) -> str:
    """The line right above the table, where it is a title without a number."""
    last = before[-1] if before else None
    if last is None or last.node >= 0 or last.kind is not LineKind.TEXT:
        return ""
    text = source[last.start : last.end]
    return "" if len(text) > _LONGEST_CAPTION or _SENTENCE_MARK.search(text) else text


def _bare_title(
    source: str, section: Section, outline: Sequence[Node], before: list[Block]
) -> Section:
    """What stands before the table; an article that is nothing but its title is a heading."""
    if section.kind is not SectionKind.ARTICLE or len(before) > 1:
        return replace(section, blocks=before)
    title = _own_title(source, section, outline)
    kind = SectionKind.HEADING if title else SectionKind.ARTICLE
    return replace(section, kind=kind, title=title, blocks=before)


def _attached(source: str, sections: Sequence[Section]) -> list[Section]:
    label, title = "", ""
    found = []
    for section in sections:
        if section.kind is SectionKind.APPENDIX:
            label = _tight(section.title)
            title = f"{label} {_caption(source, section.blocks[1:2])}".strip()
        named = bool(label) and section.kind is not SectionKind.APPENDIX
        found.append(replace(section, attached=label, above_all=title) if named else section)
    return found


def _tight(title: str) -> str:
    return re.sub(r"\s", "", clean(title, 0, len(title)).text).strip("*#：:")
