"""What the ``zhengwen eval`` commands share: settings, the policies, runs by their folder."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from assistant.settings import ROOT, Settings
from cli.options import environment
from corpus.invalid import problems_in, refused
from eval.errors import RunError
from eval.library import Library

RUNS = ROOT / "var" / "eval"

Config = Annotated[Path | None, typer.Option("--config", help="设置文件（TOML，键同设置项）")]
Corpus = Annotated[Path | None, typer.Option("--corpus", help="核对用的政策目录，默认同设置")]


def settings_from(config: Path | None) -> Settings:
    """The environment's settings, those of a TOML file over them."""
    if config is None:
        return environment()
    try:
        fields: dict[str, Any] = tomllib.loads(config.read_text("utf-8"))
    except OSError as error:
        raise RunError(f"设置文件 {config} 读不了：{refused(error)}") from None
    except tomllib.TOMLDecodeError as error:
        raise RunError(f"设置文件 {config} 不是合法的 TOML：{error}") from None
    unknown = sorted(fields.keys() - Settings.model_fields.keys())
    if unknown:
        raise RunError(f"设置文件 {config} 有不认识的键：{'、'.join(unknown)}")
    try:
        return Settings(**fields)
    except ValidationError as error:
        raise RunError(f"设置文件 {config} 不对：{next(problems_in(error))}") from None


def library_for(corpus: Path | None, settings: Settings) -> Library:
    """The policies that answers are checked against."""
    return Library.read(corpus or settings.corpus_dir)
