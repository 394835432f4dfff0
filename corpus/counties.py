"""Counties and districts: which city each lies in, where its name is no other county's.

The data (``counties.tsv``) holds the names of three characters and more that are unique in the
country (海陵区, 昆山市; not 鼓楼区). Documents are recognised by them; callers name cities.
A customs house or a bonded zone is called by its county without the kind (武清海关) or by a name of
its own (``customs.tsv``: 大窑湾海关).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from corpus import jurisdictions

_HOUSE = re.compile(
    r"(?:中华人民共和国)?([\u4e00-\u9fff]{2,6}?)(?:海关|综合保税区|综保区|保税港区|保税区|保税物流|出口加工区)"
)
_KIND = re.compile("[区县市旗]")
_AGENCIES = ("新华社", "中新社", "中新网", "人民网", "央广网", "央视网", "本报")
_DAY = re.compile(r"\s*\d{1,2}月\d{1,2}日|讯|电")


def spans_in(
    text: str, inside: Iterable[tuple[int, int, str]] = ()
) -> tuple[tuple[int, int, str], ...]:
    """``(start, end, city)`` of every county named in ``text``, in order.

    ``inside`` are the places found already: what begins within one of them and is no longer it
    (山东|城区) is no county.
    """
    cities, lengths = _cities(), _lengths()
    taken = {at for start, end, _ in inside for at in range(start + 1, end)}
    found = []
    for match in _KIND.finditer(text):
        end = match.end()
        for length in lengths:
            start = end - length
            city = cities.get(text[start:end]) if start >= 0 else None
            if city is not None and start not in taken:
                found.append((start, end, city))
                break
    return tuple(found)


def places_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """``(start, end, full name)`` of every place that ``text`` names, a county as its city."""
    found = jurisdictions.spans_in(text)
    return tuple(sorted((*found, *spans_in(text, found))))


@lru_cache(maxsize=4096)  # the same articles come up again and again
def spoken_of(text: str) -> tuple[str, ...]:
    """The full names of all places that ``text`` speaks of, each once, a county as its city."""
    spans = places_in(text)
    return tuple(
        dict.fromkeys(name for start, end, name in spans if not datelines(text, start, end))
    )


def datelines(text: str, start: int, end: int) -> bool:
    """Whether the place there only dates the news: 新华社贵阳4月9日电."""
    return text.endswith(_AGENCIES, 0, start) and bool(_DAY.match(text, end))


def house_in(text: str) -> str | None:
    """The city of the customs house or the bonded zone whose name ``text`` begins with."""
    match = _HOUSE.match(text)
    return _houses().get(match[1]) if match else None


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    return _read("counties.tsv")


@lru_cache(maxsize=1)
def _houses() -> dict[str, str]:
    """City by name; a county's name without its kind only where no other county or city has it."""
    shorts = Counter(county[:-1] for county in _cities())
    named = {
        county[:-1]: city
        for county, city in _cities().items()
        if shorts[county[:-1]] == 1 and jurisdictions.resolve(county[:-1]) is None
    }
    return named | _read("customs.tsv")


def _read(name: str) -> dict[str, str]:
    text = files("corpus").joinpath(name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {place: city for city, places in rows for place in places.split()}


@lru_cache(maxsize=1)
def _lengths() -> tuple[int, ...]:
    """How long the names are, the longest first."""
    return tuple(sorted({len(name) for name in _cities()}, reverse=True))
