"""Word files: paragraphs and tables in the order they are printed."""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from corpus.errors import UnreadableDocument
from corpus.reading.numbering import Numbering

_OLE = b"\xd0\xcf\x11\xe0"


def read_docx(path: Path, data: bytes) -> str:
    """The text, a paragraph a line; headings as Markdown, table rows between ``|``."""
    if data.startswith(_OLE):
        raise UnreadableDocument(f"{path}：是加密文件或旧版 .doc，请去掉密码并另存为 .docx")
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise UnreadableDocument(f"{path}：文件已损坏，不是有效的 Word 文件") from error
    return "\n\n".join(_blocks(document)) + "\n"


def _blocks(document: Document) -> Iterator[str]:
    numbering = Numbering(document)
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            yield "\n".join(_rows(item, numbering))
        elif text := _numbered(item, numbering):
            yield _marked(item, text)


def _numbered(paragraph: Paragraph, numbering: Numbering) -> str:
    """The words of a paragraph after the number that Word prints before them."""
    number, text = numbering.printed(paragraph), paragraph.text.strip()
    return f"{number} {text}" if number and text else text


def _marked(paragraph: Paragraph, text: str) -> str:
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if style == "Title":
        return f"# {text}"
    level = style.removeprefix("Heading ")
    return f"{'#' * (int(level) + 1)} {text}" if style != level and level.isdigit() else text


def _rows(table: Table, numbering: Numbering) -> Iterator[str]:
    for row in table.rows:
        # A merged cell is given once for every column it spans.
        merged = itertools.groupby(row.cells, key=lambda cell: cell._tc)
        kept = [_cell(next(same), numbering) for _, same in merged]
        yield f"| {' | '.join(kept)} |"


def _cell(cell: _Cell, numbering: Numbering) -> str:
    """The words of a cell; where it has none, the number that Word counts its row with."""
    told = [(numbering.printed(paragraph), paragraph.text) for paragraph in cell.paragraphs]
    words = " ".join(f"{number} {text}" if text.strip() else "" for number, text in told).split()
    return " ".join(words or [number.rstrip(".．、") for number, _ in told[:1]])
