"""PDF files with a text layer, read with PDFium: the one reader that gives clean characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from corpus.errors import UnreadableDocument
from corpus.reading.page_numbers import without_page_numbers
from corpus.reading.ruled import over_pages, tables_on

# A header stands on this share of the pages.
_HEADER_SHARE, _FEWEST_PAGES = 0.6, 4


def read_pdf(path: Path, data: bytes) -> str:
    """The text of all pages, a printed line a line; page numbers and running heads left out."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "有密码保护" if "password" in str(error).lower() else "文件已损坏，不是有效的 PDF"
        raise UnreadableDocument(f"{path}：{reason}") from error
    try:
        pages = [_lines(document[index]) for index in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(f"{path}：有无法读取的页面") from error
    finally:
        document.close()
    if not any(pages):
        raise UnreadableDocument(f"{path}：没有文字层（可能是扫描件），请先做文字识别")
    pages = without_page_numbers(pages)
    if heads := _running_heads(pages):
        # A page's number may stand beyond its running head or inside it.
        pages = without_page_numbers(
            [[line for line in page if line not in heads] for page in pages]
        )
    return "\n".join(over_pages(pages)) + "\n"


def _lines(page: pypdfium2.PdfPage) -> list[str]:
    """The printed lines of a page; a row of a ruled table is one line."""
    text = page.get_textpage()
    tables = tables_on(page, text)
    if not tables:
        return _split(text.get_text_bounded())
    lines, top = [], page.get_height()
    for table in tables:
        lines += [*_split(text.get_text_bounded(bottom=table.top + 1, top=top)), *table.rows]
        top = table.bottom - 1
    return [*lines, *_split(text.get_text_bounded(top=top))]


def _split(text: str) -> list[str]:
    # PDFium marks a hyphen at a line's end by U+FFFE and a missing glyph by U+0000.
    lines = re.sub("[\ufffe\x00]", "", text).splitlines()
    return [line.rstrip() for line in lines if line.strip()]


def _running_heads(pages: Sequence[Sequence[str]]) -> set[str]:
    """Lines that open or close most pages of a long document."""
    if len(pages) < _FEWEST_PAGES:
        return set()
    edges = Counter(line for page in pages if page for line in {page[0], page[-1]})
    often = {line for line, times in edges.items() if times >= _HEADER_SHARE * len(pages)}
    # The names of a table's columns stand again on every page it goes over.
    return {line for line in often if not line.startswith("|")}
