"""The questions of the benchmark: gold cases of the five policies, lay questions on the laws."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus import jurisdictions
from corpus.parsing.numerals import to_int
from eval.bench.model import Topic
from eval.cases import load_cases
from eval.errors import GoldError
from index.model import Filter

CALLER = "上海市"
"""Where the callers of the laws' questions are taken to be: national and local rules apply."""

EVERYDAY = "日常用语，与条款无共同二字词"
"""The note of gold cases that share no two-character word with their article: nothing but
meaning, or a similar question, can lead there."""

_ARTICLE = re.compile(r"第(.+?)条")


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
        Topic(f"stard-{line['id']}", line["query"], frozenset(_gold(line)), _place(CALLER))
        for line in _lines(path)
        if line["id"] % 10 == remainder
    )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            yield json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError(
                f"{path} 第 {number} 行不是合法的 JSON：第 {error.colno} 列附近有误"
            ) from None


def _gold(line: dict[str, Any]) -> Iterator[str]:
    """``民法典/总则.md`` and ``第五十四条`` as ``总则#54``, however the number is written."""
    for gold in line["gold"]:
        match = _ARTICLE.match(gold["article"])
        if match is not None:
            yield f"{Path(gold['file']).stem}#{to_int(match[1])}"


def _place(region: str | None) -> Filter | None:
    name = jurisdictions.resolve(region) if region else None
    return Filter(frozenset({name})) if name else None
