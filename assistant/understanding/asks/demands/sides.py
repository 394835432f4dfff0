"""One side of a pair that a question names (进口, 区外, 贸易公司) and whether a text is of the other side alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.understanding.asks.demands.model import Demand

# Names of their own, in which the word says nothing of the goods that are asked about.
_NAMES = re.compile(
    r"进出口|进出境|出入境|区内外|进口国|进博会|进口(?:商品)?(?:博览会|展)|出口信用|出口退|出口加工区|出口管制"
)


@dataclass(frozen=True, slots=True)
class _Side:
    """What is asked of, as users call it; how a question names it, how a text does, and what a text
    that leaves it out speaks of instead."""

    what: str
    asked: re.Pattern[str]
    own: re.Pattern[str]
    contrary: re.Pattern[str]

    def demand_of(self, text: str) -> Demand | None:
        """The demand, if ``text`` names this side and not the other too."""
        plain = _NAMES.sub(" ", text)
        if not self.asked.search(plain) or self.contrary.search(plain):
            return None
        return Demand(self.what, self._spoken_of)

    def _spoken_of(self, text: str) -> bool:
        """Whether ``text`` speaks of this side, or of neither."""
        return bool(self.own.search(text)) or not self.contrary.search(_NAMES.sub(" ", text))


def _side(what: str, asked: str, own: str, contrary: str) -> _Side:
    return _Side(f"{what}的情形", re.compile(asked), re.compile(own), re.compile(contrary))


_BOTH_WAYS = "进出口|进出境|出入境"
# Followed by what is brought in or out: who only says “再出口” has told where goods go.
_OF_GOODS = r"(?=的?[^\W\d_的能可要了过时后前吗呢吧]{2})"
_SIDES = (
    _side(
        "进口",
        rf"(?:进口|进境|入境){_OF_GOODS}",
        rf"进口|进境|入境|输入|{_BOTH_WAYS}",
        r"出口|出境",
    ),
    _side("出口", rf"(?:出口|出境){_OF_GOODS}", rf"出口|出境|输出|{_BOTH_WAYS}", r"进口|进境|入境"),
    _side("区外", r"区外|(?:保税区|综保区)(?:以|之)?外", r"区外|区内外", r"(?:保税区|区)内"),
    _side(
        "非生产型企业",
        r"非生产(?:型|性)|(?:纯)?(?:贸易|商贸|流通)(?:型|类|性)?(?:企业|公司|商)|纯?做贸易的",
        r"贸易(?:型|类|公司|企业)|商贸|流通|外贸综合|各类企业",
        r"(?<!非)生产型",
    ),
)

WHATS = frozenset(side.what for side in _SIDES)


def demands_of(text: str) -> tuple[Demand, ...]:
    """What is asked of a side that ``text`` names, for each pair."""
    found = (side.demand_of(text) for side in _SIDES)
    return tuple(one for one in found if one is not None)
