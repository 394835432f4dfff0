"""Two runs over the same questions: what was won, what was lost, and whether it is chance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from eval.errors import RunError
from eval.scoring import ALL, CaseScore, Scores
from eval.statistics import Difference, difference


@dataclass(frozen=True, slots=True)
class Change:
    """One case before and after."""

    before: CaseScore
    after: CaseScore

    @property
    def moved(self) -> Mapping[str, tuple[float, float]]:
        """The metrics that apply to both and differ, with both values."""
        pairs = (
            (name, judged.value, self.after.value(name))
            for name, judged in self.before.judgements.items()
        )
        return {name: (old, new) for name, old, new in pairs if new is not None and new != old}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Paired scores: the same cases, in the order of the first run."""

    before: Scores
    after: Scores
    changes: tuple[Change, ...]

    @property
    def won(self) -> tuple[Change, ...]:
        """Cases wrong before and right after."""
        return tuple(one for one in self.changes if one.after.correct and not one.before.correct)

    @property
    def lost(self) -> tuple[Change, ...]:
        """Cases right before and wrong after."""
        return tuple(one for one in self.changes if one.before.correct and not one.after.correct)

    def pairs(self, metric: str, kind: str = ALL) -> list[tuple[float, float]]:
        """Before and after, case by case, where ``metric`` applies to both."""
        return [
            (old, new)
            for one in self.changes
            if kind in (ALL, one.before.case.type)
            and (old := one.before.value(metric)) is not None
            and (new := one.after.value(metric)) is not None
        ]

    def difference(self, metric: str, kind: str = ALL) -> Difference | None:
        """The paired difference of ``metric`` where it applies to both runs."""
        pairs = self.pairs(metric, kind)
        return difference([old for old, _ in pairs], [new for _, new in pairs])


def compare(before: Scores, after: Scores) -> Comparison:
    """Pair two runs over the cases that both were asked, word for word.

    Raises ``RunError`` when they share none.
    """
    later = {one.case: one for one in after.cases}
    changes = tuple(Change(one, later[one.case]) for one in before.cases if one.case in later)
    if not changes:
        raise RunError("两次评测没有共同的用例，无法比较")
    return Comparison(before, after, changes)
