"""Figures: the kinds a question can ask for, and those that stand in a text."""

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


_ASKS: tuple[tuple[FigureKind, re.Pattern[str]], ...] = (
    (
        FigureKind.PHONE,
        re.compile(
            r"(?:电话|号码|热线|手机|传真|座机)(?:号码?)?(?:是|有|要打)?(?:多少|几|什么|啥|哪个)|打(?:哪个|什么)(?:电话|号码|热线)|号码报|电话(?:给|报|发)"
        ),
    ),
    (
        FigureKind.ADDRESS,
        re.compile(
            r"地址|哪条(?:路|街)|几号楼|几楼|门牌|二维码|网址|链接|邮箱|几号(?:窗口|柜台|门)|上班时间|营业时间|坐标|怎么走"
        ),
    ),
    (
        FigureKind.MONEY,
        re.compile(
            r"[万元]还是|(?:多少|几|几多)(?:钱|元|块|美元|美金|人民币|费用|资金|经费|额)|(?:多少|几)[千百]?[万亿](?:元|块|钱|美元|美金|人民币|$|[，。？?])|多少(?:的)?(?:补贴|奖励|补助|奖金|费用|资助|扶持资金)"
            r"|(?:补贴|奖励|补助|奖金|资助|扶持|罚款?|费用|收费|保费|展位费|贴息|金额|额度|标准|税额|纳税额|给|拿|领|退|罚|奖|补|收|贴|减|省|批|贷|报销)(?:到|了|的|能|可以|可|会|标准|金额|一般|大概|最多|最高|总共|一次性)*"
            r"(?:是|有|给|为)?(?:多少(?!天|日|年|月|小?时|次|家|个|人|条|工作|比例|点|%)|几(?:万|千|百|块|元|个钱))"
        ),
    ),
    (
        FigureKind.SHARE,
        re.compile(
            r"百分之(?:几|多少)|(?:多少|几)(?:个)?(?:百分点|百分比|比例|成|%)|几(?:个点|折)|(?:比例|比率|占比|[^效税费利汇]率|抽批|幅度)"
            r"(?:能|可以|要|会|都|一般|平均|大概|具体|是|降|降低|降到|降至|压|压到|减|减到|控制在|达到|定|为|有|了|到|在|最低|最高|至少|多高|就|得|需|需要|要求|目标|到底)*"
            r"(?:是|有)?(?:多少|多高|多低|几)|降(?:低|到|至)?(?:了)?多少|打几折"
        ),
    ),
    (
        FigureKind.DURATION,
        re.compile(
            r"(?:几|多少)(?:个)?(?:工作日|天|日|小时|钟头|分钟|年|月|个月|星期|周|礼拜)(?!发|印)"
            r"|多久|多长时间|多长|多快|多早|要等多|几时|时限(?:是|为|有)?(?:多少|多|几|什么)|期限(?:是|为|有)?(?:多|几|什么)"
            r"|有效期(?:是|为|有|最长|最多|能|给)?(?:多|几|到)|(?:什么|啥)时候(?:能|可以|前|之前|到账|下来|办好|办完|拿到)|提前多"
            r"|几号(?:之?前|以前)|哪天(?:之?前|以前)|周期(?:是|为)?(?:多|几)"
        ),
    ),
    (
        FigureKind.COUNT,
        re.compile(
            r"(?<![好十百千这那每第同哪有带好])(?:几|多少)(?:次|回|趟|家|户|人|条|项|类|种|所|名|份|倍|分)"
        ),
    ),
    (
        FigureKind.ANY,
        re.compile(r"多少(?=[，,、。？?！!呢呀啊 ]|$)|多大(?:面积|规模)|上限是|下限是"),
    ),
)

_UNITS: dict[FigureKind, str] = {
    FigureKind.DURATION: r"个?工作日|个?小时|个?月|周年|年度?|天|日|周|分钟",
    FigureKind.MONEY: r"(?:[万亿千百])?(?:元|美元|人民币|欧元)",
    FigureKind.SHARE: r"%|％|个百分点|成|折",
    FigureKind.COUNT: r"万?(?:家次|家|次|个批次|批次|批|个|类|项|倍|户|人|种|条|名|份|辆|艘|TEU)",
}
_DIGITS = "零〇一二两三四五六七八九"
_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|[{_DIGITS}十百千]+)"
_FIGURE = re.compile(
    rf"(?P<percent>百分之(?P<share>{_NUMBER}))|(?P<number>{_NUMBER})\s*(?P<scale>[万亿千]?)\s*"
    rf"(?P<unit>{'|'.join(_UNITS.values())})"
)
_DATE = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|(?<!\d)\d{1,2}月\d{1,2}日")
# Words that fix a time without a number; a question "how long" is answered by them.
_PHONE = re.compile(r"(?<!\d)(?:\d{5,6}|\d{3,4}-?\d{7,8}|1\d{10})(?!\d)")
_ADDRESS = re.compile(r"\d+号(?!文|公告|令)|[路街]\d+|https?://|www\.|@|\d楼|\d层")
_TIME_WORDS = re.compile(r"当[日天]|24小时|7[×*xX]24|次日|随到随")
_SCALES = {"": 1, "千": 1_000, "万": 10_000, "亿": 100_000_000}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit: ``value`` is scaled (5万家 is 50000 家); ``text`` is as printed, offsets are in the text."""

    kind: FigureKind
    value: float
    unit: str
    start: int
    end: int
    text: str

    def same_measure(self, other: Figure) -> bool:
        """Whether both could answer the same question."""
        return self.kind is other.kind and self.unit == other.unit


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


def wanted_figure(text: str) -> FigureKind | None:
    """The kind of figure ``text`` asks for, or ``None`` when it asks for none."""
    return next((kind for kind, cue in _ASKS if cue.search(text)), None)


def states(text: str, kind: FigureKind) -> bool:
    """Whether ``text`` states a figure of ``kind``."""
    if kind is FigureKind.PHONE:
        return bool(_PHONE.search(fold(text)))
    if kind is FigureKind.ADDRESS:
        return bool(_ADDRESS.search(fold(text)))
    if kind is FigureKind.DURATION and _TIME_WORDS.search(fold(text)):
        return True
    found = figures_in(text)
    return bool(found) if kind is FigureKind.ANY else any(f.kind is kind for f in found)
