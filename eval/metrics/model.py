"""What a metric is: one method that judges one case, and what it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from eval.cases import Case
from eval.results import Record


class Family(StrEnum):
    """What a metric looks at."""

    END_TO_END = "end_to_end"
    CITATION = "citation"
    CONTENT = "content"
    SCOPE = "scope"
    REFUSAL = "refusal"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A value from 0 (worst) to 1 (best), and in Chinese what is wrong when it is below 1."""

    value: float
    why: str = ""


class Evaluator(Protocol):
    """One metric. Every value is better when higher."""

    @property
    def name(self) -> str:
        """The key in records, reports and floors."""
        ...

    @property
    def label(self) -> str:
        """The Chinese name."""
        ...

    @property
    def family(self) -> Family:
        """What the metric looks at."""
        ...

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """The judgement of one case, ``None`` where the metric does not apply to it."""
        ...


def listed(keys: Iterable[tuple[str, int]]) -> str:
    """Article keys as ``policy#number`` in order, for the reason of a judgement."""
    return "、".join(f"{policy}#{number}" for policy, number in sorted(keys))
