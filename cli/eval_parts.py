"""``zhengwen eval component NAME`` and ``leave-one-out``: the parts by themselves."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table
from rich.text import Text

from cli.eval_options import RUNS, Config, Corpus, library_for, settings_from
from eval.cases import REPORT, load_cases, type_name
from eval.errors import RunError
from eval.evaluation import run_name
from eval.leave_one_out import Abstention, Blindfold, applicable
from eval.leave_one_out import leave_one_out as run_without
from eval.scoring import ALL
from eval.statistics import estimate
from index.search import HybridSearcher

GoldFile = Annotated[Path, typer.Option(help="标准问答文件")]


def component(
    name: Annotated[
        str, typer.Argument(help="parser、understanding、retrieval、refusal、verification、replies")
    ],
    *,
    gold: GoldFile = REPORT,
    config: Config = None,
    corpus: Corpus = None,
    misses: Annotated[int, typer.Option(help="每项列出的未过例数")] = 5,
) -> None:
    """单独评测一个部件。"""
    from eval.components import COMPONENTS, Material  # heavy: the assistant's wiring

    if name not in COMPONENTS:
        raise RunError(f"没有部件 {name}；有：{'、'.join(COMPONENTS)}")
    settings = settings_from(config)
    material = Material(settings, library_for(corpus, settings), load_cases(gold))
    console = Console()
    for check in COMPONENTS[name](material):
        console.print(f"{check.value:7.3f}  {check.label}（{check.count}）", highlight=False)
        for miss in check.misses[:misses]:
            console.print(Text(f"           {miss}", "dim"), soft_wrap=True)
        if len(check.misses) > misses:
            console.print(Text(f"           ……共 {len(check.misses)} 例", "dim"))


def leave_one_out(
    *,
    gold: GoldFile = REPORT,
    config: Config = None,
    corpus: Corpus = None,
    failures: Annotated[int, typer.Option(help="终端列出的失败例数")] = 20,
) -> None:
    """撤去每题的依据条款再问一遍：应当拒答。"""
    from assistant.wiring import build_assistant  # heavy: opens the index and the encoder

    settings = settings_from(config)
    library = library_for(corpus, settings)
    cases = applicable(load_cases(gold))
    blindfolds: list[Blindfold] = []

    def blind(searcher: HybridSearcher) -> HybridSearcher:
        blindfolds.append(Blindfold(searcher))
        return blindfolds[-1].as_searcher()

    assistant = build_assistant(settings, searching=blind)
    asked = run_without(cases, assistant, blindfolds[-1], library)
    found = list(
        track(asked, "撤条再问", total=len(cases), console=Console(stderr=True), transient=True)
    )
    _show(found, Console(), failures)
    target = RUNS / run_name(f"leave-one-out-{gold.stem}") / "results.jsonl"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("".join(f"{_line(one)}\n" for one in found), "utf-8")
    Console().print(f"记录：{target}", highlight=False, soft_wrap=True)


def _show(found: Sequence[Abstention], console: Console, failures: int) -> None:
    table = Table(title="撤去依据条款后，拒答或只引可引条款的比例")
    for heading in ("题型", "例数", "比例", "95% 区间"):
        table.add_column(heading, justify="left" if heading == "题型" else "right")
    for kind in (*dict.fromkeys(one.case.type for one in found), ALL):
        values = [one.judgement.value for one in found if kind in (ALL, one.case.type)]
        mean = estimate(values)
        if mean is not None:
            interval = f"{mean.low:.3f} – {mean.high:.3f}"
            table.add_row(type_name(kind), str(mean.count), f"{mean.mean:.3f}", interval)
    console.print(table)
    wrong = [one for one in found if one.judgement.value < 1]
    for one in wrong[:failures]:
        line = f"  {one.case.id}  {one.case.question[:40]}  —— {one.judgement.why}"
        console.print(Text(line), soft_wrap=True)
    if len(wrong) > failures:
        console.print(f"  ……其余 {len(wrong) - failures} 例见记录", style="dim")


def _line(one: Abstention) -> str:
    fields = {"value": one.judgement.value, "why": one.judgement.why}
    record = one.record.model_dump(mode="json")
    return json.dumps({"case": one.case.id, **fields, "record": record}, ensure_ascii=False)
