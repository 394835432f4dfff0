"""OFD, the national layout format (GB/T 33190): a zip of XML whose text objects have places."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from corpus.errors import UnreadableDocument

# Two pieces of text whose baselines lie this close (millimetres) are on one line.
_SAME_LINE = 2.0
_SECURE = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def read_ofd(path: Path, data: bytes) -> str:
    """The text of all pages in reading order, a printed line a line."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            lines = [line for page in _pages(archive) for line in _lines(archive, page)]
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError, ValueError) as error:
        raise UnreadableDocument(f"{path}：文件已损坏或已加密，不是有效的 OFD") from error
    if not lines:
        raise UnreadableDocument(f"{path}：没有文字（可能是扫描件），请先做文字识别")
    return "\n".join(lines) + "\n"


def _pages(archive: zipfile.ZipFile) -> Iterator[str]:
    for root in _texts(_xml(archive, "OFD.xml"), "DocRoot"):
        document = root.lstrip("/")
        for page in _xml(archive, document).iterfind(".//{*}Pages/{*}Page"):
            yield posixpath.join(posixpath.dirname(document), page.get("BaseLoc").lstrip("/"))


def _lines(archive: zipfile.ZipFile, page: str) -> Iterator[str]:
    """The page's text objects, joined where they stand on one line."""
    pieces = sorted(_pieces(_xml(archive, page)))
    line, baseline = "", None
    for top, _, text in pieces:
        if baseline is not None and top - baseline > _SAME_LINE:
            yield line
            line = ""
        line += text
        baseline = top
    if line.strip():
        yield line


def _pieces(page: Any) -> Iterator[tuple[float, float, str]]:
    for element in page.iterfind(".//{*}TextObject"):
        left, top, *_ = (float(number) for number in element.get("Boundary").split())
        text = "".join(code.text or "" for code in element.iterfind("{*}TextCode"))
        if text.strip():
            yield round(top / _SAME_LINE) * _SAME_LINE, left, text


def _xml(archive: zipfile.ZipFile, name: str) -> Any:
    return etree.fromstring(archive.read(name), parser=_SECURE)


def _texts(tree: Any, tag: str) -> list[str]:
    return [element.text for element in tree.iterfind(f".//{{*}}{tag}") if element.text]
