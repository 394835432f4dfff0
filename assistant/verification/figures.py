"""Figures in folded text: amounts, time limits, percentages, dates, ordinals, ratios.

Each figure keeps its unit; ``20日`` and ``20工作日`` are different figures, ``两年`` and ``2年`` are
the same, and ``15%`` holds no ``5%`` because numbers are read whole.

``number`` reads the numerals themselves, decimal and Chinese ones in any mixture (三点五, 1千万,
500亿), as amounts need; ``corpus.parsing.numerals.to_int`` reads the whole numbers of labels only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SCALES = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
CHINESE = "".join(DIGITS) + "".join(SCALES) + "".join(MYRIADS)


def number(text: str) -> Decimal | None:
    """The value of ``二十``, ``1千``, ``3.5万``, ``三点五``, ``500亿``; None when it is not a number."""
    whole, point, fraction = text.replace(",", "").partition("点")
    if point:
        digits = _digits(fraction)
        value = _integer(whole)
        return None if digits is None or value is None else value + Decimal(f"0.{digits}")
    return _integer(whole)


def _digits(text: str) -> str | None:
    """``二〇二四`` as ``2024``: each numeral one digit."""
    if not text or any(c not in DIGITS and not c.isdigit() for c in text):
        return None
    return "".join(str(DIGITS.get(c, c)) for c in text)


def _integer(text: str) -> Decimal | None:
    for scale in ("亿", "万"):
        if scale in text:
            head, _, tail = text.rpartition(scale)
            high = _integer(head) if head else None
            low = _integer(tail) if tail else Decimal(0)
            return None if high is None or low is None else high * MYRIADS[scale] + low
    return _below_myriad(text)


def _below_myriad(text: str) -> Decimal | None:
    if not any(c in SCALES for c in text):
        try:
            return Decimal(text)
        except ArithmeticError:
            plain = _digits(text)
            return Decimal(plain) if plain else None
    total, pending = Decimal(0), ""
    for char in text:
        if char in SCALES:
            value = _below_myriad(pending) if pending else Decimal(1)
            if value is None:
                return None
            total, pending = total + value * SCALES[char], ""
        elif char not in {"零", "〇"}:
            pending += char
    rest = _below_myriad(pending) if pending else Decimal(0)
    return None if rest is None else total + rest


# Longest first; the second column is the unit as compared.
_UNITS: dict[str, str] = {
    "个工作日": "工作日", "个自然日": "自然日", "个交易日": "交易日", "个百分点": "百分点",
    "工作日": "工作日", "自然日": "自然日", "日历日": "自然日", "交易日": "交易日",
    "百分点": "百分点", "个小时": "小时", "小时": "小时", "个钟头": "小时", "钟头": "小时",
    "分钟": "分钟", "秒": "秒", "个季度": "季度", "季度": "季度", "个月": "月", "月": "月",
    "个星期": "周", "星期": "周", "周岁": "岁", "周": "周", "个年度": "年度", "年度": "年度",
    "年": "年", "天": "日", "日": "日", "人民币": "元", "美元": "美元", "欧元": "欧元",
    "港元": "港元", "港币": "港元", "日元": "日元", "英镑": "英镑", "元": "元", "块钱": "元",
    "%": "%", "‰": "‰", "倍": "倍", "折": "折", "批次": "批次", "平方米": "平方米",
    "公里": "公里", "公斤": "千克", "千克": "千克", "吨": "吨", "克": "克", "米": "米", "亩": "亩",
    "岁": "岁", "家": "家", "户": "户", "名": "名", "人次": "人次", "人": "人", "位": "位",
    "项": "项", "条": "条", "款": "款", "件": "件", "份": "份", "批": "批", "票": "票", "类": "类",
    "级": "级", "档": "档", "种": "种", "个": "个", "次": "次", "辆": "辆", "艘": "艘", "架": "架",
    "台": "台", "套": "套", "箱": "箱", "号": "号", "期": "期", "版": "版", "届": "届", "部": "部",
    "列": "列", "班": "班", "页": "页", "轮": "轮", "步": "步", "线": "线", "城": "城", "国": "国",
}  # fmt: skip
_TIME = frozenset({"工作日", "自然日", "小时", "分钟", "秒", "月", "周", "年", "日", "季度"})
_UNIT = "|".join(_UNITS)
_PLAIN = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:\d{4}|[〇零一二三四五六七八九]{4})"

_DATE = re.compile(
    rf"(?P<y>{_YEAR})年(?P<m>{_DAY})月(?:(?P<d>{_DAY})[日号])?"
    rf"|(?P<y2>\d{{4}})(?P<sep>[-./])(?P<m2>\d{{1,2}})(?P=sep)(?P<d2>\d{{1,2}})(?!\d)"
    rf"|(?P<m3>{_DAY})月(?P<d3>{_DAY})[日号]"
)
_COMPOUND = re.compile(r"\d+(?:×\d+)+|\d+(?:\+\d+)+|\d+:\d+(?!\d)|\d+\+n(?![a-z])")
_FRACTION = re.compile(rf"([{CHINESE}\d]+)分之([{CHINESE}\d点.]+)")
_TENTHS = re.compile(r"([一二两三四五六七八九])成(?=$|以[上下内]|左右|[,，。;；、的])")
_ORDINAL = re.compile(
    rf"第([{CHINESE}\d]+)(条|款|项|章|节|编|号|批|次|类|期|位|季度|年|个月|日|点|个)(?:之([一二三四五六七八九十\d]+))?"
)
_MONTH_DAY = re.compile(r"(?<=月)(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]")
_HALF = re.compile(r"半(年|个月|月|天|日|小时)|一半")
_ARABIC = re.compile(rf"(?:{_PLAIN})[十百千万亿]*")
_NUMERAL = re.compile(rf"(?<![这那该])(?!零[件部])[{CHINESE}]+(?:点[{CHINESE}]+)?(?={_UNIT})")
_VAGUE = re.compile(rf"(?:几|数|若干|多少)(?:十|百|千|万|亿)*(?={_UNIT})(?!据|量|额|字|码)")
_AFTER = re.compile(_UNIT)
# 一年不超过1次 says how often, not how long.
_PER_YEAR = re.compile(r"一年(?:内)?(?:不得?超过|不多于|最多|至多|不高于|只)")
# 一个, 一家 … say no number but "a"; 一次 and 一年 do.
_ARTICLE = frozenset(("个", "家", "种", "项", "名", "位", "份", "套", "部", "批", "步", "线", "条", "台", "国", "级", "城", "号", "期", "列", "轮", "件", "户"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure and where it stands; equal figures have equal ``value`` and ``unit``."""

    value: str
    unit: str
    start: int
    end: int

    @property
    def key(self) -> tuple[str, str]:
        """What is compared."""
        return self.value, self.unit

    @property
    def is_time(self) -> bool:
        """Whether it measures time."""
        return self.unit in _TIME

    @property
    def is_label(self) -> bool:
        """Whether it names a class, a document or a day rather than measuring something."""
        return self.unit in {"类", "级", "档", "号", "日期", ""} or self.unit.startswith("第")

    @property
    def is_count(self) -> bool:
        """Whether it counts the members of a list (七项, 三个)."""
        return self.unit in {"项", "条", "个", "款", "种"}


