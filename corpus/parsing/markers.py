"""Stage 2: what the beginning of a line may number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from corpus.parsing.lines import Line, LineKind, breaks_off
from corpus.parsing.numerals import CHINESE, to_int


class Kind(IntEnum):
    """The ways official documents number; the first five have a fixed rank, outermost first."""

    BOOK = 1  # 第一编, 第一部分
    SUBBOOK = 2  # 第一分编
    CHAPTER = 3  # 第一章
    SECTION = 4  # 第一节
    ARTICLE = 5  # 第一条
    COMMA = 6  # 一、
    PAREN = 7  # （一）
    DOT = 8  # 1.  1、
    DIGIT_PAREN = 9  # （1）
    HALF_PAREN = 10  # 1）
    CIRCLED = 11  # ①

    @property
    def ranked(self) -> bool:
        """Whether the kind has a fixed place above or below the other ranked kinds."""
        return self <= Kind.ARTICLE


@dataclass(frozen=True, slots=True)
class Marker:
    """A possible numbering at ``source[start:end]``; ``sub`` is the Y of ``第X条之Y``.

    ``weak``: it may as well belong to running text, and counts only as the very next number.
    ``spaced``: a gap or the line's end follows, as after the number of a statute's article.
    ``titled``: the line is a bare title, short and without the marks of a sentence.
    """

    kind: Kind
    number: int
    sub: int
    start: int
    end: int
    printed: str
    line: int
    weak: bool = False
    spaced: bool = False
    titled: bool = False


_C, _S = f"[{CHINESE}]", r"[ \t\u3000]*"
_PATTERN = re.compile(
    rf"第{_S}(?P<ranked>(?:{_C}{_S}){{1,9}}|[\d０-９]{{1,4}}{_S})"
    rf"(?P<unit>分编|编|部分|篇|章|节|条)(?:{_S}之{_S}(?P<sub>{_C}{{1,3}}|\d{{1,2}}))?"
    rf"|(?P<comma>{_C}(?:{_S}{_C}){{0,3}}){_S}[、．.](?!\d)"
    rf"|[（(〔]{_S}(?P<paren>{_C}(?:{_S}{_C}){{0,3}}){_S}[）)〕]"
    rf"|(?P<dot>[\d０-９]{{1,3}}){_S}(?:[.．](?![\d０-９])|[.．](?=20\d\d年)|、)"
    rf"|[（(]{_S}(?P<digit_paren>\d{{1,3}}){_S}[）)]"
    r"|(?P<half_paren>\d{1,2})[）)]"
    r"|(?P<single>[①-⑳㉑-㉟⒈-⒛㈠-㈩⑴-⒇])"
)
_UNITS = {
    "编": Kind.BOOK,
    "部分": Kind.BOOK,
    "篇": Kind.BOOK,
    "分编": Kind.SUBBOOK,
    "章": Kind.CHAPTER,
    "节": Kind.SECTION,
    "条": Kind.ARTICLE,
}
_GROUPS = {
    "comma": Kind.COMMA,
    "paren": Kind.PAREN,
    "dot": Kind.DOT,
    "digit_paren": Kind.DIGIT_PAREN,
    "half_paren": Kind.HALF_PAREN,
}
# Characters that are a whole number with its brackets: first and last, first number, kind.
_SINGLES = (
    ("①", "⑳", 1, Kind.CIRCLED),
    ("㉑", "㉟", 21, Kind.CIRCLED),
    ("⒈", "⒛", 1, Kind.DOT),
    ("㈠", "㈩", 1, Kind.PAREN),
    ("⑴", "⒇", 1, Kind.DIGIT_PAREN),
)
_LONGEST_TITLE = 40
_SENTENCE_MARK = re.compile(r"[。；：;:，]")
# What follows a number when the words refer to it instead of opening it:
# “第十五条规定的…”, “第八条、第九条…”, “（一）项所列…”.
_REFERENCE = re.compile(
    r"(?:规定|所(?:列|称|述|规定)|第[一二三四五六七八九十\d]+[款项条]|"
    r"[、，,；;。）)》”至]|[款项](?:规定|所|的|、|，)|修改为|改为|中的)"
)
# Without a gap after 第X条 more words hint at a reference or show it; with one, only a few do.
_TIGHT_REFERENCE = re.compile(r"[的和或及与至到中内以之]|第|款|项|修改|删|增加|作|等|并|有关|情形")
_TIGHT_ALWAYS_REFERENCE = re.compile(r"[和或及与至到中内之]|第|款|项|规定|所|修改为|改为")
_ALWAYS_REFERENCE = re.compile(r"[的、，,；;。）)》”]|规定的")


def marker_at(source: str, lines: Sequence[Line], index: int) -> Marker | None:
    """The marker that opens line ``index``, if one does."""
    line = lines[index]
    if line.kind is not LineKind.TEXT:
        return None
    marker = match_marker(source, line.start, line.end, index)
    if marker is None or index == 0 or (marker.kind.ranked and marker.spaced):
        return marker
    if not breaks_off(source, lines[index - 1]):
        return marker
    return replace(marker, weak=True)


def match_marker(source: str, start: int, end: int, line: int) -> Marker | None:
    """The marker at ``source[start:]``, unless the words after it show a cross-reference."""
    match = _PATTERN.match(source, start, end)
    if match is None:
        return None
    stop = match.end()
    after = stop
    while after < end and source[after] in " \t\u3000\u00a0*":
        after += 1
    spaced = after > stop or after == end
    weak = _may_refer(source, match, after, end)
    if weak and _ALWAYS_REFERENCE.match(source, after, end):
        return None
    if weak and not spaced and _TIGHT_ALWAYS_REFERENCE.match(source, after, end):
        return None
    kind, number, sub = _value(match)
    titled = end - after <= _LONGEST_TITLE and not _SENTENCE_MARK.search(source, after, end)
    return Marker(kind, number, sub, start, stop, source[start:stop], line, weak, spaced, titled)


def _may_refer(source: str, match: re.Match[str], after: int, end: int) -> bool:
    if match.lastgroup in ("dot", "half_paren", "single", "digit_paren"):
        return False
    if _REFERENCE.match(source, after, end):
        return True
    tight = after == match.end() and match["unit"] is not None
    return tight and bool(_TIGHT_REFERENCE.match(source, after, end))


def _value(match: re.Match[str]) -> tuple[Kind, int, int]:
    if match["unit"]:
        sub = to_int(match["sub"]) if match["sub"] else 0
        return _UNITS[match["unit"]], to_int(re.sub(r"\s", "", match["ranked"])), sub
    if char := match["single"]:
        for first, last, number, kind in _SINGLES:
            if first <= char <= last:
                return kind, number + ord(char) - ord(first), 0
    for group, kind in _GROUPS.items():
        if match[group]:
            return kind, to_int(re.sub(r"\s", "", match[group])), 0
    raise AssertionError(f"unhandled marker {match[0]!r}")
