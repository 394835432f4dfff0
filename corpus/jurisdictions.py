"""Provinces and cities: full names, the names people use, and which lies in which.

The data (``jurisdictions.tsv``) holds every province-level and prefecture-level division, the
county-level cities governed by a province, and the border and trading cities callers name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from corpus.model import NATIONWIDE

# Short names that are everyday words, or arise where two words meet (推广|安全, 开封检查):
# found in running text only with 市 or 海关 behind them.
_WORDS = frozenset(
    (
        "白银",
        "来宾",
        "安康",
        "日照",
        "开封",
        "广安",
        "朝阳",
        "东方",
        "山南",
        "海东",
        "文昌",
        "天门",
        "通化",
        "新余",
    )
)
# Where a name stands inside another word. Keys are short names; before / after as regexes.
_NOT_BEFORE = {
    "上海": "合作组织",
    "北京": "时间",
    "海口": "岸",
    "大连": "锁|续|接",
    "三明": "治",
    "四平": "方",
    "长治": "久",
    "六安": "全|排|装",
    "东营": "商|业",
    "普洱": "茶",
    "和田": "玉",
    "大同": "小异",
    "中山": "大学|陵|装|先生",
    "大理": "石",
    "苏州": "河",
    "南通": "道",
}
_NOT_AFTER = {
    "江西": "长|珠|沿",
    "海口": "出|沿|入",
    "保定": "担|承|环|参|投",
    "南通": "东|西",
    "中山": "孙",
    "河源": "黄",
}
_STREET = "(?:[东西南北中一二三]?路|大道|[东西南北]?街)"
_SUFFIX = re.compile(
    r"(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|地区|关区|海关)$"
)


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A province or city; ``parent`` is a full name, 全国 above the provinces.

    ``letter`` is the one character it is called by (沪), marked where that is an everyday one (厦*).
    """

    name: str
    parent: str
    short_names: tuple[str, ...]
    letter: str = ""


@lru_cache(maxsize=1)
def all_jurisdictions() -> dict[str, Jurisdiction]:
    """Every jurisdiction under its full name, provinces before their cities."""
    text = files("corpus").joinpath("jurisdictions.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {
        name: Jurisdiction(name, parent, tuple(short.split()), *letter)
        for name, parent, short, *letter in rows
    }


def resolve(name: str) -> str | None:
    """The full name for ``上海``, ``上海市``, ``上海海关``, ``全国``; ``None`` if unknown."""
    name = name.strip()
    if name in (NATIONWIDE, "中国", "国家"):
        return NATIONWIDE
    names = _names()
    return names.get(name) or names.get(_SUFFIX.sub("", name))


def find_in(text: str) -> tuple[str, ...]:
    """The full names of the jurisdictions that ``text`` names, in order, each once.

    At every place the longest name counts (浙江西部 names 浙江省, not 江西省).
    """
    return tuple(dict.fromkeys(name for _, _, name in spans_in(text)))


@lru_cache(maxsize=1024)  # one question is asked for its places again and again
def spans_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """``(start, end, full name)`` of every jurisdiction named in ``text``, in order."""
    if _beginnings().isdisjoint(map("".join, pairwise(text))):
        return ()  # most texts name no place at all, which is told at once
    names = _names()
    return tuple((*match.span(), names[match[0]]) for match in _finder().finditer(text))


def only_around(text: str) -> frozenset[str]:
    """The provinces that ``text`` names only as part of the name of a city: 福建省厦门市."""
    spans = spans_in(text)
    within = {
        start
        for (start, end, name), (after, _, other) in pairwise(spans)
        if after == end and parent_of(other) == name
    }
    alone = {name for start, _, name in spans if start not in within}
    return frozenset(name for start, _, name in spans if start in within) - alone


def short_name(name: str) -> str:
    """上海 for 上海市: the name without what kind of place it is."""
    return _SUFFIX.sub("", name)


def parent_of(name: str) -> str | None:
    """The province of a city, 全国 for a province, ``None`` for 全国 and unknown names."""
    jurisdiction = all_jurisdictions().get(name)
    return jurisdiction.parent if jurisdiction else None


def province_of(name: str) -> str:
    """The province around a city; ``name`` itself where it is none."""
    parent = parent_of(name)
    return name if parent in (None, NATIONWIDE) else parent


def children_of(name: str) -> tuple[str, ...]:
    """The cities of a province, the provinces of 全国; empty for a city."""
    return tuple(each.name for each in all_jurisdictions().values() if each.parent == name)


def ruling_in(names: Iterable[str]) -> frozenset[str]:
    """The places whose rules apply in ``names``: a city's own, its province's, and the nation's."""
    found = {NATIONWIDE}
    for name in names:
        place: str | None = name
        while place is not None and place not in found:
            found.add(place)
            place = parent_of(place)
    return frozenset(found)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Every name and short name with the full name it stands for; a province wins over a city."""
    names: dict[str, str] = {}
    for jurisdiction in all_jurisdictions().values():
        for name in (jurisdiction.name, *jurisdiction.short_names):
            names.setdefault(name, jurisdiction.name)
    return names


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """The first two characters of every name; none is shorter."""
    return frozenset(name[:2] for name in _names())


@lru_cache(maxsize=1)
def _finder() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=len, reverse=True)
    first, second = ("".join(sorted({name[at] for name in longest_first})) for at in (0, 1))
    names = "|".join(_pattern(name) for name in longest_first)
    return re.compile(f"(?=[{first}][{second}])(?:{names})")  # the first check spares the others


def _pattern(name: str) -> str:
    if name in _WORDS:
        return f"{name}(?=市|海关)"
    before = "".join(f"(?<!{char})" for char in _NOT_AFTER.get(name, "").split("|") if char)
    after = "|".join(filter(None, [_STREET, _NOT_BEFORE.get(name, "")]))
    return f"{before}{name}(?!{after})"
