"""The table of a run at the console."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from eval.cases import type_name
from eval.metrics import Evaluator
from eval.scoring import ALL, Scores
from eval.statistics import Estimate

# What a narrow terminal shows; the intervals below the table name every metric.
_COMPACT = (
    "correct",
    "facts_delivered",
    "articles_delivered",
    "citation_precision",
    "citation_f1",
    "no_forbidden_facts",
    "right_jurisdiction",
    "refusal_recall",
    "no_false_refusal",
)
_WIDE = 138


def show(scores: Scores, console: Console, failures: int = 20) -> None:
    """Per type and metric the mean, latencies, then the first ``failures`` failed cases."""
    wide = console.width >= _WIDE
    shown = [one for one in scores.metrics if wide or one.name in _COMPACT]
    console.print(_table(scores, shown))
    console.print(_intervals(scores))
    _latencies(scores, console)
    _failures(scores, console, failures)


def _table(scores: Scores, metrics: Sequence[Evaluator]) -> Table:
    table = Table(
        title="各类型得分（%，越高越好；· 表示不适用）", pad_edge=False, padding=(0, 0, 0, 1)
    )
    table.add_column("类型", no_wrap=True)
    table.add_column("例数", justify="right")
    for metric in metrics:
        table.add_column("\n".join(_halves(metric.label)), justify="right")
    for kind in (*scores.types, ALL):
        cells = [_cell(scores.estimate(metric.name, kind)) for metric in metrics]
        style = "bold" if kind == ALL else None
        count = str(len(scores.of_type(kind)))
        table.add_row(type_name(kind), count, *cells, style=style, end_section=kind == ALL)
    return table


def _halves(label: str) -> tuple[str, str]:
    return (label[:2], label[2:]) if len(label) > 3 else ("", label)


def _cell(found: Estimate | None) -> Text:
    if found is None:
        return Text("·", "dim")
    colour = "green" if found.mean >= 0.95 else "yellow" if found.mean >= 0.8 else "red"
    return Text(
        f"{found.mean * 100:.0f}" if found.mean in (0, 1) else f"{found.mean * 100:.1f}", colour
    )


def _intervals(scores: Scores) -> Table:
    table = Table(title="全部用例", pad_edge=False)
    for heading in ("指标", "名称", "均值", "95% 置信区间", "适用例数"):
        table.add_column(heading)
    for metric in scores.metrics:
        found = scores.estimate(metric.name)
        if found is not None:
            interval = f"{found.low:.3f} – {found.high:.3f}"
            table.add_row(
                metric.label, metric.name, f"{found.mean:.3f}", interval, str(found.count)
            )
    return table


def _latencies(scores: Scores, console: Console) -> None:
    for name, label in (("total", "助手内"), ("wall", "整次调用")):
        found = scores.latencies()[name]
        if found:
            numbers = "  ".join(f"{key} {value:.1f}" for key, value in found.items())
            console.print(f"耗时（毫秒，{label}）：{numbers}", highlight=False)


def _failures(scores: Scores, console: Console, limit: int) -> None:
    failed = [one for one in scores.cases if not one.correct]
    console.print(f"未全对 {len(failed)} 例，共 {len(scores.cases)} 例", style="bold")
    for one in failed[:limit]:
        console.print(
            Text(f"  {one.case.id}  {one.case.question[:40]}  —— {one.why}"), soft_wrap=True
        )
    if len(failed) > limit:
        console.print(f"  ……其余 {len(failed) - limit} 例见报告", style="dim")
