"""Counties and districts: which city each lies in, where its name is no other county's.

The data (``counties.tsv``) holds the names of three characters and more that are unique in the
country (海陵区, 昆山市; not 鼓楼区). Documents are recognised by them, and callers may name them.
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
from corpus.model import NATIONWIDE

_STYLE = "中华人民共和国"
_BONDED = "海关|综合保税区|综保区|保税港区|保税区|保税物流|出口加工区"
_CUSTOMS = re.compile(f"([\u4e00-\u9fff]{{2,6}}?)(?:{_BONDED})")
# What a county gives its name to without its kind.
_OF_A_COUNTY = re.compile(
    f"([\u4e00-\u9fff]{{2,4}}?)(?:{_BONDED}|(?:国家级)?(?:经济(?:技术)?开发区|高新(?:技术)?(?:产业)?(?:开发)?区|开发区|工业园区|口岸))"
)
# Counties whose name without its kind is an ordinary word: 公安口岸签证机关, 资源开发区, 和平海关.
# They are meant only where a kind of zone follows that the state grants to a place.
_WORDS = (
    "公安|和平|资源|大方|共和|平安|永和|兴业|安定|中方|复兴|振兴|解放|红旗|前进|"
    "大通|会同|友好|友谊|太平|中原|合作|民和|民乐|康乐|宏伟|红星|东风|爱民|惠民|"
    "富民|富裕|民权|新建|商城|海港|港口|湖滨|江南|城东|城西|城北|上城|下城|南郊|"
    "同心|同德|新市|古城|水城|前锋|政和|博爱|工农|安居|温泉|集贤|运河|天桥|钟楼|"
    "灯塔|长寿|万全|回民|老城|站前|延长|通道|南部|太湖|凤凰|大关|东海|江岸|台前|"
    "平原|长海|大新"
)
_WORD_ALONE = re.compile(f"(?:{_WORDS})(?:海关|开发区|工业园区|口岸)")
_ZONE_ENDS, _LONGEST_ZONE = "区港场岸城", 10
_KIND = re.compile("[区县市旗]")
_DISTRICT = re.compile("[\u4e00-\u9fff]{1,7}[区县旗]")
_AGENCIES = ("新华社", "中新社", "中新网", "人民网", "央广网", "央视网", "本报")
_DAY = re.compile(r"\s*\d{1,2}月\d{1,2}日|讯|电")


def resolve(region: str) -> str | None:
    """The full name for a place as callers and metadata give it, a district as its city.

    As ``jurisdictions.resolve``, and 浦东新区, 上海市浦东新区, 福建省厦门市; a district whose name
    others share counts where its city stands before it (福州市鼓楼区). ``None`` if unknown.
    """
    region = region.strip()
    found = jurisdictions.resolve(region) or _cities().get(region) or _by_name_alone(region)
    if found is not None:
        return found
    for at in range(len(region) - 2, 1, -1):
        around, inner = jurisdictions.resolve(region[:at]), region[at:]
        if around in (None, NATIONWIDE):
            continue
        within = resolve(inner)
        if within is not None and around in (within, jurisdictions.parent_of(within)):
            return within
        is_city = not jurisdictions.children_of(around)
        return around if is_city and within is None and _DISTRICT.fullmatch(inner) else None
    return None


def _by_name_alone(region: str) -> str | None:
    """The city for a district whose name without its kind is one of the city's other names."""
    name = region.removesuffix("区")
    city = jurisdictions.resolve(name) if name != region else None
    if city is None or city == NATIONWIDE or jurisdictions.children_of(city):
        return None
    return city if name != jurisdictions.short_name(city) else None


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
    """The city of the customs house, the zone or the port whose name ``text`` begins with."""
    text = text.removeprefix(_STYLE)
    if (match := _CUSTOMS.match(text)) and (city := _customs().get(match[1])):
        return city
    county = None if _WORD_ALONE.match(text) else _OF_A_COUNTY.match(text)
    if county and (city := _shorts().get(county[1])):
        return city
    names = (text[:length] for length in range(_LONGEST_ZONE, 2, -1))
    return next(
        (_customs()[name] for name in names if name in _customs() and name[-1] in _ZONE_ENDS), None
    )


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    return _read("counties.tsv")


@lru_cache(maxsize=1)
def _customs() -> dict[str, str]:
    return _read("customs.tsv")


@lru_cache(maxsize=1)
def _shorts() -> dict[str, str]:
    """City by a county's name without its kind, where no other county or city has that name.

    A name that another place's begins with (滨海新区) tells nothing.
    """
    longer = "\n".join(
        (
            "",
            *(
                name
                for one in jurisdictions.all_jurisdictions().values()
                for name in one.short_names
            ),
        )
    )
    shorts = Counter(county[:-1] for county in _cities())
    return {
        county[:-1]: city
        for county, city in _cities().items()
        if shorts[county[:-1]] == 1
        and f"\n{county[:-1]}" not in longer
        and jurisdictions.resolve(county[:-1]) is None
    }


def _read(name: str) -> dict[str, str]:
    text = files("corpus").joinpath(name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {place: city for city, places in rows for place in places.split()}


@lru_cache(maxsize=1)
def _lengths() -> tuple[int, ...]:
    """How long the names are, the longest first."""
    return tuple(sorted({len(name) for name in _cities()}, reverse=True))
