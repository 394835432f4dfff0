"""What reaches the person who asked, refusals and failures counted as nothing delivered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.cases import Case
from eval.metrics.citations import recall
from eval.metrics.facts import share_of_facts
from eval.metrics.model import Evaluator, Family, Judgement
from eval.metrics.refusals import falsely_refused
from eval.results import Record


@dataclass(frozen=True, slots=True)
class FactsDelivered:
    """Required facts that reached the user / required facts; a refusal delivers none."""

    name: str = "facts_delivered"
    label: str = "事实送达"
    family: Family = Family.END_TO_END

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """See the class."""
        if not case.answerable or not case.must_include:
            return None
        return share_of_facts(case, record.given.answer) if record.given else Judgement(0.0)


@dataclass(frozen=True, slots=True)
class ArticlesDelivered:
    """Gold articles cited to the user / gold articles; a refusal delivers none."""

    name: str = "articles_delivered"
    label: str = "条款送达"
    family: Family = Family.END_TO_END

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """See the class."""
        if not case.answerable or not case.gold:
            return None
        if record.given is None:
            return Judgement(0.0)
        return recall(case, record)


@dataclass(frozen=True, slots=True)
class Completeness:
    """1 when every required fact and every gold article was delivered, else 0."""

    name: str = "completeness"
    label: str = "完整"
    family: Family = Family.END_TO_END

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """See the class."""
        found = [FactsDelivered().judge(case, record), ArticlesDelivered().judge(case, record)]
        return all_of([one for one in found if one])


@dataclass(frozen=True, slots=True)
class Correct:
    """1 when the case as a whole came out right, else 0: the headline.

    Answerable: complete, and perfect in each of ``also`` that applies. Not answerable: refused.
    Surplus citations alone do not make an answer wrong; they show in the precision.
    """

    also: Sequence[Evaluator]
    name: str = "correct"
    label: str = "全对率"
    family: Family = Family.END_TO_END

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """See the class."""
        if record.failed:
            return Judgement(0.0, f"运行失败：{record.error or '内部错误'}")
        if case.answerable and record.given is None:
            return Judgement(0.0, falsely_refused(record))
        if not case.answerable and record.given is not None:
            return Judgement(0.0, "本无依据，却作答")
        judged = [Completeness().judge(case, record)] if case.answerable else []
        judged += [one.judge(case, record) for one in self.also]
        return all_of([one for one in judged if one]) or Judgement(1.0)


@dataclass(frozen=True, slots=True)
class FollowUpSuccess:
    """``correct``, over the questions that have a history."""

    correct: Correct
    name: str = "follow_up_success"
    label: str = "追问成功"
    family: Family = Family.END_TO_END

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """See the class."""
        return self.correct.judge(case, record) if case.history else None


def all_of(judged: Sequence[Judgement]) -> Judgement | None:
    """1 when every judgement is perfect, else 0 with all reasons; ``None`` for no judgement."""
    if not judged:
        return None
    reasons = dict.fromkeys(one.why for one in judged if one.value < 1 and one.why)
    return Judgement(float(all(one.value == 1 for one in judged)), "；".join(reasons))
