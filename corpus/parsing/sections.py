"""Stage 5: which lines belong to which article, heading, to the head or to the closing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import pairwise

from corpus.model import Span
from corpus.parsing.levels import article_nodes, is_title
from corpus.parsing.lines import Line, LineKind, breaks_off, resumes
from corpus.parsing.markers import Kind
from corpus.parsing.outline import Node
from corpus.parsing.tables import Row


class SectionKind(Enum):
    """What a section is."""

    HEAD = auto()
    HEADING = auto()
    ARTICLE = auto()
    LOOSE = auto()  # text after a heading that has no number of its own
    ROW = auto()  # of a table of tasks
    APPENDIX = auto()
    CLOSING = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: ``source[start:end]``, opened by outline node ``node`` if it is numbered.

    ``gaps`` are the stretches between its lines, where nothing but layout stands.
    """

    start: int
    end: int
    node: int = -1
    kind: LineKind = LineKind.TEXT
    depth: int = 0
    gaps: tuple[Span, ...] = ()


@dataclass(slots=True)
class Section:
    """Blocks that belong together. ``node`` is the outline node that opens the section.

    ``row`` is the row of a table that it is, ``above`` the titles between ``node`` and that row.
    ``attached`` is the label of the attachment it lies in (附件1), ``above_all`` the same with
    the attachment's title.
    """

    kind: SectionKind
    start: int
    node: int = -1
    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    row: Row | None = None
    above: tuple[str, ...] = ()
    attached: str = ""
    above_all: str = ""


# The end of a notice: 特此通知, distribution lists, who printed it when, a signature's date.
_CLOSING = re.compile(
    r"特此(?:通知|通告|公告|函[告复达]?|批复|说明|公布)|抄\s*送|主\s*送|[（(]?此件|[（(]联系人|"
    r"(?:本页|公告|附件)?下载链接|浏览次数|打印本页|责任编辑|信息来源"
)
# How a document ends that says so in a paragraph of its own, below its last measure.
_IN_FORCE = re.compile(
    r"(?:本|以上|上述)(?:实施|若干|政策|管理)?(?:办法|措施|政策|通知|公告|通告|规定|方案|细则|意见|指引|"
    r"指南|条例|决定|规则|规程|规范|标准|计划|目录|清单|文件)[^，。；：]{0,4}?(?:"
    r"[自从][^。；]{2,40}?起(?:正式)?(?:施行|实施|执行|生效|试行)|有效期|由[^。；]{2,40}负责解释)"
)
_APPENDIX = re.compile(
    r"附\s*(?:件|录|表|图)\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})?\s*[:：]?\s*$"
)
_ATTACHED = re.compile(r"附\s*(?:件|录|表|图)?\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})?\s*[:：]")
_DATE = re.compile(
    r"[\s\d〇○零一二三四五六七八九十]{4,12}\s*年[\s\d一二三四五六七八九十]+月"
    r"[\s\d一二三四五六七八九十]+日(?:印发|发布|印)?\s*$"
)
_SENTENCE_MARK = re.compile(r"[，。；：！？,;]")


def blocks_of(source: str, lines: Sequence[Line], outline: Sequence[Node]) -> list[Block]:
    """The document's paragraphs; lines that a page break cut apart are one again."""
    opened = {node.marker.line: index for index, node in enumerate(outline)}
    blocks: list[Block] = []
    previous: Line | None = None
    for index, line in enumerate(lines):
        if line.kind is LineKind.HIDDEN:
            continue
        node = opened.get(index, -1)
        if node < 0 and previous is not None and _joins(source, previous, line):
            last = blocks[-1]
            gaps = (*last.gaps, Span(last.end, line.start))
            blocks[-1] = replace(last, end=line.end, gaps=gaps)
        else:
            blocks.append(Block(line.start, line.end, node, line.kind, line.depth))
        previous = line
    return blocks


def _joins(source: str, previous: Line, line: Line) -> bool:
    if line.kind is not LineKind.TEXT or line.depth or previous.kind is not LineKind.TEXT:
        return False
    if previous.depth:
        return False
    wrapped = previous.full and line.flush
    return wrapped or breaks_off(source, previous) or resumes(source, line)


@dataclass(frozen=True, slots=True)
class Layout:
    """The sections in order of the source, head first, and the titles of the outline's nodes."""

    sections: list[Section]
    titles: dict[int, str]

    def divided(self, sections: list[Section]) -> Layout:
        """The same layout in smaller ``sections``."""
        return Layout(sections, self.titles | _titles(sections))


def layout_of(source: str, blocks: Sequence[Block], outline: Sequence[Node]) -> Layout:
    """How the document is laid out: head, headings, articles, appendices, closing."""
    ends = _line_ends(blocks, outline)
    articles = article_nodes(source, outline, ends, _depths(blocks, outline))
    sections = _Sectioner(source, outline, articles).run(blocks)
    # Taken before: a heading that the head takes in still is above what hangs below it.
    return Layout(_with_head(sections, outline), _titles(sections))


def _titles(sections: Sequence[Section]) -> dict[int, str]:
    return {s.node: s.title for s in sections if s.title and s.node >= 0}


def _line_ends(blocks: Sequence[Block], outline: Sequence[Node]) -> list[int]:
    ends = [node.marker.end for node in outline]
    for block in blocks:
        if block.node >= 0:
            ends[block.node] = block.end
    return ends


