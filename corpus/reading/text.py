"""Plain text and Markdown: the encoding found out, the text left as it is."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import UnreadableDocument

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

# The first bytes of the common characters: the first level of either standard.
_GB_COMMON, _BIG5_COMMON = range(0xB0, 0xD8), range(0xA4, 0xC7)
# Of an official text more than nine in ten are common ones; of bytes read wrongly far fewer.
_FEWEST_COMMON = 0.4


def read_text(path: Path, data: bytes) -> str:
    """The text of ``data``: UTF-8 or UTF-16 with a mark, UTF-8, else GB18030.

    Almost any bytes are GB18030; text that makes no sense so is refused, Big5 by its name.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode(path, data, encoding)
    if b"\x00" in data[:4096]:
        raise UnreadableDocument(f"{path}：是二进制文件，不是文本")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if _is_big5(data):
            raise UnreadableDocument(
                f"{path}：是繁体中文（Big5 编码），请转换为简体中文并另存为 UTF-8"
            ) from None
    text = _decode(path, data, "gb18030")
    if _common(text, "gb2312", _GB_COMMON) < _FEWEST_COMMON:
        raise UnreadableDocument(f"{path}：无法识别文字编码（读出来是乱码），请另存为 UTF-8")
    return text


def _is_big5(data: bytes) -> bool:
    """Whether the bytes make more common words of the traditional script than of the simplified."""
    try:
        traditional = _common(data.decode("cp950"), "cp950", _BIG5_COMMON)
    except UnicodeDecodeError:
        return False
    simplified = _common(data.decode("gb18030", "replace"), "gb2312", _GB_COMMON)
    return traditional > max(simplified, _FEWEST_COMMON)


def _common(text: str, encoding: str, lead: range) -> float:
    """The share of the Chinese characters that the encoding counts among the common ones."""
    wide = [char for char in text if "\u3400" <= char <= "\u9fff" or "\ue000" <= char <= "\uf8ff"]
    encoded = (char.encode(encoding, "ignore")[:1] for char in wide)
    common = sum(bool(byte) and byte[0] in lead for byte in encoded)
    return common / len(wide) if wide else 1.0


def _decode(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            f"{path}：无法识别文字编码（第 {error.start} 字节起），请另存为 UTF-8"
        ) from error
