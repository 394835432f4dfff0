"""The figures that a question asserts of the rule: “退税是三天，对吧”, “从24小时改成8小时”.

A figure of the caller's own case (“我们认证六年了”, “三年前被罚过”) asserts nothing: it is what the rule
is to be held against, and no document can contradict it. Nor does the name of a class (三类企业).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.understanding.figures.values import Figure, FigureKind, figures_in

_CLAUSE_ENDS = re.compile(r"[，,。；;！!？?]")
SELF = re.compile(r"我|咱|俺|本(?:公司|企业|厂|司)")
_HEARSAY = re.compile(r"听说|据说|说是|都说|有人说|说的是|规定|文件|政策")
CONFIRMS = re.compile(r"对吧|对吗|对不对|是吧|是吗|是不是|没错|没记错|没说错|属实|确认")
# “等了十天了” tells how long it has been; “降到三天了” what the rule now is.
_ELAPSED = re.compile(r"^[来多]?了")
_BECOMES = re.compile(r"(?:[到成为至是变]|缩短|减少|延长|提高)$")
# “24小时变8小时”, “由20天缩到5天”: what stands between the value before and the one now.
_CHANGES = re.compile(
    r"(?:直接|都|已经?|一下子?)*(?:缩短|压缩|延长|降低|减少|提高|增加|调整|放宽|改变?|变|缩|压|降|减|升|涨|砍)"
    r"(?:[到至成为]了?|了)?|[到至→]|变成"
)
_BEFORE = re.compile(r"(?:原来|原先|以前|之前|过去|本来)[^，,。；;]{0,10}$")
# “批文要等二十天，能快不”: what it is asked to get below is how it has been.
_BETTERED = re.compile(
    r"能(?:不能|否)?(?:再|给|不)?(?:快|短|早|少|低|降|减|缩|压|省)|有没有(?:更|再)?(?:快|短|少|低)|太[长久慢多高]"
)
# “三年前被罚过”: when something happened. Days and hours before an act are what rules are about.
_AGO = re.compile(r"[来多]?(?:以|之)?前")
_LONG_AGO = ("年", "周年", "月", "个月", "周")
# “24小时都能通关吗”: round the clock, not how long anything takes.
_ROUND_THE_CLOCK = re.compile(
    r"都|全天|不间断|不打烊|通关|开放|服务|在线|营业|值班|有人|接听|受理|开门|上班|随时|的?热线"
)
# “三类出口企业”: the name of a class of enterprises, not a number of anything.
_CLASS = re.compile(r"(?:[^，,。；;\d]{0,4})?(?:企业|公司|户|纳税人|商户)")


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure said of the rule; ``former`` when it is said to have held before a change."""

    figure: Figure
    former: bool = False


def claims_in(text: str) -> tuple[Claim, ...]:
    """What ``text`` asserts; “第一个”, “第二批” only count in order."""
    found = [one for one in figures_in(text) if not text[: one.start].endswith("第")]
    former = set(_changed(text, found))
    return tuple(
        Claim(one, one in former or _held_before(text, one)) for one in found if not _own(text, one)
    )


def _held_before(text: str, figure: Figure) -> bool:
    """Whether the figure is said to have held so far."""
    bettered = _BETTERED.search(text, figure.end) is not None
    return bettered or _BEFORE.search(text, 0, figure.start) is not None


def _changed(text: str, found: Sequence[Figure]) -> Iterator[Figure]:
    """The figures that are said to have become the next one."""
    for one, after in itertools.pairwise(found):
        if one.same_measure(after) and _CHANGES.fullmatch(text[one.end : after.start].strip()):
            yield one


def _own(text: str, figure: Figure) -> bool:
    """Whether the figure is of the caller's own case."""
    before = _CLAUSE_ENDS.split(text[: figure.start])[-1]
    after = _CLAUSE_ENDS.split(text[figure.end :])[0]
    if figure.unit.endswith("小时") and figure.value == 24 and _ROUND_THE_CLOCK.match(after):
        return True
    if (figure.unit in _LONG_AGO and _AGO.match(after)) or _names_a_class(figure, after):
        return True
    elapsed = figure.kind is FigureKind.DURATION and _ELAPSED.match(after)
    if elapsed and not _BECOMES.search(before):
        return True
    return bool(SELF.search(before)) and not (_HEARSAY.search(text) or CONFIRMS.search(text))


def _names_a_class(figure: Figure, after: str) -> bool:
    """Whether the figure is the name of a class of enterprises."""
    return figure.unit == "类" and _CLASS.match(after) is not None
