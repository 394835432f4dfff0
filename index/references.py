"""Article numbers in a question: “第九条”, “第3、5条”, “（十二）”, “第七条的第3个条件”.

Places in the order of a document count as well, see ``index.positions``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.parsing.numerals import to_int
from index.positions import (
    NUMBER,
    RELATIVE,
    WRITTEN,
    Chaptered,
    chapters_before,
    of_articles,
    positions_in,
)

_LONGEST_STRETCH = 10
"""“1-30条” is read as its two ends; what is longer is no list anybody wants spelled out."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Article numbers in the text. ``sure`` ones need no document right before them.

    ``positions`` are given instead of numbers where the place tells the article (the last one:
    -1), ``chapter`` where the words before name one; ``exact`` references mean an article only
    right after a document's own name (“36号文 9”); ``item`` -1 is the last one.
    """

    start: int
    end: int
    numbers: tuple[int, ...]
    label: str | None
    item: int | None
    sure: bool
    positions: tuple[int, ...] = ()
    chapter: Chaptered | None = None
    exact: bool = False
    words: str = ""


_N = NUMBER
_LIST = rf"{_N}(?:\s*[-~—至到、,和及与]\s*{_N})*"
_STRETCH = re.compile(rf"({_N})\s*[-~—至到]\s*({_N})")
_COUNTED = (
    "措施|建议|意见|规定|办法|举措|政策|便利|条款|实招|硬招|干货|线|航|路|船|生产|跑道|腿|街|河"
    "|以上|以下|左右|多|有哪|都|一共|总共|共|全部|之|分(?:成|为|几|了|哪|多少)|(?:是|由)?(?:谁|哪些?(?:家|个)?(?:单位|部门))|(?:是)?(?:什么时候|何时|哪[天年])|的?文号"
)
_DIGITS = r"\d{1,3}(?![\d.%])"
# A number that stands alone is followed by nothing, or by what asks for its words.
_ASKED = r"(?=\s*(?:$|[,.;:?!。、)]|的?(?:原文|内容|全文|规定)|讲|说|写|是|怎么|具体|念|读|啥|什么|呢|帮|给|查))"
_INSIDE = r"(?:[的里中下之\s]|里面|里头|下面|那|这|部分|类)*"
# What makes a bracketed number before it a chapter's: （三）第21条, （三）21, （二）的最后一条.
_ARTICLE_AFTER = (
    rf"{_INSIDE}(?:第\s*{_N}\s*(?:条|个?措施)|(?<!\d){_N}\s*条|(?:\.|、)?\s*{_DIGITS}{_ASKED}"
    r"|(?:最后|最末|末尾|末|头|首)[的那这]?[一1]?\s*(?:条(?!件)|个?措施)|倒数第?\S{1,2}条(?!件))"
)
_REFERENCE = re.compile(
    rf"第\s*\(?\s*(?P<sure>{_LIST})\s*\)?\s*(?:[那这]一?)?条(?:之(?P<sub>{_N}))?"
    r"(?!航线|线路|生产线|跑道|路线|腿|船|街|河)"
    r"|article\s*(?P<english>\d{1,3})(?!\d)"
    rf"|第\s*\(?\s*(?P<point>{_N})\s*\)?\s*(?:项|点)"
    rf"|第?\s*(?P<titled>{_N})\s*号\s*(?:措施|条款|举措|条)"
    rf"|第\s*(?P<measure>{_N})\s*个?\s*(?:措施|条款|举措)"
    rf"|(?<=\))\s*[、.]?\s*(?P<chaptered>{_DIGITS}){_ASKED}"
    rf"|\(\s*(?P<bracket>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*\)(?!\s*号|{_ARTICLE_AFTER})"
    # A count (“25条措施”, “21条里的第3条”) is followed by what is counted, or by one of it.
    # “这一条” points at one instead of numbering it.
    rf"|(?<![第这那哪每某另上下有])(?P<bare>{_N})\s*条(?!{_COUNTED})(?!\s*(?:里面|里头|当中|里|中|的)*\s*第(?!\s*{_N}\s*款))"
    rf"|{RELATIVE}"
)
_NUMBER_GROUPS = (
    "sure", "english", "point", "titled", "measure", "chaptered", "bracket", "bare",
)  # fmt: skip
# Right after a document's own name a number needs no word: 36号文 9, 上海AEO措施之21.
_TRAILING = re.compile(
    rf"\s*(?:[,:、·-]\s*)?(?:no\.?|#|§|第|之|措施|条款)?\s*"
    rf"(?P<trailing>{_DIGITS}|[一二三四五六七八九十]{{1,3}})\s*个?(?!\s*[、.]\s*[\d(]){_ASKED}"
)
_ITEM = re.compile(
    rf"(?:第\s*{_N}\s*款)?[^,.;:?!。、第和与跟及\d(]{{0,8}}?"
    rf"(?:(?P<back>倒数)?第\s*\(?(?P<nth>{_N})\)?\s*(?:个|项|款|点|条件|种|类|目)|\((?P<bracket>{_N})\)"
    rf"|(?P<last>最后|最末|末尾)(?:的|那)?一?(?:个|项|款|点|条件)|条件\s*(?P<condition>{_N}))"
)


def references_in(plain: str, names: Sequence[tuple[int, int]] = ()) -> Iterator[Reference]:
    """The references in a normalised text, in order.

    ``names`` are where documents are named: 17条 in the alias 总署17条 is no reference, and 9 in
    36号文 9 is one.
    """
    trailing = {end: found for _, end in names if (found := _TRAILING.match(plain, end))}
    position = 0
    while match := _REFERENCE.search(plain, position):
        start, end = match.span()
        for place in sorted(trailing):
            if trailing[place].end() <= start:
                yield _reference(plain, trailing.pop(place))
        within = match["bare"] or match["titled"] or match["bracket"]  # …裁量基准（二）
        if within and any(first <= start and end <= last for first, last in names):
            position = end
            continue
        if match["chaptered"] and not chapters_before(plain, start):
            position = end
            continue
        if _counts_articles(plain, match):
            reference = _reference(plain, match)
            trailing = {key: one for key, one in trailing.items() if one.start() >= reference.end}
            yield reference
            position = reference.end
        else:
            position = start + 1
    yield from (_reference(plain, trailing[place]) for place in sorted(trailing))


def _counts_articles(plain: str, match: re.Match[str]) -> bool:
    """Whether a place in an order (“最后一项”) is that of an article, not of other things."""
    if not any(positions_in(match.groupdict())):
        return True
    return of_articles(match[0]) or bool(WRITTEN.match(plain, match.end()))


def _reference(plain: str, match: re.Match[str]) -> Reference:
    groups = match.groupdict()
    exact = "trailing" in groups
    positions = () if exact else positions_in(groups)
    item = None if exact else _ITEM.match(plain, match.end())
    said = groups["trailing"] if exact else next(filter(None, map(groups.get, _NUMBER_GROUPS)), "")
    numbers = _numbers(said or "")
    sub = groups.get("sub")
    return Reference(
        start=match.start(),
        end=item.end() if item else match.end(),
        numbers=numbers,
        label=f"第{chinese(numbers[-1])}条之{chinese(to_int(sub))}" if sub else None,
        item=_item(item.groupdict()) if item else None,
        sure=bool(groups.get("sure") or groups.get("english")),
        positions=positions,
        chapter=None if exact else chapters_before(plain, match.start()),
        exact=exact or bool(groups.get("titled") or groups.get("measure")),
        words=match[0],
    )


def _item(groups: dict[str, str | None]) -> int:
    """Which item is told; from the end where it is negative."""
    if groups["last"]:
        return -1
    number = to_int(groups["nth"] or groups["bracket"] or groups["condition"] or "")
    return -number if groups["back"] else number


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
