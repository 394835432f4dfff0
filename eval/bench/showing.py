"""The table on the terminal, as Markdown, and drawn as a chart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from rich.table import Table

from eval.bench.model import NAMES, Row, Turns

_COLUMNS = (
    "方法",
    *NAMES,
    "p50 ms",
    "p95 ms",
    "打开 s",
    "内存 MiB",
    "建索引 s",
    "建索引内存 MiB",
    "磁盘 MiB",
)
_TURNS = ("条文", "方法", "p50 ms", "p95 ms", "逐题之比的中位数")


def tables(rows: Sequence[Row]) -> list[Table]:
    """One table for each collection; the best of each measure in bold."""
    return [_table(list(group)) for _, group in groupby(rows, key=lambda row: row.collection)]


def markdown(rows: Sequence[Row]) -> str:
    """The same as Markdown."""
    parts = []
    for _, group in groupby(rows, key=lambda row: row.collection):
        members = list(group)
        parts.append(f"### {_title(members)}\n")
        parts.append(_line(_COLUMNS))
        parts.append("|---|" + "---:|" * (len(_COLUMNS) - 1))
        parts += [_line(_cells(row, members, "**{}**")) for row in members]
        parts.append("")
    return "\n".join(parts)


def turns_table(turns: Sequence[Turns]) -> Table:
    """The latencies of systems that took turns, as a table."""
    table = Table(title="逐题轮流，同一进程", title_justify="left")
    for column in _TURNS:
        table.add_column(column, justify="left" if column in _TURNS[:2] else "right")
    for one in turns:
        table.add_row(*_turn(one))
    return table


def turns_markdown(turns: Sequence[Turns]) -> str:
    """The same as Markdown."""
    head = ("### 逐题轮流，同一进程\n", _line(_TURNS), "|---|---|---:|---:|---:|")
    return "\n".join((*head, *(_line(_turn(one)) for one in turns), ""))


def chart(rows: Sequence[Row], path: Path) -> None:
    """Recall against latency, one panel for each collection."""
    # Imported here: a development dependency, slow to load.
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt
    from matplotlib.ticker import LogLocator, NullFormatter, ScalarFormatter

    plt.rcParams["font.sans-serif"] = ["Noto Sans CJK SC", "Noto Sans CJK JP", "DejaVu Sans"]
    groups = [list(group) for _, group in groupby(rows, key=lambda row: row.collection)]
    figure, axes = plt.subplots(1, len(groups), figsize=(6 * len(groups), 5), squeeze=False)
    for axis, group in zip(axes[0], groups, strict=True):
        for row in group:
            recall = row.measures["Recall@10"]
            marker = "s" if row.system.startswith("LangChain") else "o"
            axis.plot(row.p95_ms, recall, marker, markersize=9, label=row.system)
        axis.set_xscale("log")
        # Powers of ten alone would leave a panel of 2 to 9 ms without a number.
        axis.xaxis.set_major_locator(LogLocator(subs=(1, 2, 3, 5)))
        axis.xaxis.set_major_formatter(ScalarFormatter())
        axis.xaxis.set_minor_formatter(NullFormatter())
        axis.set_title(_title(group))
        axis.set_xlabel("p95 延迟（毫秒，对数）")
        axis.set_ylabel("Recall@10")
        axis.grid(alpha=0.3)
    # One legend for all: labels at the points would lie on each other where methods are alike.
    handles, labels = axes[0][0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="lower center", ncols=5, frameon=False)
    figure.tight_layout(rect=(0, 0.14, 1, 1))
    figure.savefig(path)
    plt.close(figure)


def _table(group: Sequence[Row]) -> Table:
    table = Table(title=_title(group), title_justify="left")
    table.add_column(_COLUMNS[0])
    for column in _COLUMNS[1:]:
        table.add_column(column, justify="right")
    for row in group:
        table.add_row(*_cells(row, group, "[bold]{}[/]"))
    return table


def _title(group: Sequence[Row]) -> str:
    return f"{group[0].collection}：{group[0].building.articles:,} 条，{group[0].topics} 问"


def _cells(row: Row, group: Sequence[Row], bold: str) -> list[str]:
    def best(name: str) -> str:
        shown = f"{row.measures[name]:.3f}"
        return bold.format(shown) if row.measures[name] == _top(group, name) else shown

    building = row.building
    return [
        row.system,
        *(best(name) for name in NAMES),
        f"{row.p50_ms:.1f}",
        f"{row.p95_ms:.1f}",
        f"{row.open_s:.2f}",
        f"{row.memory_mib:,.0f}",
        f"{building.seconds:,.1f}",
        f"{building.peak_mib:,.0f}",
        f"{building.disk_mib:,.0f}",
    ]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _turn(one: Turns) -> tuple[str, ...]:
    return (
        one.collection,
        one.system,
        f"{one.p50_ms:.1f}",
        f"{one.p95_ms:.1f}",
        f"{one.ratio:.2f}",
    )


def _top(group: Sequence[Row], name: str) -> float:
    return max(row.measures[name] for row in group)
