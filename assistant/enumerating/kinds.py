"""Articles that state a kind of figure: “写明百分之几的有哪几条”, “有工作日时限的条款”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.enumerating.shelf import Entry
from assistant.understanding.figures.values import FigureKind
from assistant.understanding.figures.wanted import DAYS, Wanted

_STATED = r"(?:写[了明着有到出]?|给[了出]?|定[了下]?|明确了?|规定了?|列了?|说[了明]?|提[到了]|带|有|含|涉及|标[了明]?|出现|用)"
_SAID: tuple[tuple[Wanted, str], ...] = (
    (Wanted(FigureKind.SHARE), r"百分之(?:几|多少)|百分比|百分数|百分号|%|比例(?:数字?)?|百分点"),
    (Wanted(FigureKind.DURATION, "工作日"), r"(?:几个?|多少个?)?工作日"),
    (
        Wanted(FigureKind.DURATION, DAYS),
        r"(?:办理|办结|审批)?(?:的)?(?:天数|日数|小时数|钟头数|几天|多少天|几个?小时)",
    ),
    (
        Wanted(FigureKind.DURATION),
        r"(?:办理|办结|审批)?(?:的)?(?:时限|时长|期限|时间要求|具体时间)",
    ),
    (
        Wanted(FigureKind.MONEY),
        r"金额|多少钱|钱数|数额|几?万元|美元|人民币数?|具体资金|资金数额",
    ),
    (Wanted(FigureKind.COUNT, "次"), r"(?:频)?次数|几次|多少次"),
    (Wanted(FigureKind.ANY), r"数字|数值|量化(?:目标|指标|要求)"),
)
_ANY = "|".join(said for _, said in _SAID)
_JOIN = r"(?:或者?|和|及|以及|还是|、)"
_CUE = re.compile(
    rf"{_STATED}(?:的|过|了|具体|明确|明白|清楚|到|有|出)*(?:{_ANY})(?:{_JOIN}(?:{_ANY}))*(?:数字?|数值|目标|指标|限制|要求|这类|之类)*的?"
    rf"|(?:{_ANY})(?:数字|数值|要求|规定)?(?:都|是)?(?:在|出现|写|提到)(?:在|了)?(?=哪[几些一二三四])"
)
# How often something occurs is no figure that an article states.
_HOW_OFTEN = re.compile(r"(?:出现|提到|写|提|说|涉及)(?:过|了|到)*(?:几次|多少次)")
_KINDS = tuple((wanted, re.compile(said)) for wanted, said in _SAID)


def kinds_asked(rest: str) -> tuple[tuple[Wanted, ...], str] | None:
    """The kinds of figure whose articles ``rest`` asks for, and ``rest`` without those words.

    Any figure is meant only where no kind is named: “比例数字” are shares.
    """
    found = _CUE.search(rest)
    if found is None or _HOW_OFTEN.search(found[0]):
        return None
    wanted = tuple(one for one, said in _KINDS if said.search(found[0]))
    narrow = tuple(one for one in wanted if one.kind is not FigureKind.ANY)
    return narrow or wanted, rest.replace(found[0], " ")


def stating(entries: Sequence[Entry], wanted: Sequence[Wanted]) -> list[Entry]:
    """The entries whose words state a figure of any of these kinds."""
    return [one for one in entries if any(kind.stated_in(one.text) for kind in wanted)]
