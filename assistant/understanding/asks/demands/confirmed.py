"""Demands for a figure that the caller only wants confirmed: “政府出一半，对不对”.

A text that states another figure corrects it; one that states none leaves it open.
"""

from __future__ import annotations

import re

from assistant.understanding.asks.clauses import clauses
from assistant.understanding.asks.demands.model import Demand
from assistant.understanding.figures.claimed import SELF, claims_in
from assistant.understanding.figures.values import FigureKind, figures_in

_CONFIRMS = re.compile(
    r"对吗|对吧|对不对|是吧|是吗|是不是|没错吧|属实|真的吗|真的假的|有这回事|有没有这回事|是真的"
)
_HALF = re.compile(r"(?:出|补|报|承担|给|贴|减|免|便宜|优惠)(?:销|掉|我们?|你们?)?(?:一半|对半)")
_SUM = re.compile(r"\d+(?:\.\d+)?[万亿](?:块钱?)?(?=$|[吗吧呢呀啊对是不，])")
_NAMES = {FigureKind.MONEY: "具体金额", FigureKind.SHARE: "具体比例"}
# What a share may be told by, and what a sum.
_TOLD_BY = {
    FigureKind.MONEY: {FigureKind.MONEY, FigureKind.SHARE},
    FigureKind.SHARE: {FigureKind.MONEY, FigureKind.SHARE, FigureKind.DURATION},
}
_IN_WORDS = re.compile(r"半|分之|全额|全部|免收|免费|免除|[双两]倍")


def demand_of(text: str) -> Demand | None:
    """The kind of figure that ``text`` wants confirmed, if any.

    Not a time: a year may be what times are counted in.
    """
    parts = clauses(text)
    for place, clause in enumerate(parts):
        tagged = _CONFIRMS.search("，".join(parts[place : place + 2]))
        kinds = _kinds(clause) if tagged and not SELF.search(clause) else []
        if kinds:
            return _demand(kinds[0])
    return None


def _kinds(clause: str) -> list[FigureKind]:
    found = [one.figure.kind for one in claims_in(clause)]
    found += [FigureKind.SHARE] * bool(_HALF.search(clause))
    found += [FigureKind.MONEY] * bool(_SUM.search(clause))
    return [one for one in found if one in _NAMES]


def _demand(kind: FigureKind) -> Demand:
    return Demand(_NAMES[kind], lambda said: _tells(said, kind), aside=True)


def _tells(said: str, kind: FigureKind) -> bool:
    told = {one.kind for one in figures_in(said)}
    return bool(told & _TOLD_BY[kind]) or bool(_IN_WORDS.search(said))
