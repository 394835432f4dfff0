"""What an answer says beside its quotes: that the question is wrong, that a place has no such rule.

Both are said in the fixed words of ``assistant.composing.wording``; a model's own words are not judged here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.composing import wording
from corpus import NATIONWIDE
from eval.cases import Case, Claim
from eval.library import Library
from eval.metrics.model import Family, Judgement
from eval.results import Record

_FIELD = re.compile(r"\\\{\w+\\\}")


def _spoken(template: str) -> re.Pattern[str]:
    """Where ``template`` was said; its one field, if it has one, is the group."""
    return re.compile(_FIELD.sub("([^，。：“”\\\\n]+)", re.escape(template)))


_CORRECTION = _spoken(wording.CORRECTION)
_LACKS = tuple(map(_spoken, (wording.NOT_IN_PLACE, wording.PARTLY_MISSING)))
_SAYS_LESS = _spoken(wording.SAYS_LESS)
_OTHERS_ONLY = _spoken(wording.ACCREDITED_ONLY)
_NOT_WRITTEN = _spoken(wording.NOT_WRITTEN)
_AGAINST = (_CORRECTION, _NOT_WRITTEN, *_LACKS, _SAYS_LESS, _OTHERS_ONLY)


@dataclass(frozen=True, slots=True)
class Correction:
    """1 when an answer says that a false claim of the question is false."""

    name: str = "correction"
    label: str = "更正"
    family: Family = Family.CONTENT

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """See the class."""
        if record.given is None or case.claim is not Claim.FAILS:
            return None
        said = any(pattern.search(record.given.answer) for pattern in _AGAINST)
        return Judgement(float(said), "" if said else "问题说得不对，却没有更正")


@dataclass(frozen=True, slots=True)
class NoFalseCorrection:
    """0 when an answer corrects a question that claims nothing false.

    Applies where a question has an answer, and neither ``claim`` nor the type says that it is false.
    """

    name: str = "no_false_correction"
    label: str = "不误更正"
    family: Family = Family.CONTENT

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """See the class."""
        false = case.claim is Claim.FAILS or (case.claim is None and case.type == "false_premise")
        if record.given is None or not case.answerable or false:
            return None
        said = _CORRECTION.search(record.given.answer)
        return Judgement(float(not said), f"误称“{said[1]}”不对" if said else "")


@dataclass(frozen=True, slots=True)
class NoFalseDenial:
    """0 when an answer says that a place has no such rule, and the gold names a rule of that place."""

    library: Library
    name: str = "no_false_denial"
    label: str = "不误否认"
    family: Family = Family.CONTENT

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """See the class."""
        if record.given is None or not case.gold:
            return None
        ruled = {self.library.jurisdiction(ref.policy) for ref in case.gold} - {NATIONWIDE, None}
        denied = [found[1] for pattern in _LACKS for found in pattern.finditer(record.given.answer)]
        wrong = [place for place in denied if place in ruled]
        return Judgement(float(not wrong), f"误称{'、'.join(wrong)}没有规定" if wrong else "")
