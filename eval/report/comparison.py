"""Two runs side by side, at the console and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from eval.cases import type_name
from eval.comparing import Change, Comparison
from eval.scoring import ALL
from eval.statistics import Difference


def show(found: Comparison, console: Console) -> None:
    """The differences by metric and by type, then every case won and lost."""
    console.print(_metrics(found))
    console.print(_types(found))
    _cases("赢回", "green", found.won, console)
    _cases("丢掉", "red", found.lost, console)
    left_out = len(found.before.cases) + len(found.after.cases) - 2 * len(found.changes)
    if left_out:
        console.print(f"另有 {left_out} 例只在其中一次里，或题目改过，未比较", style="dim")


def _metrics(found: Comparison) -> Table:
    table = Table(title=f"逐项差值（同样的 {len(found.changes)} 例，配对置换检验）")
    for heading in ("指标", "先前", "后来", "差值", "95% 区间", "p", "例数"):
        table.add_column(heading, justify="left" if heading == "指标" else "right")
    for metric in found.before.metrics:
        change = found.difference(metric.name)
        if change is not None:
            table.add_row(*_cells(metric.label, found, metric.name, ALL, change))
    return table


def _types(found: Comparison) -> Table:
    table = Table(title="全对率，按题型")
    for heading in ("题型", "先前", "后来", "差值", "95% 区间", "p", "例数"):
        table.add_column(heading, justify="left" if heading == "题型" else "right")
    for kind in found.before.types:
        change = found.difference("correct", kind)
        if change is not None:
            table.add_row(*_cells(type_name(kind), found, "correct", kind, change))
    return table


def _cells(
    label: str, found: Comparison, metric: str, kind: str, change: Difference
) -> tuple[str | Text, ...]:
    old, new = _means(found, metric, kind)
    colour = "" if not change.significant else "green" if change.mean > 0 else "red"
    return (
        label,
        f"{old:.3f}",
        f"{new:.3f}",
        Text(f"{change.mean:+.3f}", colour),
        f"{change.low:+.3f} – {change.high:+.3f}",
        Text("<0.001" if change.p < 0.001 else f"{change.p:.3f}", colour),
        str(change.count),
    )


def _means(found: Comparison, metric: str, kind: str) -> tuple[float, float]:
    """The means of both runs over the cases where the metric applies to both."""
    pairs = found.pairs(metric, kind)
    return sum(old for old, _ in pairs) / len(pairs), sum(new for _, new in pairs) / len(pairs)


def _cases(title: str, colour: str, changes: Sequence[Change], console: Console) -> None:
    console.print(Text(f"{title} {len(changes)} 例", f"bold {colour}"))
    for one in changes:
        case = one.before.case
        why = one.before.why if one.after.correct else one.after.why
        line = f"  {case.id}  {case.question[:40]}  —— {why}"
        console.print(Text(line), soft_wrap=True)


def comparison_data(found: Comparison) -> dict[str, Any]:
    """The comparison as JSON."""
    return {
        "cases": len(found.changes),
        "metrics": {
            metric.name: asdict(change)
            for metric in found.before.metrics
            if (change := found.difference(metric.name)) is not None
        },
        "won": [_change(one) for one in found.won],
        "lost": [_change(one) for one in found.lost],
        "moved": [
            _change(one)
            for one in found.changes
            if one.moved and one.before.correct == one.after.correct
        ],
    }


def _change(one: Change) -> dict[str, Any]:
    return {
        "id": one.before.case.id,
        "question": one.before.case.question,
        "before": one.before.why,
        "after": one.after.why,
        "metrics": {name: list(values) for name, values in one.moved.items()},
    }
