"""The manifest of an index version: what was built, from what, with what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
from pydantic import BaseModel, ConfigDict, ValidationError

from index.errors import IndexDamaged, IndexIncompatible
from index.model import Encoder

SCHEMA = 5
"""Raised whenever a version built before could not be read or would be built otherwise."""

MANIFEST = "manifest.json"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class EncoderIdentity(_Frozen):
    """Whose vectors an index holds."""

    name: str
    fingerprint: str
    dimensions: int

    @classmethod
    def of(cls, encoder: Encoder) -> EncoderIdentity:
        """The identity of ``encoder``."""
        return cls(
            name=encoder.name, fingerprint=encoder.fingerprint, dimensions=encoder.dimensions
        )


class Skipped(_Frozen):
    """A file that is not in the index, and why."""

    path: str
    reason: str

    @classmethod
    def of(cls, path: Path, reason: str) -> Skipped:
        """``path`` with ``reason``, which need not name it again."""
        return cls(path=str(path), reason=reason.removeprefix(f"{path}："))

    def __str__(self) -> str:
        return f"{self.path}：{self.reason}"


class Manifest(_Frozen):
    """Everything known of a version besides its files.

    ``files`` gives the size in bytes of each file a server reads, to notice a damaged copy.
    """

    schema_version: int
    version: str
    encoder: EncoderIdentity
    corpus_digest: str
    settings: dict[str, int]
    policies: int
    articles: int
    passages: int
    questions: int
    skipped: tuple[Skipped, ...]
    built_at: str
    files: dict[str, int]

    def write(self, directory: Path) -> None:
        """Write the manifest into a version's directory."""
        text = orjson.dumps(self.model_dump(mode="json"), option=orjson.OPT_INDENT_2)
        (directory / MANIFEST).write_bytes(text)

    @classmethod
    def read(cls, directory: Path) -> Manifest:
        """The manifest of ``directory``, checked against this program and the files' sizes.

        Raises ``IndexIncompatible`` for another schema, ``IndexDamaged`` for anything else.
        """
        path = directory / MANIFEST
        fields = _object(path)
        built = fields.get("schema_version")
        if built != SCHEMA:
            raise IndexIncompatible(
                f"索引 {directory} 的格式版本是 {built}，本程序需要 {SCHEMA}，"
                "请重新运行 zhengwen index。"
            )
        try:
            manifest = cls.model_validate(fields)
        except ValidationError as error:
            where = ".".join(map(str, error.errors()[0]["loc"]))
            raise IndexDamaged(path, f"字段 {where} 不对") from None
        manifest._check_files(directory)
        return manifest

    def check_encoder(self, encoder: Encoder) -> None:
        """Raises ``IndexIncompatible`` when ``encoder`` is not the one that built this."""
        if EncoderIdentity.of(encoder) != self.encoder:
            raise IndexIncompatible(
                f"索引是用编码器 {self.encoder.name}（{self.encoder.fingerprint[:12]}）建立的，"
                f"现在的编码器是 {encoder.name}（{encoder.fingerprint[:12]}），"
                "请用现在的编码器重新运行 zhengwen index，或换回原来的编码器。"
            )

    def _check_files(self, directory: Path) -> None:
        for name, size in self.files.items():
            path = directory / name
            if not path.is_file():
                raise IndexDamaged(path, "文件不存在")
            if path.stat().st_size != size:
                raise IndexDamaged(path, f"应为 {size} 字节，实为 {path.stat().st_size} 字节")


def _object(path: Path) -> dict[str, Any]:
    try:
        fields = orjson.loads(path.read_bytes())
    except FileNotFoundError:
        raise IndexDamaged(path, "文件不存在") from None
    except (orjson.JSONDecodeError, OSError) as error:
        raise IndexDamaged(path, str(error)) from None
    if not isinstance(fields, dict):
        raise IndexDamaged(path, "不是 JSON 对象")
    return fields
