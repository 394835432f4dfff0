"""Whether the right articles are cited, and their words verbatim. Looks at given answers only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from eval.cases import Case
from eval.metrics.model import Family, Judgement, listed
from eval.results import Record


@dataclass(frozen=True, slots=True)
class CitationPrecision:
    """Cited gold articles / cited articles, the acceptable ones left out of both.

    Does not apply where nothing countable is cited: then there is nothing to be precise about.
    """

    name: str = "citation_precision"
    label: str = "引用精确率"
    family: Family = Family.CITATION

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """See the class."""
        counted = record.cited - case.acceptable_keys
        if record.given is None or not case.answerable or not counted:
            return None
        surplus = counted - case.gold_keys
        why = f"多引：{listed(surplus)}" if surplus else ""
        return Judgement(len(counted & case.gold_keys) / len(counted), why)


@dataclass(frozen=True, slots=True)
class CitationRecall:
    """Cited gold articles / gold articles."""

    name: str = "citation_recall"
    label: str = "引用召回率"
    family: Family = Family.CITATION

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """See the class."""
        if record.given is None or not case.answerable or not case.gold:
            return None
        return recall(case, record)


def recall(case: Case, record: Record) -> Judgement:
    """The share of gold articles cited, whatever the outcome."""
    missing = case.gold_keys - record.cited
    why = f"漏引：{listed(missing)}" if missing else ""
    return Judgement(len(case.gold_keys & record.cited) / len(case.gold_keys), why)


@dataclass(frozen=True, slots=True)
class CitationF1:
    """2 × hits / (counted citations + gold articles): the harmonic mean of the two above."""

    name: str = "citation_f1"
    label: str = "引用F1"
    family: Family = Family.CITATION

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """See the class."""
        if record.given is None or not case.answerable or not case.gold:
            return None
        counted = record.cited - case.acceptable_keys
        hits = len(counted & case.gold_keys)
        value = 2 * hits / (len(counted) + len(case.gold_keys))
        surplus, missing = counted - case.gold_keys, case.gold_keys - counted
        parts = [f"多引：{listed(surplus)}"] * bool(surplus)
        parts += [f"漏引：{listed(missing)}"] * bool(missing)
        return Judgement(value, "；".join(parts))


@dataclass(frozen=True, slots=True)
class QuoteExactness:
    """Citations whose quote is exactly ``source[start:end]`` / citations."""

    source: Callable[[str], str | None]
    name: str = "quote_exactness"
    label: str = "原文一致"
    family: Family = Family.CITATION

    def judge(self, case: Case, record: Record) -> Judgement | None:  # noqa: ARG002 - the port's
        """See the class; citations of refusals count too."""
        citations = record.answer.citations if record.answer else ()
        if not citations:
            return None
        wrong = [
            one
            for one in citations
            if not one.quote or (self.source(one.policy_id) or "")[one.start : one.end] != one.quote
        ]
        places = "、".join(f"[{one.marker}] {one.policy_id}{one.label}" for one in wrong)
        value = (len(citations) - len(wrong)) / len(citations)
        return Judgement(value, f"与原文不符：{places}" if wrong else "")
