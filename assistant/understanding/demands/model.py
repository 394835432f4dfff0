"""A demand: something asked for, and how to tell that a text states any of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

# Who is responsible is printed below a measure; and words that hold another by chance.
_NOT_SAID = re.compile(r"[（(]责任单位[^）)]*[）)]?|消费|代表|仪表|表[示明达现]|高质量")


@dataclass(frozen=True, slots=True)
class Demand:
    """Something that is asked for, as users call it, and whether a text states any of it.

    With ``by_title`` the titles that an article stands under may state it: “上浮20%” in a document
    on subsidies is one of them.
    """

    what: str
    stated_in: Callable[[str], bool]
    by_title: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing asked for: the words of asking, and those without which none is stated."""

    what: str
    asks: re.Pattern[str]
    states: re.Pattern[str]
    by_title: bool = False

    def of(self, asked: str) -> Demand | None:
        """The demand of this kind in ``asked``, the asking words of a question."""
        if not self.asks.search(asked):
            return None
        return Demand(self.what, self._stated, self.by_title)

    def _stated(self, text: str) -> bool:
        return bool(self.states.search(_NOT_SAID.sub("", text)))


def kind(what: str, asks: str, states: str, *, by_title: bool = False) -> Kind:
    """A kind written as two patterns; ``states`` empty for what no document can state."""
    return Kind(what, re.compile(asks), re.compile(states or r"(?!)"), by_title)
