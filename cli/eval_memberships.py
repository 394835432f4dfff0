"""``zhengwen eval memberships``: learn from gold questions which articles a list gathers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from assistant.gathering.membership import WEIGHTS
from cli.eval_options import Config, settings_from
from eval import memberships
from eval.cases import TUNE, load_cases


def learn_memberships(
    gold: Annotated[
        list[Path] | None, typer.Option(help="用来学习的标准问答，可重复；绝不用报成绩的那份")
    ] = None,
    config: Config = None,
    write: Annotated[
        bool, typer.Option("--write", help="写回 assistant/gathering/membership.json")
    ] = False,
) -> None:
    """从罗列题学习“条款属不属于这张单子”的权重。"""
    from assistant.wiring import build_assistant  # heavy: opens the index and the encoder

    console = Console(stderr=True)
    assistant = build_assistant(settings_from(config))
    cases = [case for path in gold or (TUNE,) for case in load_cases(path)]
    weights = memberships.fit(
        memberships.rows(assistant, track(cases, "检索候选", console=console))
    )
    table = Table("特征", "权重")
    for name, weight in weights.items():
        table.add_row(name, f"{weight:+.2f}")
    Console().print(table)
    if write:
        memberships.save(weights, WEIGHTS)
        console.print(f"已写入 {WEIGHTS}")