def _depths(blocks: Sequence[Block], outline: Sequence[Node]) -> list[int]:
    depths = [0] * len(outline)
    for block in blocks:
        if block.node >= 0:
            depths[block.node] = block.depth
    return depths


class _Sectioner:
    def __init__(self, source: str, outline: Sequence[Node], articles: set[int]) -> None:
        self._source = source
        self._outline = outline
        self._articles = articles
        self._inner = _inner_nodes(outline, articles)
        self._above = {above for index in articles for above in headings_above(index, outline)}
        self._last = _last_ones(outline, articles)
        self._begun = False

    def run(self, blocks: Sequence[Block]) -> list[Section]:
        sections = [Section(SectionKind.HEAD, 0)]
        for block in blocks:
            current = sections[-1]
            opened = self._opens(block, current)
            if opened is not None:
                sections.append(opened)
            elif current.kind is SectionKind.HEADING:
                loose = Section(SectionKind.LOOSE, block.start, current.node, current.title)
                loose.blocks.append(block)
                sections.append(loose)
            else:
                current.blocks.append(block)
        return sections

    def _opens(self, block: Block, current: Section) -> Section | None:
        """The section that ``block`` opens, if it does not belong to the ``current`` one."""
        if block.node in self._articles:
            self._begun = True
            return Section(SectionKind.ARTICLE, block.start, block.node, blocks=[block])
        attached = current.kind is SectionKind.APPENDIX and block.node not in self._above
        if block.node >= 0 and block.node not in self._inner and not attached:
            return self._heading(block)
        return self._unnumbered(block, current) if self._begun else None

    def _heading(self, block: Block) -> Section:
        marker = self._outline[block.node].marker
        text = self._source[block.start : block.end]
        if is_title(self._source, marker.end, block.end):
            return Section(SectionKind.HEADING, block.start, block.node, text, [block])
        title = re.split(r"(?<=[。：；])", text, maxsplit=1)[0]
        return Section(SectionKind.LOOSE, block.start, block.node, title, [block])

    def _unnumbered(self, block: Block, current: Section) -> Section | None:
        text = self._source[block.start : block.end]
        if block.node < 0 and block.kind is LineKind.TEXT and _APPENDIX.match(text):
            return Section(SectionKind.APPENDIX, block.start, title=text, blocks=[block])
        if current.kind in (SectionKind.APPENDIX, SectionKind.CLOSING):
            return None
        if block.kind is LineKind.RULE or _CLOSING.match(text) or _ATTACHED.match(text):
            return Section(SectionKind.CLOSING, block.start, blocks=[block])
        if self._ends(block, current, text):
            return Section(SectionKind.CLOSING, block.start, blocks=[block])
        if block.depth:
            return Section(SectionKind.HEADING, block.start, title=text, blocks=[block])
        if self._signature(text):
            return Section(SectionKind.CLOSING, block.start, blocks=[block])
        return None

    def _ends(self, block: Block, current: Section, text: str) -> bool:
        """Whether the paragraph says from when the document applies, and no measure says it.

        A statute's article may say it in its second paragraph, a measure below its title.
        """
        if block.node >= 0 or current.node not in self._last or not _IN_FORCE.match(text):
            return False
        marker, first = self._outline[current.node].marker, current.blocks[0]
        titled = len(current.blocks) == 1 and is_title(self._source, marker.end, first.end)
        whole = self._source[first.end - 1] in "。）)"
        return marker.kind is not Kind.ARTICLE and (whole or not titled)

    def _signature(self, text: str) -> bool:
        return bool(_DATE.match(text)) or (
            len(text) <= 24
            and not _SENTENCE_MARK.search(text)
            and bool(
                re.search(
                    r"(?:委员会|政府|海关|总署|[局部委厅署办院会])(?:办公[厅室])?$|办公[厅室]$",
                    text,
                )
            )
        )


def _last_ones(outline: Sequence[Node], articles: set[int]) -> set[int]:
    """The articles after which none is left, or only those that count from one again."""
    order = sorted(articles)
    again = {one for one, other in pairwise(order) if outline[other].marker.number == 1}
    return again | set(order[-1:])


def _inner_nodes(outline: Sequence[Node], articles: set[int]) -> set[int]:
    """The nodes that lie inside an article."""
    inner: set[int] = set()
    for index, node in enumerate(outline):
        if node.parent in articles or node.parent in inner:
            inner.add(index)
    return inner


def _with_head(sections: list[Section], outline: Sequence[Node]) -> list[Section]:
    """Everything before the headings that lead to the first article becomes the head."""
    first = next((i for i, s in enumerate(sections) if s.kind is SectionKind.ARTICLE), None)
    if first is None:
        return sections
    while first > 1 and _leads(sections[first - 1], sections[first], outline):
        first -= 1
    head = Section(SectionKind.HEAD, 0)
    head.blocks = [block for section in sections[:first] for block in section.blocks]
    return [head, *sections[first:]]


def _leads(heading: Section, following: Section, outline: Sequence[Node]) -> bool:
    """Whether ``heading`` stands directly above ``following`` in the outline."""
    if heading.kind is not SectionKind.HEADING:
        return False
    return outline[following.node].parent == heading.node


def headings_above(index: int, outline: Sequence[Node]) -> Iterator[int]:
    """The ancestors of node ``index``, outermost first."""
    chain = []
    while (index := outline[index].parent) >= 0:
        chain.append(index)
    return reversed(chain)
