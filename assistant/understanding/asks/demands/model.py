"""A demand: something asked for, and how to tell that a text states any of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

# Who is responsible is printed below a measure; and words that hold another by chance.
_NOT_SAID = re.compile(r"[（(]责任单位[^）)]*[）)]?|消费|代表|仪表|表[示明达现]|高质量")


def _never(_: str) -> bool:
    return False


def _always(_: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Demand:
    """Something that is asked for, as users call it, and whether a text states any of it.

    A title that an article stands under states it too where ``titled`` says so: “上浮20%” in a
    document on subsidies is one of them. ``opens`` tells a text that leaves it open in so many words, where only
    beside such a one it is known to be unstated. ``about`` is what the text that leaves it open must speak of,
    if that is known. ``aside`` when the measure answers without it: where the service is that
    it sets up; ``names`` when the members of a group are wanted by name.
    """

    what: str
    stated_in: Callable[[str], bool]
    titled: Callable[[str], bool] = _never
    opens: Callable[[str], bool] = _always
    about: str = ""
    aside: bool = False
    names: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing asked for: the words of asking, those without which no text states any, and
    those with which a title does."""

    what: str
    asks: re.Pattern[str]
    states: re.Pattern[str]
    titles: re.Pattern[str]

    def of(self, asked: str) -> Demand | None:
        """The demand of this kind in ``asked``, the asking words of a question."""
        if not self.asks.search(asked):
            return None
        return Demand(self.what, self._stated, self._titled)

    def _stated(self, text: str) -> bool:
        return bool(self.states.search(_NOT_SAID.sub("", text)))

    def _titled(self, title: str) -> bool:
        return bool(self.titles.search(title))


def kind(what: str, asks: str, states: str, titles: str = "") -> Kind:
    """A kind written as patterns; ``states`` empty for what no document can state, ``titles`` for
    what no title tells."""
    return Kind(what, re.compile(asks), *(re.compile(one or r"(?!)") for one in (states, titles)))
