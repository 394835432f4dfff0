"""Plain text and Markdown: the encoding found out, the text left as it is."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import UnreadableDocument

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_text(path: Path, data: bytes) -> str:
    """The text of ``data``: UTF-8 or UTF-16 with a mark, UTF-8, else GB18030."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode(path, data, encoding)
    if b"\x00" in data[:4096]:
        raise UnreadableDocument(f"{path}：是二进制文件，不是文本")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode(path, data, "gb18030")


def _decode(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            f"{path}：无法识别文字编码（第 {error.start} 字节起），请另存为 UTF-8"
        ) from error
