"""Text without numbers of its own, divided so that no piece is too long to cite or to search."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.parsing.sections import Block

# About a page of print: an answer can still quote from it, and a search engine can weigh it.
LONGEST_PASSAGE = 1200
LONGEST_HEAD = 6000
_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]+[”’）)]*|[^。！？；\n]+$")


def grouped(
    source: str, blocks: Sequence[Block], limit: int, *, by_heading: bool = True
) -> Iterator[list[Block]]:
    """The blocks in groups of at most ``limit`` characters.

    With ``by_heading`` a Markdown heading opens a group.
    """
    group: list[Block] = []
    size = 0
    for block in _short_enough(source, blocks, limit):
        length = block.end - block.start
        opens = by_heading and block.depth > 0 and any(not each.depth for each in group)
        if group and (size + length > limit or opens):
            yield group
            group, size = [], 0
        group.append(block)
        size += length
    if group:
        yield group


def _short_enough(source: str, blocks: Sequence[Block], limit: int) -> Iterator[Block]:
    for block in blocks:
        if block.end - block.start <= limit:
            yield block
        else:
            yield from _at_sentences(source, block, limit)


def _at_sentences(source: str, block: Block, limit: int) -> Iterator[Block]:
    start = at = block.start
    for match in _SENTENCE.finditer(source, block.start, block.end):
        if match.end() - start > limit and at > start:
            yield replace(block, start=start, end=at)
            start = at
        at = match.end()
        while at - start > limit:
            yield replace(block, start=start, end=start + limit)
            start += limit
    if start < block.end:
        yield replace(block, start=start, end=block.end)
