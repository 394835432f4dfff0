"""The questions of the benchmark: gold cases of the five policies, lay questions on the laws."""

from __future__ import annotations

from pathlib import Path

from corpus import jurisdictions
from eval.bench.model import Topic
from eval.cases import load_cases
from eval.loaders import load_stard
from index.model import Filter

CALLER = "上海市"
"""Where the callers of the laws' questions are taken to be: national and local rules apply."""

EVERYDAY = "日常用语，与条款无共同二字词"
"""The note of gold cases that share no two-character word with their article: nothing but
meaning, or a similar question, can lead there."""


def gold_topics(path: Path, note: str | None = None) -> tuple[Topic, ...]:
    """The answerable single questions of a gold file, each within its region.

    With a ``note`` only those that carry it.
    """
    return tuple(
        Topic(case.id, case.question, frozenset(map(str, case.gold)), _place(case.region))
        for case in load_cases(path)
        if case.gold and case.answerable and not case.history and note in (None, case.note)
    )


def lay_topics(path: Path, remainder: int) -> tuple[Topic, ...]:
    """The questions of a STARD file whose ``id % 10`` is ``remainder``.

    The encoder trains on ``id % 5 != 0``; weights are tuned on remainder 0, reported on 5.
    """
    return tuple(
        Topic(case.id, case.question, frozenset(map(str, case.gold)), _place(CALLER))
        for case in load_stard(path)
        if int(case.id.removeprefix("stard-")) % 10 == remainder
    )


def _place(region: str | None) -> Filter | None:
    name = jurisdictions.resolve(region) if region else None
    return Filter(frozenset({name})) if name else None
