"""Articles that state a kind of figure: “写明百分之几的有哪几条”, “有工作日时限的条款”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.enumerating.shelf import Entry
from assistant.understanding.figures import FigureKind
from assistant.understanding.wants import DAYS, Wanted

_STATED = r"(?:写[了明着有到出]?|给[了出]?|定[了下]?|明确了?|规定了?|列了?|说[了明]?|提[到了]|带|有|含|涉及|标[了明]?|出现|用)"
_SAID: tuple[tuple[Wanted, str], ...] = (
    (Wanted(FigureKind.SHARE), r"百分之(?:几|多少)|百分比|百分数|百分号|%|比例数字?|百分点"),
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
)
_CUES = tuple(
    (
        wanted,
        re.compile(
            rf"{_STATED}(?:的|过|了|具体|明确|明白|清楚|到|有|出)*(?:{said})(?:(?:或者?|和|及|以及|还是|、)(?:{said}))*(?:数字?|数值|限制|要求|这类|之类)*的?"
            rf"|(?:{said})(?:数字|数值|要求|规定)?(?:都|是)?(?:在|出现|写|提到)(?:在|了)?(?=哪[几些一二三四])"
        ),
    )
    for wanted, said in _SAID
)


def kind_asked(rest: str) -> tuple[Wanted, str] | None:
    """The kind of figure whose articles ``rest`` asks for, and ``rest`` without those words."""
    for wanted, cue in _CUES:
        found = cue.search(rest)
        if found:
            return wanted, rest.replace(found[0], " ")
    return None


def stating(entries: Sequence[Entry], wanted: Wanted) -> list[Entry]:
    """The entries whose words state a figure of that kind."""
    return [one for one in entries if wanted.stated_in(one.text)]
