"""``zhengwen eval gate``: stop a change that falls through the committed floors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from cli.eval_options import Config, Corpus, library_for, settings_from
from eval.cases import GOLD_DIR, load_cases, type_name
from eval.errors import FloorError
from eval.gate import EVERY, FLOORS, Breach, Floors, breaches, dump_floors, load_floors, raised
from eval.metrics import evaluators
from eval.runner import run_cases
from eval.scoring import Scores, score


def gate(
    *,
    names: Annotated[
        list[str] | None, typer.Option("--gold", help="底线里的哪几份标准问答，默认全部")
    ] = None,
    config: Config = None,
    corpus: Corpus = None,
    floors: Annotated[Path, typer.Option(help="底线文件")] = FLOORS,
    lift: Annotated[bool, typer.Option("--raise", help="把底线抬到这次的成绩（减去余量）")] = False,
    slack: Annotated[float, typer.Option(help="抬升时留的余量")] = 0.01,
) -> None:
    """跑标准问答，低于底线则失败，并点出是哪些用例。"""
    from assistant.wiring import build_assistant  # heavy: opens the index and the encoder

    settings = settings_from(config)
    library = library_for(corpus, settings)
    assistant = build_assistant(settings)
    every = load_floors(floors)
    unknown = sorted(set(names or ()) - every.keys())
    if unknown:
        raise FloorError(f"底线文件里没有 {'、'.join(unknown)}；有：{'、'.join(every)}")
    broken = False
    for name in names or list(every):
        cases = load_cases(GOLD_DIR / f"{name}.jsonl")
        records = {one.case_id: one for one in run_cases(cases, assistant)}
        scores = score(cases, records, evaluators(library))
        found = breaches(scores, every[name])
        report(name, scores, every[name], found, Console())
        broken |= bool(found)
        every[name] = raised(every[name], scores, slack)
    if broken:
        raise typer.Exit(1)
    if lift:
        floors.write_text(dump_floors(every), "utf-8")


def report(
    name: str, scores: Scores, floors: Floors, found: tuple[Breach, ...], console: Console
) -> None:
    """One line where all floors hold; else every breach with the cases behind it."""
    count = sum(1 for _ in floors.items())
    if not found:
        console.print(Text(f"✓ {name}：{len(scores.cases)} 例，{count} 条底线全部守住", "green"))
    for one in found:
        kind = "全部" if one.kind == EVERY else type_name(one.kind)
        mean = "无可评用例" if one.mean is None else f"{one.mean:.3f}"
        console.print(
            Text(f"✗ {name}·{kind} {one.metric} {mean}，低于底线 {one.floor}", "bold red")
        )
        for case in one.new:
            console.print(Text(f"    新 {case.case.id}  {case.case.question[:40]}  —— {case.why}"))
        if one.known:
            known = "、".join(case.case.id for case in one.known)
            console.print(Text(f"    原已未过：{known}", "dim"))
