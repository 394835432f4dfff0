"""``zhengwen index``: build the index of a corpus and make it live."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table

from cli.options import encoder_for, settings_for
from index.build import BuildReport, build_index
from index.manifest import Skipped
from index.reading import Stage

_SHOWN = 20


def index(
    corpus: Annotated[Path | None, typer.Option(help="政策文件所在目录")] = None,
    index: Annotated[Path | None, typer.Option(help="索引目录")] = None,
) -> None:
    """建立索引：新版本建在旁边，建好才切换；没有变化就不重建。"""
    settings = settings_for(index)
    encoder = encoder_for(settings)
    console = Console(stderr=True)
    with _Bars(console) as bars:
        report = build_index(
            corpus or settings.corpus_dir, settings.index_dir, encoder, progress=bars.show
        )
    _summary(report, Console())
    _listed("跳过", report.skipped, report, console)
    _listed("相似问未用", report.stale, report, console)


class _Bars:
    """One progress bar for each stage, begun when the stage begins."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
        )
        self._tasks: dict[Stage, TaskID] = {}

    def __enter__(self) -> _Bars:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def show(self, stage: Stage, done: int, total: int | None) -> None:
        """Take one report of the build."""
        for earlier, task in self._tasks.items():
            if earlier is not stage and stage not in self._tasks:
                self._progress.stop_task(task)
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(stage.value, total=total)
        self._progress.update(self._tasks[stage], completed=done, total=total)


def _summary(report: BuildReport, console: Console) -> None:
    manifest = report.manifest
    table = Table(title="内容没有变化，沿用现有索引" if report.unchanged else "索引已建立")
    table.add_column("项目")
    table.add_column("值", justify="right")
    rows = {
        "版本": manifest.version,
        "编码器": manifest.encoder.name,
        "政策文件": f"{manifest.policies:,}",
        "条款": f"{manifest.articles:,}",
        "片段": f"{manifest.passages:,}",
        "相似问": f"{manifest.questions:,}",
        "本次新算的向量": f"{report.embedded:,}",
        "跳过的文件": f"{len(report.skipped):,}",
        "未用的相似问": f"{len(report.stale):,}",
        "用时": f"{report.seconds:.1f} 秒",
        "位置": str(report.path),
    }
    for name, value in rows.items():
        table.add_row(name, value)
    console.print(table)


def _listed(what: str, files: Sequence[Skipped], report: BuildReport, console: Console) -> None:
    """Name the first files that were left out; all of them are in the manifest."""
    for file in files[:_SHOWN]:
        console.print(f"{what} {file}", style="yellow", markup=False, soft_wrap=True)
    if len(files) > _SHOWN:
        rest = len(files) - _SHOWN
        console.print(
            f"…… 另有 {rest} 个，见 {report.path / 'manifest.json'}", style="yellow", soft_wrap=True
        )
