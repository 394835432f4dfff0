"""Metadata that a person wrote: ``<file stem>.yaml`` beside the document, or its front matter."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from corpus import counties
from corpus.errors import MetadataError
from corpus.metadata.schema import load_yaml, validate
from corpus.model import NATIONWIDE

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)


class DeclaredMetadata(BaseModel):
    """The fields of a sidecar or a front matter; what is left out is inferred from the text.

    ``source`` says where the document was published: an address or a description.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    title: str | None = Field(default=None, min_length=1)
    doc_number: str | None = Field(default=None, min_length=1)
    issuers: tuple[str, ...] | None = None
    jurisdiction: str | None = None
    issued_on: dt.date | None = None
    effective_on: dt.date | None = None
    expires_on: dt.date | None = None
    repealed_on: dt.date | None = None
    source: str | None = None
    aliases: tuple[str, ...] = ()

    @field_validator("jurisdiction")
    @classmethod
    def _known(cls, value: str | None) -> str | None:
        if value is None or value == NATIONWIDE:
            return value
        full = counties.resolve(value)
        if full is None:
            raise ValueError(f"不认识的地区“{value}”，应为“全国”或省、市、区县全称，如 上海市")
        return full

    @field_validator("aliases", "issuers")
    @classmethod
    def _no_blank(cls, values: tuple[str, ...] | None) -> tuple[str, ...] | None:
        if values is not None and (len(set(values)) < len(values) or not all(values)):
            raise ValueError("列表里有空项或重复项")
        return values

    @model_validator(mode="after")
    def _in_order(self) -> DeclaredMetadata:
        start = self.effective_on or self.issued_on
        for name in ("expires_on", "repealed_on"):
            end = getattr(self, name)
            if start is not None and end is not None and end < start:
                raise ValueError(f"{name}（{end}）早于开始日期（{start}）")
        return self


def sidecar_path(document: Path) -> Path:
    """Where the metadata of ``document`` is looked for."""
    return document.with_name(f"{document.stem}.yaml")


def read_sidecar(document: Path) -> DeclaredMetadata | None:
    """The declared metadata beside ``document``, or ``None`` where there is no sidecar."""
    path = sidecar_path(document)
    if not path.is_file():
        return None
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise MetadataError(f"{path}：不是 UTF-8 编码") from error
    return validate(path, load_yaml(path, text), DeclaredMetadata)


def read_front_matter(path: Path, source: str) -> DeclaredMetadata | None:
    """The front matter of ``source`` if it declares a policy.

    Front matter of other tools (a site generator's ``draft: true``) shares no field with a
    policy's metadata and is passed over; once one field is a policy's, all must be.
    """
    match = _FRONT_MATTER.match(source)
    if match is None:
        return None
    data = load_yaml(path, match[1])
    if not isinstance(data, dict) or not data.keys() & DeclaredMetadata.model_fields.keys():
        return None
    return validate(path, data, DeclaredMetadata)
