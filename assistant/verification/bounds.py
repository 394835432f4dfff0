"""Which way a figure bounds: 不低于, 以内, 最长, 提前 …, read from the words around it."""

from __future__ import annotations

import re
from enum import StrEnum

from assistant.verification.figures import Figure


class Bound(StrEnum):
    """The side of a figure on which the truth lies."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE = "more"
    LESS = "less"
    BEFORE = "before"
    AFTER = "after"
    AHEAD = "ahead"
    LATE = "late"
    BEYOND = "beyond"
    ABOUT = "about"
    LATEST = "latest"
    PREVIOUS = "previous"


_SUFFIX = (
    (Bound.AT_LEAST, r"\(?(?:及|或|和|\(含\))?以上"),
    (Bound.AT_MOST, r"\(?(?:及|或|和|\(含\))?以下|\(?[以之]?内(?![部外地贸陆销容])"),
    (Bound.BEYOND, r"[以之]外"),
    (Bound.AFTER, r"[以之]?后(?!续|台)"),
    (Bound.BEFORE, r"[以之]?前(?!提|述|置|海)"),
    (Bound.ABOUT, r"左右|上下|余|多(?![元种个家双样式边方])"),
)
_PREFIX = (
    (Bound.AT_LEAST, r"(?:不得?|不应|不能|不会|不可)(?:低于|少于|小于|短于|早于)|不下于|至少|最少|最低|最短|起码|保底|下限"),
    (Bound.AT_MOST, r"(?:不得?|不应|不能|不会|不可)(?:超过|超出|高于|多于|大于|长于|逾|晚于)|至多|最多|最长|最高|最迟|最晚|最大|上限|封顶"),
    (Bound.MORE, r"超过|超出|高于|多于|大于|长于|逾|突破"),
    (Bound.LESS, r"低于|少于|小于|短于|不足|不到|不满|未满|未达"),
    (Bound.AHEAD, r"提前|提早"),
    (Bound.LATE, r"推迟|延后|推后|滞后"),
    (Bound.ABOUT, r"(?:大约|约|大概|将近|接近)(?=[\d一二两三四五六七八九十])"),
    (Bound.LATEST, r"(?:最)?近(?=[\d一二两三四五六七八九十])"),
    (Bound.PREVIOUS, r"上(?=[\d一两])"),
)  # fmt: skip
_SUFFIXES = tuple((bound, re.compile(pattern)) for bound, pattern in _SUFFIX)
_PREFIXES = re.compile("|".join(f"(?P<{bound.value}>{words})" for bound, words in _PREFIX))
_BREAK = re.compile(r"[,，。;；:：?？!！\n]")
_JOINED = re.compile(r"(?:^|[^,，])*(?:和|或|与|及|、)[^,，]*$")
_FULL = re.compile(r"(?:已|年)?满(?=\d|[一二两三四五六七八九十])")


def bounds(text: str, all_figures: tuple[Figure, ...], index: int) -> frozenset[Bound]:
    """The bounds of ``all_figures[index]`` in the folded ``text``."""
    figure = all_figures[index]
    found = {bound for bound, pattern in _SUFFIXES if pattern.match(text, figure.end)}
    previous = all_figures[index - 1] if index else None
    before = _clause_before(text, figure, previous)
    prefixes = list(_PREFIXES.finditer(before))
    if prefixes:
        found.add(Bound(prefixes[-1].lastgroup or ""))
    elif text[figure.start - 1 : figure.start] == "满":
        found.add(Bound.AT_LEAST)
    elif previous is not None and not found and _coordinated(text, previous, figure):
        found |= {
            b for b in bounds(text, all_figures, index - 1) if _distributes(text, previous, b)
        }
    return frozenset(found)


def spans(text: str) -> list[tuple[int, int]]:
    """Where words of comparison stand before what they compare with."""
    return [match.span() for p in (_PREFIXES, _FULL) for match in p.finditer(text)]


def suffix_spans(text: str, found: tuple[Figure, ...]) -> list[tuple[int, int]]:
    """Where words of bounding stand right after a figure."""
    matches = (pattern.match(text, f.end) for f in found for _, pattern in _SUFFIXES)
    return [match.span() for match in matches if match]


def comparisons(text: str, found: tuple[Figure, ...]) -> list[tuple[Bound, int, int]]:
    """Comparing words that no figure follows in their clause: 资产负债率低于所属行业优秀值."""
    bare = []
    for match in _PREFIXES.finditer(text):
        stop = _BREAK.search(text, match.end())
        end = min(stop.start() if stop else len(text), match.end() + 16)
        if not any(match.end() <= figure.start < end for figure in found):
            bare.append((Bound(match.lastgroup or ""), *match.span()))
    return bare


def agrees(said: frozenset[Bound], source: frozenset[Bound], figure: Figure) -> bool:
    """Whether a sentence that says ``said`` of a figure keeps to a source that says ``source``.

    Nothing may be added or turned round. What may be left out is the side of a time limit that
    anybody hears in it anyway (最长5年 → 5年, 2个工作日内 → 2个工作日, 提前8小时 → 8小时).
    """
    if said - source:
        return False
    silent = {Bound.AT_MOST, Bound.AHEAD} if figure.is_time else set()
    return source - said <= silent


def _clause_before(text: str, figure: Figure, previous: Figure | None) -> str:
    low = previous.end if previous else 0
    cut = max((match.end() for match in _BREAK.finditer(text, low, figure.start)), default=low)
    return text[cut : figure.start]


def _coordinated(text: str, previous: Figure, figure: Figure) -> bool:
    between = text[previous.end : figure.start]
    return previous.unit == figure.unit and len(between) <= 24 and bool(_JOINED.fullmatch(between))


def _distributes(text: str, previous: Figure, bound: Bound) -> bool:
    """A prefix (最长5年和2年) reaches the next figure, a suffix (5年以上和2年) does not."""
    patterns = [pattern for kind, pattern in _SUFFIXES if kind is bound]
    return not any(pattern.match(text, previous.end) for pattern in patterns)
