"""``zhengwen eval calibrate``: learn from gold questions how sure is sure enough."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from assistant.support import WEIGHTS, SupportModel
from cli.eval_options import Config, settings_from
from eval import calibration
from eval.cases import TUNE, load_cases
from eval.leave_one_out import Blindfold
from index.search import HybridSearcher


def calibrate(
    gold: Annotated[Path, typer.Option(help="用来学习的标准问答；绝不用 report.jsonl")] = TUNE,
    others: Annotated[
        list[Path] | None,
        typer.Option(help="别的领域的提问（每行一个带 query 的 JSON），都不该作答，可重复"),
    ] = None,
    config: Config = None,
    write: Annotated[bool, typer.Option("--write", help="写回 assistant/support.json")] = False,
) -> None:
    """从标准问答学习“条款能否支撑答案”的权重。"""
    from assistant.wiring import build_assistant  # heavy: opens the index and the encoder

    blindfolds: list[Blindfold] = []

    def behind(searcher: HybridSearcher) -> HybridSearcher:
        blindfolds.append(Blindfold(searcher))
        return blindfolds[0].as_searcher()

    assistant = build_assistant(settings_from(config), searching=behind)
    console = Console(stderr=True)
    cases = [
        *load_cases(gold),
        *(case for path in others or () for case in calibration.strangers(path)),
    ]
    tracked = track(cases, "检索候选", console=console)
    seen = tuple(calibration.weigh(assistant, blindfolds[0], tracked))
    learned = calibration.fit(seen, SupportModel.load())
    table = Table("特征", "单独", "并列引用")
    for name in dict.fromkeys((*learned.weights, *learned.companion)):
        alone, beside = learned.weights.get(name), learned.companion.get(name)
        table.add_row(
            *(
                name if i == 0 else "" if v is None else f"{v:+.2f}"
                for i, v in enumerate((name, alone, beside))
            )
        )
    Console().print(table)
    if write:
        calibration.save(learned, WEIGHTS)
        console.print(f"已写入 {WEIGHTS}")
