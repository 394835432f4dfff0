"""``zhengwen eval compare A B``: what was won and lost between two runs, case by case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from cli.eval_options import Config, Corpus, library_for, settings_from
from eval import evaluation
from eval.comparing import compare as pair
from eval.report.comparison import comparison_data, show


def compare(
    before: Annotated[Path, typer.Argument(metavar="A", help="先前一次的结果目录")],
    after: Annotated[Path, typer.Argument(metavar="B", help="后来一次的结果目录")],
    *,
    config: Config = None,
    corpus: Corpus = None,
    target: Annotated[Path | None, typer.Option("--json", help="另存为 JSON")] = None,
) -> None:
    """比较两次评测：逐项差值与显著性，逐例得失。"""
    library = library_for(corpus, settings_from(config))
    found = pair(evaluation.read(before, library).scores, evaluation.read(after, library).scores)
    show(found, Console())
    if target is not None:
        target.write_text(json.dumps(comparison_data(found), ensure_ascii=False, indent=1), "utf-8")
