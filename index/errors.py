"""What can be wrong with an index, each with a message that says how to put it right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.errors import IndexError_

_NAMED = 5


class IndexAbsent(IndexError_):
    """There is no index in the directory."""

    def __init__(self, directory: Path) -> None:
        super().__init__(f"索引目录 {directory} 里还没有索引，请先运行 zhengwen index 建立索引。")


class IndexIncompatible(IndexError_):
    """The index was built by another schema version or with another encoder."""


class IndexDamaged(IndexError_):
    """A file of the index is missing, cut short or unreadable."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"索引文件 {path} 已损坏（{reason}），请重新运行 zhengwen index。")


class IndexBusy(IndexError_):
    """Another process is building in the same directory."""

    def __init__(self, directory: Path) -> None:
        super().__init__(
            f"另一个进程正在索引目录 {directory} 里建立索引，请等它结束后再试，"
            "或用 --index 指定别的目录。"
        )


class NothingToIndex(IndexError_):
    """Not one document of the corpus could be read; ``skipped`` names each file with its reason."""

    def __init__(self, directory: Path, skipped: Sequence[str]) -> None:
        told = [f"\n{file}" for file in skipped[:_NAMED]]
        if len(skipped) > _NAMED:
            told.append(f"\n…… 另有 {len(skipped) - _NAMED} 个")
        detail = f"，{len(skipped)} 个文件都无法读取：{''.join(told)}" if skipped else "。"
        super().__init__(f"文件目录 {directory} 里没有可以建立索引的政策文件{detail}")
