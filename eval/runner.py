"""Ask every case of a gold file; one record each, written as it comes, resumable."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from eval.answerers import Answerer
from eval.cases import Case
from eval.results import Record


def run_cases(
    cases: Sequence[Case], answerer: Answerer, done: Collection[str] = ()
) -> Iterator[Record]:
    """A record for each case whose id is not in ``done``; a failure is a record too."""
    for case in cases:
        if case.id not in done:
            yield ask(case, answerer)


def ask(case: Case, answerer: Answerer) -> Record:
    """One case's record, whatever happens."""
    started = time.perf_counter()
    try:
        answer = answerer.ask(case.as_question())
    except Exception as error:  # one broken case must never stop the rest
        message = f"{type(error).__name__}: {error}"
        return Record(case_id=case.id, error=message, wall_ms=_ms(started))
    return Record(case_id=case.id, answer=answer, wall_ms=_ms(started))


def with_progress(
    records: Iterable[Record], total: int, keep: Callable[[Record], None], console: Console
) -> dict[str, Record]:
    """Run ``records`` through ``keep`` under a progress bar; gives them back by case id."""
    found: dict[str, Record] = {}
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]}"),
    )
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("评测中", total=total, failed="")
        for record in records:
            keep(record)
            found[record.case_id] = record
            failed = sum(one.failed for one in found.values())
            progress.update(task, advance=1, failed=f"失败 {failed}" if failed else "")
    return found


def _ms(since: float) -> float:
    return round((time.perf_counter() - since) * 1000, 3)
