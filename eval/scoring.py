"""From records to scores: every metric on every case, and its means by type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from eval.cases import Case
from eval.metrics import Evaluator, Judgement
from eval.results import Record
from eval.statistics import Estimate, estimate, percentiles

ALL = "全部"
# Within one type all questions have an answer or none has: there it could only be 0 or 1.
_OVERALL_ONLY = frozenset({"refusal_precision"})


@dataclass(frozen=True, slots=True)
class CaseScore:
    """One case with its record and what each metric says; ``broken`` names failed metrics."""

    case: Case
    record: Record
    judgements: Mapping[str, Judgement]
    broken: Mapping[str, str] = field(default_factory=dict)

    def value(self, metric: str) -> float | None:
        """The metric's value, ``None`` where it does not apply or failed."""
        judgement = self.judgements.get(metric)
        return judgement.value if judgement else None

    @property
    def correct(self) -> bool:
        """Whether the case as a whole came out right."""
        return self.value("correct") == 1

    @property
    def why(self) -> str:
        """Everything that is wrong, in Chinese."""
        reasons = dict.fromkeys(
            part
            for one in self.judgements.values()
            if one.value < 1
            for part in one.why.split("；")
            if part
        )
        return "；".join(reasons)


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of one run, in the order of the cases."""

    metrics: tuple[Evaluator, ...]
    cases: tuple[CaseScore, ...]

    @property
    def types(self) -> tuple[str, ...]:
        """The case types that occur, in the order of their first case."""
        return tuple(dict.fromkeys(one.case.type for one in self.cases))

    def of_type(self, kind: str) -> tuple[CaseScore, ...]:
        """The cases of a type; ``ALL`` for every case."""
        return tuple(one for one in self.cases if kind in (ALL, one.case.type))

    def values(self, metric: str, kind: str = ALL) -> list[float]:
        """The values of ``metric`` where it applies."""
        found = (one.value(metric) for one in self.of_type(kind))
        return [value for value in found if value is not None]

    def estimate(self, metric: str, kind: str = ALL) -> Estimate | None:
        """Mean and interval of ``metric``; ``None`` where it applies to no case."""
        if kind != ALL and metric in _OVERALL_ONLY:
            return None
        return estimate(self.values(metric, kind))

    def latencies(self, kind: str = ALL) -> dict[str, dict[str, float]]:
        """Percentiles in ms: ``total`` as the assistant measured, ``wall`` around the call."""
        done = [one.record for one in self.of_type(kind) if not one.record.failed]
        inside = [
            record.answer.timings_ms["total"]
            for record in done
            if record.answer and "total" in record.answer.timings_ms
        ]
        return {
            "total": percentiles(inside),
            "wall": percentiles([record.wall_ms for record in done]),
        }


def score(
    cases: Iterable[Case], records: Mapping[str, Record], metrics: Sequence[Evaluator]
) -> Scores:
    """Every metric on every case; a case without a record counts as a failed one."""
    missing = "未运行"
    return Scores(
        tuple(metrics),
        tuple(
            _score(case, records.get(case.id, Record(case_id=case.id, error=missing)), metrics)
            for case in cases
        ),
    )


def _score(case: Case, record: Record, metrics: Sequence[Evaluator]) -> CaseScore:
    judgements: dict[str, Judgement] = {}
    broken: dict[str, str] = {}
    for metric in metrics:
        try:
            judgement = metric.judge(case, record)
        except Exception as error:  # a metric's failure is data, it must not cost the run
            broken[metric.name] = f"{type(error).__name__}: {error}"
        else:
            if judgement is not None:
                judgements[metric.name] = judgement
    return CaseScore(case, record, judgements, broken)
