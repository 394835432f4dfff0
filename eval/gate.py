"""Floors under the scores: a change that falls through one is stopped, and may not lower it.

``floors.toml`` holds, per gold file's stem and per type (``all`` for every case), the least mean
of each metric, and the cases that were known to fail when the floors were set.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.invalid import refused
from eval.errors import FloorError
from eval.scoring import ALL, CaseScore, Scores

FLOORS = Path(__file__).with_name("floors.toml")
EVERY = "all"
_KNOWN = "known_failures"


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one gold file: ``values[type][metric]``, and the known failures."""

    values: Mapping[str, Mapping[str, float]]
    known_failures: frozenset[str] = frozenset()

    def items(self) -> Iterator[tuple[str, str, float]]:
        """Every floor as ``(type, metric, value)``."""
        for kind, metrics in self.values.items():
            for metric, value in metrics.items():
                yield kind, metric, value


@dataclass(frozen=True, slots=True)
class Breach:
    """A mean below its floor, and the cases that pull it down, new failures first."""

    kind: str
    metric: str
    floor: float
    mean: float | None
    new: tuple[CaseScore, ...]
    known: tuple[CaseScore, ...]


def load_floors(path: Path = FLOORS) -> dict[str, Floors]:
    """The floors by the stem of the gold file. Raises ``FloorError`` for a broken file."""
    try:
        return parse_floors(path.read_text("utf-8"), str(path))
    except OSError as error:
        raise FloorError(f"读不到底线文件 {path}：{refused(error)}") from None


def parse_floors(text: str, name: str = "floors.toml") -> dict[str, Floors]:
    """The floors written in ``text``; ``name`` is how errors call it."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FloorError(f"{name} 不是合法的 TOML：{error}") from None
    return {gold: _floors(name, gold, table) for gold, table in tables.items()}


def _floors(name: str, gold: str, table: object) -> Floors:
    if not isinstance(table, dict):
        raise FloorError(f"{name} 的 {gold} 应是一张表")
    known = table.get(_KNOWN, [])
    values = {key: value for key, value in table.items() if key != _KNOWN}
    for kind, metrics in values.items():
        for metric, value in metrics.items() if isinstance(metrics, dict) else [("", None)]:
            if not isinstance(value, int | float) or not 0 <= value <= 1:
                raise FloorError(f"{name} 的 [{gold}.{kind}] {metric} 应是 0 到 1 之间的数")
    return Floors(values, frozenset(known))


def breaches(scores: Scores, floors: Floors) -> tuple[Breach, ...]:
    """Every floor that the scores fall through. A floor whose metric applies nowhere is one.

    Raises ``FloorError`` for a floor of an unknown metric.
    """
    known = {metric.name for metric in scores.metrics}
    found = (_breach(scores, kind, metric, floor, floors) for kind, metric, floor in floors.items())
    unknown = sorted({metric for _, metric, _ in floors.items()} - known)
    if unknown:
        raise FloorError(f"底线里的指标不存在：{'、'.join(unknown)}")
    return tuple(one for one in found if one is not None)


def _breach(scores: Scores, kind: str, metric: str, floor: float, floors: Floors) -> Breach | None:
    wanted = ALL if kind == EVERY else kind
    estimate = scores.estimate(metric, wanted)
    if estimate is not None and estimate.mean >= floor - 1e-9:
        return None
    failing = [
        one
        for one in scores.of_type(wanted)
        if (value := one.value(metric)) is not None and value < 1
    ]
    old = floors.known_failures
    return Breach(
        kind=kind,
        metric=metric,
        floor=floor,
        mean=estimate.mean if estimate else None,
        new=tuple(one for one in failing if one.case.id not in old),
        known=tuple(one for one in failing if one.case.id in old),
    )


def lowered(before: Mapping[str, Floors], after: Mapping[str, Floors]) -> tuple[str, ...]:
    """The floors of ``before`` that ``after`` lowers or leaves out, in Chinese."""
    found = []
    for gold, floors in before.items():
        for kind, metric, value in floors.items():
            now = after.get(gold, Floors({})).values.get(kind, {}).get(metric)
            if now is None:
                found.append(f"[{gold}.{kind}] {metric} 的底线 {value} 被删去")
            elif now < value:
                found.append(f"[{gold}.{kind}] {metric} 的底线由 {value} 降为 {now}")
    return tuple(found)


def raised(floors: Floors, scores: Scores, slack: float) -> Floors:
    """The floors lifted to what was measured less ``slack``; none is lowered."""
    values = {
        kind: {
            metric: max(floor, _measured(scores, kind, metric, slack))
            for metric, floor in metrics.items()
        }
        for kind, metrics in floors.values.items()
    }
    failing = frozenset(one.case.id for one in scores.cases if not one.correct)
    return Floors(values, failing)


def _measured(scores: Scores, kind: str, metric: str, slack: float) -> float:
    estimate = scores.estimate(metric, ALL if kind == EVERY else kind)
    mean = estimate.mean if estimate else 0.0
    return max(math.floor((mean - slack) * 1000 + 1e-9) / 1000, 0.0)


def dump_floors(floors: Mapping[str, Floors]) -> str:
    """The floors as the text of ``floors.toml``."""
    lines = [
        "# 评测底线：按标准问答文件、题型（all 为全部）列出各指标均值的下限。",
        "# 只许升，不许降：tests/unit/eval/test_floors.py 与版本历史比对；",
        "# 用 zhengwen eval gate --raise 抬升。known_failures 是定底线时已知未全对的用例。",
    ]
    for gold, one in floors.items():
        lines += ["", f"[{gold}]", f"{_KNOWN} = ["]
        lines += [f'  "{case_id}",' for case_id in sorted(one.known_failures)] + ["]"]
        for kind, metrics in one.values.items():
            lines += [
                "",
                f"[{gold}.{kind}]",
                *(f"{key} = {value}" for key, value in metrics.items()),
            ]
    return "\n".join(lines) + "\n"
