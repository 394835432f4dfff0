"""One evaluation from end to end: ask, record, score. The commands are thin around this."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from eval.answerers import Answerer
from eval.cases import Case
from eval.errors import RunError
from eval.library import Library
from eval.metrics import Evaluator, evaluators
from eval.results import RunFolder, RunInfo, digest
from eval.runner import run_cases, with_progress
from eval.scoring import Scores, score


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A finished run: what it was, where it lies, and its scores."""

    info: RunInfo
    folder: RunFolder
    scores: Scores


def start(
    folder: Path,
    *,
    answerer: str,
    gold: Path,
    cases: Sequence[Case],
    index_version: str | None = None,
    settings: Mapping[str, str] | None = None,
) -> RunFolder:
    """A folder for a new run. Raises ``RunError`` when one lies there already."""
    found = RunFolder(folder)
    if (folder / "run.json").exists():
        raise RunError(f"{folder} 已有一次评测；要续跑请用 --resume {folder}")
    found.write_cases(cases)
    found.write_info(
        RunInfo(
            name=folder.name,
            answerer=answerer,
            gold=str(gold),
            gold_digest=digest(cases),
            cases=len(cases),
            started=_now(),
            index_version=index_version,
            settings=dict(settings or {}),
        )
    )
    return found


def resume(folder: Path, cases: Sequence[Case], index_version: str | None = None) -> RunFolder:
    """The folder of an interrupted run. Raises ``RunError`` when it was about other things."""
    found = RunFolder(folder)
    info = found.info()
    if info.gold_digest != digest(cases):
        raise RunError(f"{folder} 是用另一份标准问答跑的，不能续跑")
    if index_version and info.index_version and info.index_version != index_version:
        raise RunError(
            f"{folder} 是用索引 {info.index_version} 跑的，现在是 {index_version}，不能续跑"
        )
    return found


def finish(
    folder: RunFolder,
    cases: Sequence[Case],
    answerer: Answerer,
    library: Library,
    console: Console,
    further: Sequence[Evaluator] = (),
) -> Evaluation:
    """Ask what has no good record yet, and score everything; ``further`` metrics come last."""
    folder.drop_torn_line()
    records = folder.records()
    done = {key for key, record in records.items() if record.error is None}
    left = len(cases) - sum(case.id in done for case in cases)
    new = with_progress(run_cases(cases, answerer, done), left, folder.append, console)
    if left:
        folder.write_info(folder.info().model_copy(update={"finished": _now()}))
    metrics = (*evaluators(library), *further)
    return Evaluation(folder.info(), folder, score(cases, {**records, **new}, metrics))


def read(folder: Path, library: Library) -> Evaluation:
    """A recorded run, scored anew with today's metrics."""
    found = RunFolder(folder)
    found.info()
    scores = score(found.cases(), found.records(), evaluators(library))
    return Evaluation(found.info(), found, scores)


def run_name(stem: str) -> str:
    """A name for a new run: the time, then ``stem`` made safe for a file name."""
    return f"{_now():%Y%m%d-%H%M%S}-{re.sub(r'[^0-9A-Za-z_-]+', '-', stem).strip('-')}"


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
