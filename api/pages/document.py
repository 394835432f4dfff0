"""A policy laid out for reading: chapters and articles in order, quotes marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from api.pages.marking import Marks, Segment, marks_of, segments
from assistant.composing.rendering import anchor_of
from corpus.model import HEAD_LABEL, Article, Policy, Span

LINE = re.compile(r"[^\n]+")
# A row of a table as files are read: | 档次 | 金额 |, and the line under the columns' names.
ROW = re.compile(r"\|[^\n]*\|\s*")
RULED_OFF = re.compile(r"\|[\s|:：\-—]+\|\s*")
# An item of an inner list: it hangs under its number.
ITEM = re.compile(r"[（(]?[0-9一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、]|[①-⑳]")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of an article, or one item of an inner list."""

    segments: tuple[Segment, ...]
    is_item: bool


Cell = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Consecutive rows ``| … | … |``; ``head`` holds the columns' names where a ruled line ends
    them."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class ArticleBlock:
    """An article ready to print; ``also`` are further anchors that lead to it."""

    article: Article
    anchor: str
    also: tuple[str, ...]
    heading: tuple[Segment, ...]
    lines: tuple[Line | Table, ...]

    @property
    def label(self) -> str:
        """The label as printed."""
        return self.article.label

    @property
    def is_head(self) -> bool:
        """Whether this is the document's head."""
        return self.article.label.startswith(HEAD_LABEL)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter's title and how deep it lies (1 is outermost)."""

    title: str
    depth: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a policy page shows below its metadata, in order."""

    blocks: tuple[Chapter | ArticleBlock, ...]

    @property
    def article_count(self) -> int:
        """How many articles the document counts."""
        return sum(isinstance(b, ArticleBlock) and b.article.is_counted for b in self.blocks)


def lay_out(policy: Policy, quote: Span | None = None) -> Document:
    """The policy with ``quote`` marked wherever an article holds words of it."""
    blocks: list[Chapter | ArticleBlock] = []
    path: tuple[str, ...] = ()
    taken: set[str] = set()
    for article in policy.articles:
        for depth in range(_common(path, article.path) + 1, len(article.path) + 1):
            name = f"chapter-{sum(isinstance(block, Chapter) for block in blocks) + 1}"
            blocks.append(Chapter(article.path[depth - 1], depth, name))
        path = article.path
        blocks.append(_block(article, {1: quote} if quote else {}, taken))
    return Document(tuple(blocks))


def article_lines(
    article: Article, spans: Mapping[int, Span]
) -> tuple[tuple[Segment, ...], tuple[Line | Table, ...]]:
    """The heading and the lines of an article, with the citations' spans marked.

    A heading that only repeats the label (附件1) is left out: the label is printed anyway.
    """
    text, marks = article.body.text, marks_of(article.body, spans)
    cut = len(article.heading) if article.heading and text.startswith(article.heading) else 0
    heading = segments(text, marks, 0, cut) or _plain(article.heading)
    while 0 < cut < len(text) and text[cut] in "。：:；\n ":
        cut += 1
    if article.heading == article.label:
        heading = ()
    return heading, tuple(_lines(text, marks, cut))


def _plain(text: str) -> tuple[Segment, ...]:
    return (Segment(text),) if text else ()


def _lines(text: str, marks: Marks, start: int) -> Iterator[Line | Table]:
    spans = (line.span() for line in LINE.finditer(text, start))
    for is_row, group in groupby(spans, lambda span: ROW.fullmatch(text, *span) is not None):
        lines = tuple(group)
        if is_row and len(lines) > 1:
            yield _table(text, marks, lines)
            continue
        for first, end in lines:
            is_item = ITEM.match(text, first, end) is not None
            yield Line(segments(text, marks, first, end), is_item)


def _table(text: str, marks: Marks, lines: Sequence[tuple[int, int]]) -> Table:
    ruled = [RULED_OFF.fullmatch(text, *line) is not None for line in lines]
    rows = tuple(
        _cells(text, marks, *line) for line, off in zip(lines, ruled, strict=True) if not off
    )
    return Table(rows[0], rows[1:]) if ruled[1] and not ruled[0] else Table((), rows)


def _cells(text: str, marks: Marks, start: int, end: int) -> tuple[Cell, ...]:
    edges = [at for at in range(start, end) if text[at] == "|"]
    return tuple(
        segments(text, marks, *_trimmed(text, left + 1, right)) for left, right in pairwise(edges)
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _block(article: Article, spans: Mapping[int, Span], taken: set[str]) -> ArticleBlock:
    names = dict.fromkeys([anchor_of(article), f"article-{article.label}"])
    free = [name for name in names if name not in taken] or [f"at-{article.span.start}"]
    taken.update(free)
    heading, lines = article_lines(article, spans)
    return ArticleBlock(article, free[0], tuple(free[1:]), heading, lines)


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many leading chapters two paths share."""
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    return shared
