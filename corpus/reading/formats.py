"""Which reader takes which file, and the checks that hold for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from corpus.errors import CorpusError, UnreadableDocument
from corpus.invalid import refused
from corpus.reading.docx import read_docx
from corpus.reading.html import read_html
from corpus.reading.ofd import read_ofd
from corpus.reading.pdf import read_pdf
from corpus.reading.text import read_text

_LARGEST = 64 * 1024 * 1024
_READERS: Mapping[str, Callable[[Path, bytes], str]] = {
    ".txt": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".ofd": read_ofd,
}
# Formats that hold documents but have no reader: named, so that none is passed over in silence.
_ADVICE: Mapping[str, str] = {
    ".doc": "请另存为 .docx",
    ".wps": "请另存为 .docx",
    ".rtf": "请另存为 .docx",
    ".xls": "请把政策文字另存为 .docx 或 .txt",
    ".xlsx": "请把政策文字另存为 .docx 或 .txt",
    ".ppt": "请把政策文字另存为 .docx 或 .txt",
    ".pptx": "请把政策文字另存为 .docx 或 .txt",
    ".ceb": "请另存为 .pdf",
}
SUFFIXES = frozenset(_READERS) | frozenset(_ADVICE)


def read_document(path: Path) -> str:
    """The text of the file; ``UnreadableDocument`` names the file and what is wrong with it."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        advice = _ADVICE.get(path.suffix.lower(), f"支持 {'、'.join(sorted(_READERS))}")
        raise UnreadableDocument(f"{path}：不支持这种格式，{advice}")
    data = _bytes(path)
    try:
        text = reader(path, data)
    except CorpusError:
        raise
    except Exception as error:
        # A damaged file can make its library fail in any way; none may stop the other files.
        raise UnreadableDocument(
            f"{path}：文件已损坏，无法读取（{type(error).__name__}）"
        ) from error
    if not text.strip():
        raise UnreadableDocument(f"{path}：文件没有文字")
    return text


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise UnreadableDocument(
                f"{path}：文件过大（{size / 2**20:.0f} MiB，上限 {_LARGEST // 2**20} MiB）"
            )
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(f"{path}：无法打开（{refused(error)}）") from error
    if not data.strip():
        raise UnreadableDocument(f"{path}：文件是空的")
    return data
