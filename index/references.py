"""Article numbers in a question: “第九条”, “第3、5条”, “（十二）”, “第七条的第3个条件”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.parsing.numerals import to_int

_LONGEST_STRETCH = 10
"""“1-30条” is read as its two ends; what is longer is no list anybody wants spelled out."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Article numbers in the text. ``sure`` ones need no document right before them."""

    start: int
    end: int
    numbers: tuple[int, ...]
    label: str | None
    item: int | None
    sure: bool


_N = r"(?:\d{1,4}|[〇零一二三四五六七八九十百千两]{1,9})"
_LIST = rf"{_N}(?:\s*[-~—至到、,和及与]\s*{_N})*"
_STRETCH = re.compile(rf"({_N})\s*[-~—至到]\s*({_N})")
_COUNTED = (
    "措施|建议|意见|规定|办法|举措|政策|便利|条款|实招|硬招|干货|线|航|路|船|生产|跑道|腿|街|河"
    "|以上|以下|左右|多|有哪|都|一共|总共|全部|之"
)
_REFERENCE = re.compile(
    rf"第\s*\(?\s*(?P<sure>{_LIST})\s*\)?\s*(?:[那这]一?)?条(?:之(?P<sub>{_N}))?"
    r"(?!航线|线路|生产线|跑道|路线|腿|船|街|河)"
    r"|article\s*(?P<english>\d{1,3})(?!\d)"
    rf"|第\s*\(?\s*(?P<point>{_N})\s*\)?\s*(?:项|点)"
    r"|\(\s*(?P<bracket>\d{1,2}|[一二三四五六七八九十]{1,3})\s*\)(?!\s*号)"
    # A count (“25条措施”, “21条里的第3条”) is followed by what is counted, or by one of it.
    # “这一条” points at one instead of numbering it.
    rf"|(?<![第这那哪每某另上下有])(?P<bare>{_N})\s*条(?!{_COUNTED})(?!\s*(?:里面|里头|当中|里|中|的)*\s*第)"
)
_NUMBER_GROUPS = ("sure", "english", "point", "bracket", "bare")
_ITEM = re.compile(
    rf"(?:第\s*{_N}\s*款)?[^,.;:?!。、第和与跟及\d(]{{0,8}}?"
    rf"(?:第\s*\(?(?P<nth>{_N})\)?\s*(?:个|项|款|点|条件|种|类|目)|\((?P<bracket>{_N})\)"
    rf"|条件\s*(?P<condition>{_N}))"
)


def references_in(plain: str, names: Sequence[tuple[int, int]] = ()) -> Iterator[Reference]:
    """The references in a normalised text, in order.

    ``names`` are where documents are named: 17条 in the alias 总署17条 is no reference.
    """
    position = 0
    while match := _REFERENCE.search(plain, position):
        start, end = match.span()
        if match["bare"] and any(first <= start and end <= last for first, last in names):
            position = end
            continue
        item = _ITEM.match(plain, match.end())
        groups = match.groupdict()
        numbers = _numbers(next(filter(None, map(groups.get, _NUMBER_GROUPS))))
        sub = match["sub"]
        yield Reference(
            start=match.start(),
            end=item.end() if item else match.end(),
            numbers=numbers,
            label=f"第{chinese(numbers[-1])}条之{chinese(to_int(sub))}" if sub else None,
            item=to_int(item["nth"] or item["bracket"] or item["condition"]) if item else None,
            sure=bool(match["sure"] or match["english"]),
        )
        position = item.end() if item else match.end()


def _numbers(said: str) -> tuple[int, ...]:
    """``3`` → 3, ``3、5`` → 3 and 5, ``1-3`` → 1, 2 and 3 (a long stretch: its two ends)."""
    numbers = [to_int(one) for one in re.findall(_N, said)]
    for first, last in _STRETCH.findall(said):
        low, high = to_int(first), to_int(last)
        if low < high <= low + _LONGEST_STRETCH:
            numbers += range(low, high + 1)
    return tuple(dict.fromkeys(sorted(numbers)))


def chinese(number: int) -> str:
    """``number`` (below ten thousand) as laws print it: 120 → 一百二十, 1005 → 一千零五."""
    digits = "零一二三四五六七八九"
    written, skipped = "", False
    for value, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // value % 10
        if digit:
            written += ("零" if skipped and written else "") + digits[digit] + unit
        skipped = not digit
    return written.removeprefix("一") if written.startswith("一十") else written or "零"
