"""Figures that stand in a text: numbers with their units, read to their values."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from corpus.parsing.numerals import to_int


class FigureKind(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    DURATION = "duration"
    SHARE = "share"
    COUNT = "count"
    PHONE = "phone"
    ADDRESS = "address"
    ANY = "any"


_UNITS: dict[FigureKind, str] = {
    FigureKind.DURATION: r"个?工作日|个?小时|个?月|周年|年度?|天|日|周|分钟",
    FigureKind.MONEY: r"(?:[万亿千百])?(?:元|美元|人民币|欧元)",
    FigureKind.SHARE: r"%|％|个百分点|成|折",
    FigureKind.COUNT: r"万?(?:家次|家|次|个批次|批次|批|个|类|项|倍|户|人|种|条|名|份|辆|艘|TEU|列|班|分)",
}
_DIGITS = "零〇一二两三四五六七八九"
_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|[{_DIGITS}十百千]+)"
_FIGURE = re.compile(
    rf"(?P<percent>百分之(?P<share>{_NUMBER}))|(?P<number>{_NUMBER})\s*[余多]?(?P<scale>[万亿千]?)\s*[余多]?"
    rf"(?P<unit>{'|'.join(_UNITS.values())})"
)
_DATE = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|(?<!\d)\d{1,2}月\d{1,2}日")
_DAYS = {"天": "日", "工作日": "日"}
# “由24小时缩短至8小时”: the first value held before, and holds no more.
_FORMER = re.compile(r"(?:由|从)[^，。；]{0,16}?(?:缩短|压缩|延长|降低?|提高|增加|调整|减少|扩大)")
_SCALES = {"": 1, "千": 1_000, "万": 10_000, "亿": 100_000_000}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, at ``start:end`` of its text; ``text`` is as printed.

    ``value`` is scaled: 5万家 is 50000 家.
    """

    kind: FigureKind
    value: float
    unit: str
    start: int
    end: int
    text: str

    def same_measure(self, other: Figure) -> bool:
        """Whether both could answer the same question; callers say 天 for 工作日."""
        return self.kind is other.kind and _DAYS.get(self.unit, self.unit) == _DAYS.get(
            other.unit, other.unit
        )


def numeral(text: str) -> float:
    """The value of an Arabic or a Chinese numeral."""
    return float(text.replace(",", "")) if text[0].isdigit() else float(to_int(text))


def fold(text: str) -> str:
    """Width-folded ``text`` of the same length, so that offsets stay valid."""
    folded = (unicodedata.normalize("NFKC", character) for character in text)
    return "".join(new if len(new) == 1 else old for new, old in zip(folded, text, strict=True))


def figures_in(text: str) -> tuple[Figure, ...]:
    """Every figure in ``text``, dates and document years left out."""
    plain = _DATE.sub(lambda match: " " * len(match[0]), fold(text))
    return tuple(_figure(match) for match in _FIGURE.finditer(plain))


def current_figures(text: str) -> tuple[Figure, ...]:
    """The figures of ``text`` that hold now, values before a change left out."""
    former = [match.span() for match in _FORMER.finditer(text)]
    return tuple(
        figure
        for figure in figures_in(text)
        if not any(start <= figure.start < end for start, end in former)
    )


def _figure(match: re.Match[str]) -> Figure:
    if match["percent"]:
        return Figure(FigureKind.SHARE, numeral(match["share"]), "%", *match.span(), match[0])
    unit = match["unit"].removeprefix("个") or "个"
    scale = _SCALES[match["scale"]]
    kind = next(kind for kind, units in _UNITS.items() if re.fullmatch(units, match["unit"]))
    while unit[0] in "万亿千百" and len(unit) > 1:
        scale *= _SCALES.get(unit[0], 100)
        unit = unit[1:]
    return Figure(kind, numeral(match["number"]) * scale, unit, *match.span(), match[0])
