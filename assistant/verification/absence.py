"""Sentences that say what an article does not: 没有规定具体金额, and 不是五万家.

They hold no words of the source, yet they are true or false of it, and a reader is well served by
a true one. Both can be decided from the figures that the source does hold.
"""

from __future__ import annotations

import re

from assistant.verification.figures import Figure, figures
from assistant.verification.source import Source

_WHO = r"(?:本|该|这一?|此)?(?:条款|条文|条|政策|文件|措施|原文|规定|文中|材料|办法|通知)?(?:本身|里|中)?"
_SAYS = r"(?:给出|规定|写明|明确|载明|说明|提及|提到|列明|限定|设定|写|公布|涉及)"
_WHAT = {
    "money": r"金额|数额|额度|费用标准|补贴标准|资金数额",
    "share": r"比例|百分比",
    "time": r"期限|时限|时间|天数|年限|日期",
    "amount": r"数值|数字|数据|幅度|标准|数量",
}
_KINDS = "|".join(f"(?P<{kind}>{words})" for kind, words in _WHAT.items())
ABSENCE = re.compile(
    rf"(?:但是|但|不过|只是)?{_WHO}(?:对此)?(?:都|均|还|也)?(?:没有|并未|未|并没有){_SAYS}(?:出)?"
    rf"(?P<of>[^,，。;；]{{0,10}}的)?(?:任何)?(?:具体|明确)?(?:的)?(?:{_KINDS})"
)
_DENIAL = re.compile(
    r"(?:并不是|不是|并非|而非|而不是)(?:提前|最长|最多|最少|至少|超过|每年|每月)?$"
)
_MONEY = frozenset({"元", "美元", "欧元", "港元", "日元", "英镑"})


def absences(text: str) -> list[re.Match[str]]:
    """Where the folded ``text`` says that the source names no such figure."""
    return list(ABSENCE.finditer(text))


def without_absences(text: str) -> str:
    """``text`` without these claims, what they are said of apart (没有规定降低的具体比例)."""
    return ABSENCE.sub(lambda match: match["of"] or "", text)


def absent(claim: re.Match[str], source: Source) -> bool:
    """Whether the source indeed holds no figure of the kind."""
    held = [m.figure for s in source.segments for m in s.measures if not m.figure.is_label]
    kind = next(name for name in _WHAT if claim[name])
    if kind == "money":
        return not any(figure.unit in _MONEY for figure in held)
    if kind == "share":
        return not any(figure.unit in {"%", "‰", "分之", "倍", "折"} for figure in held)
    if kind == "time":
        return not any(figure.is_time for figure in held)
    return all(figure.is_time for figure in held)


def denials(text: str) -> list[tuple[int, int]]:
    """Where words stand that deny a figure."""
    starts = (figure.start for figure in figures(text))
    return [match.span() for start in starts if (match := _DENIAL.search(text[:start]))]


def denied(text: str, figure: Figure, source: Source) -> bool:
    """Whether ``text`` denies a figure that the source indeed contradicts: 不是五万家."""
    if not _DENIAL.search(text[: figure.start]):
        return False
    same_kind = [f for s in source.segments for f in figures(s.text) if f.unit == figure.unit]
    return bool(same_kind) and all(f.value != figure.value for f in same_kind)