def figures(text: str) -> tuple[Figure, ...]:
    """Every figure of the folded ``text``, in order, none overlapping another."""
    taken: list[Figure] = []
    for figure in _candidates(text):
        if all(figure.end <= other.start or figure.start >= other.end for other in taken):
            taken.append(figure)
    return tuple(sorted(taken, key=lambda figure: figure.start))


def _candidates(text: str) -> Iterator[Figure]:
    """Figures by kind, the kinds that swallow others first."""
    yield from (_date(match) for match in _DATE.finditer(text))
    yield from (_ordinal(match) for match in _ORDINAL.finditer(text))
    for match in _COMPOUND.finditer(text):
        yield _with_unit(text, match.group(), match.start(), match.end())
    for match in _FRACTION.finditer(text):
        yield _fraction(match)
    for match in _TENTHS.finditer(text):
        yield Figure(_plain(f"{match.group(1)}十"), "%", match.start(), match.end())
    for match in _MONTH_DAY.finditer(text):
        yield Figure(_plain(match.group(1)), "日", match.start(), match.end())
    for match in _HALF.finditer(text):
        unit = _UNITS.get(match.group(1) or "", "%")
        yield Figure("50" if unit == "%" else "0.5", unit, match.start(), match.end())
    for match in _ARABIC.finditer(text):
        yield _with_unit(text, _plain(match.group()), match.start(), match.end())
    for match in _NUMERAL.finditer(text):
        figure = _with_unit(text, _plain(match.group()), match.start(), match.end())
        if not (figure.value == "1" and _is_article(text, figure)) and not _PER_YEAR.match(
            text, figure.start
        ):
            yield figure
    for match in _VAGUE.finditer(text):
        yield _with_unit(text, match.group(), match.start(), match.end())


def _is_article(text: str, figure: Figure) -> bool:
    unit = text[figure.start + 1 : figure.end]
    return unit in _ARTICLE or text[figure.start - 1 : figure.start] in ("进", "统", "同", "单")


def _with_unit(text: str, value: str, start: int, end: int) -> Figure:
    match = _AFTER.match(text, end)
    if match is None:
        return Figure(value, "", start, end)
    return Figure(value, _UNITS[match.group()], start, match.end())


def _plain(numeral: str) -> str:
    value = number(numeral)
    return numeral if value is None else f"{value.normalize():f}"


def _date(match: re.Match[str]) -> Figure:
    part = match.groupdict()
    year = part["y"] or part["y2"]
    month = part["m"] or part["m2"] or part["m3"]
    day = part["d"] or part["d2"] or part["d3"]
    shown = "".join(
        f"{_plain(value)}{mark}"
        for value, mark in ((year, "年"), (month, "月"), (day, "日"))
        if value
    )
    return Figure(shown, "日期", match.start(), match.end())


def _ordinal(match: re.Match[str]) -> Figure:
    count, unit, sub = match.groups()
    value = _plain(count) + (f"之{_plain(sub)}" if sub else "")
    return Figure(value, f"第{unit}", match.start(), match.end())


def _fraction(match: re.Match[str]) -> Figure:
    base, part = _plain(match.group(1)), _plain(match.group(2))
    if base == "100":
        return Figure(part, "%", match.start(), match.end())
    return Figure(f"{part}/{base}", "分之", match.start(), match.end())
