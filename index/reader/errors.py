"""What can be wrong with the reader."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import IndexError_


class ReaderUnreadable(IndexError_):
    """The reader's folder of weights lacks a file, or a file in it is damaged or does not fit."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"阅读器目录 {folder} 无法读取：{reason}。请用 zhengwen reader train 重新训练。"
        )
