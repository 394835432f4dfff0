"""Whether the answer says what it must, not what it must not, and no figure of its own making."""

from __future__ import annotations

import re
from dataclasses import dataclass

from eval.cases import Case
from eval.library import Library
from eval.matching import contains, contains_any, normalise
from eval.metrics.model import Family, Judgement
from eval.results import Record

_MEASURES = (
    r"%|个百分点|(?:个)?工作日|(?:个)?小时|个月|(?:周)?年|天|日|周|分钟"
    r"|[万亿]?(?:美元|元|欧元|家次|家|批次|批|次|户|人|倍|份|辆|艘|TEU)"
)
_FIGURE = re.compile(rf"(?<![\d.])\d+(?:\.\d+)?(?:{_MEASURES})")
# Dates and years are facts of a document, seldom in the article cited; ordinals are no figures.
_NOT_A_MEASURE = re.compile(
    r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|第\d+[年次批日天]"
)


def figures(text: str) -> tuple[str, ...]:
    """The measured figures of ``text`` in normalised form (``2个工作日``, ``20%``), each once."""
    plain = _NOT_A_MEASURE.sub(" ", normalise(text))
    return tuple(dict.fromkeys(_FIGURE.findall(plain)))


@dataclass(frozen=True, slots=True)
class RequiredFacts:
    """Required facts that stand in a given answer / required facts."""

    name: str = "required_facts"
    label: str = "必含事实"
    family: Family = Family.CONTENT

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """See the class."""
        if record.given is None or not case.must_include:
            return None
        return share_of_facts(case, record.given.answer)


def share_of_facts(case: Case, text: str) -> Judgement:
    """The share of the case's required facts that stand in ``text``."""
    missing = [forms for forms in case.must_include if not contains_any(text, forms)]
    names = "、".join(f"“{forms[0]}”" for forms in missing)
    value = (len(case.must_include) - len(missing)) / len(case.must_include)
    return Judgement(value, f"缺少：{names}" if missing else "")


@dataclass(frozen=True, slots=True)
class NoForbiddenFacts:
    """1 when no forbidden form stands in the answer, else 0. Looks at refusals too."""

    name: str = "no_forbidden_facts"
    label: str = "无禁含内容"
    family: Family = Family.CONTENT

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """See the class."""
        if record.answer is None or record.failed or not case.must_not_include:
            return None
        text = record.answer.answer
        found = [form for form in case.must_not_include if contains(text, form)]
        names = "、".join(f"“{form}”" for form in found)
        return Judgement(float(not found), f"不应出现：{names}" if found else "")


@dataclass(frozen=True, slots=True)
class GroundedFigures:
    """Figures of the answer that stand in a quote, a cited article or the question / figures."""

    library: Library
    name: str = "grounded_figures"
    label: str = "数字有据"
    family: Family = Family.CONTENT

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """See the class; does not apply to an answer without figures."""
        if record.answer is None or record.failed:
            return None
        found = figures(record.answer.answer)
        if not found:
            return None
        basis = [case.question, *case.history]
        basis += [one.quote for one in record.answer.citations]
        basis += [self.library.text(key) for key in record.cited]
        loose = [figure for figure in found if not any(contains(text, figure) for text in basis)]
        why = f"无依据的数字：{'、'.join(loose)}" if loose else ""
        return Judgement((len(found) - len(loose)) / len(found), why)
