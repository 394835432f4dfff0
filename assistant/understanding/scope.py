"""Whose rules a question is about: places, the national authority, and documents by name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pypinyin import Style, lazy_pinyin, pinyin

from assistant.understanding.model import Scope
from corpus import counties, jurisdictions, letters
from corpus.errors import AssistantError
from corpus.model import NATIONWIDE, PolicyMetadata

_NATIONAL = re.compile(
    r"海关总署|总署|全国性?|国家层面|中央层面|国家(?:有没有|的规定|规定|政策|也|那边)"
    r"|(?:(?<=[和与跟同比、，,])|^)国家(?:级)?(?=的|那[份个条]|[和与跟、])"
)

# A place that goods or people only come from or pass by says nothing of whose rules are meant.
_PASSING = re.compile(r"(?:从|由|自|经|途经|发|发往|运往|运到|来自|送到|开往|往|去|到)$")
_RULING = re.compile(r"(?:市|海关)?的?(?:政策|规定|措施|文件|AEO|高认|办|申请)", re.IGNORECASE)


# What follows a place that is asked for its own rules.
_GRANTS = re.compile(
    r"(?:市|省|那边|这边|当地|本地|政府|海关|商务局|综试区|自贸区)*(?:对|给|为|有(?:没有|什么|啥|哪些|无)?|是否|会不会|能不能给|出台|的(?:政策|措施|规定|补贴|AEO政策))",
    re.IGNORECASE,
)
# What a short name may still have behind it: 上海海关, 广西自治区.
_TAIL = re.compile("海关|自治区")
_LATIN = re.compile(r"[a-z]{4,}")
_HAN = re.compile(r"[一-鿿]+")


# Setting more places side by side than these would not be read.
MOST_CITIES = 4


class UnknownRegion(AssistantError):
    """The region asked for is not a place of China."""

    def __init__(self, region: str, known: Sequence[str]) -> None:
        super().__init__(
            f"不认识地区“{region}”；可用省、市、区县名称，已收录文件的地区有：{'、'.join(known)}"
        )


def places_in(text: str, known: Sequence[str] = ()) -> list[str]:
    """The full names of the jurisdictions that ``text`` names, in order, each once.

    Those ``known`` to have documents are also found in pinyin and misspelt with the same sound
    (厦们), since nothing else is likely to be meant.
    """
    found = [*jurisdictions.find_in(text), *letters.find_in(text)]
    if not found:
        found = [place for word in _LATIN.findall(text.lower()) if (place := _spelled().get(word))]
    if not found:
        found = list(_sounding(text, tuple(known)))
    return list(dict.fromkeys(found))


@lru_cache(maxsize=1)
def _spelled() -> dict[str, str]:
    """Full names by the pinyin of their short names; the shorter ones are too often words."""
    names = {jurisdictions.short_name(name): name for name in jurisdictions.all_jurisdictions()}
    return {
        spelling: name
        for short, name in reversed(names.items())
        if len(spelling := "".join(lazy_pinyin(short))) >= 6
    }


@lru_cache(maxsize=1024)  # a question is asked for its places again and again
def _sounding(text: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names as which characters of ``text`` can be read (厦们 for 厦门)."""
    chinese = "".join(_HAN.findall(text)) if names else ""
    # Reading characters in their words is slow, and hardly a question sounds like a place at all.
    by_itself = [_readings(character) for character in chinese]
    likely = [name for name in names if _heard_in(_syllables(name), by_itself)]
    if not likely:
        return ()
    heard = [frozenset(one) for one in pinyin(chinese, style=Style.NORMAL, heteronym=True)]
    alike = [name for name in likely if _heard_in(_syllables(name), heard)]
    if len(names) <= MOST_CITIES:
        return tuple(alike)
    # Of many places some sound like any words (医务工作|者将|… is no 浙江): half must be right.
    return tuple(
        name for name in alike if any(char in text for char in jurisdictions.short_name(name))
    )


@lru_cache(maxsize=8192)
def _readings(character: str) -> frozenset[str]:
    """All ways to read a character."""
    return frozenset(pinyin(character, style=Style.NORMAL, heteronym=True)[0])


@lru_cache(maxsize=1024)
def _syllables(name: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(jurisdictions.short_name(name)))


def _heard_in(wanted: Sequence[str], heard: Sequence[frozenset[str]]) -> bool:
    """Whether the syllables follow each other somewhere in what is heard."""
    return any(
        wanted[0] in heard[start]
        and all(one in heard[start + place] for place, one in enumerate(wanted))
        for start in range(len(heard) - len(wanted) + 1)
    )


def mentions_in(text: str, known: Sequence[str]) -> tuple[tuple[int, int, str], ...]:
    """``(start, end, place)`` of every name of a place that rules or is asked for its rules.

    A place counts as the one with documents around it; a customs house as its place.
    """
    spans = [
        (start, end, _covering(name, known) or name)
        for start, end, name in (*jurisdictions.spans_in(text), *letters.spans_in(text))
    ]
    spans = [(s, e + 2 if text.startswith("海关", e) else e, name) for s, e, name in spans]
    spans += [(*match.span(), NATIONWIDE) for match in _NATIONAL.finditer(text)]
    return tuple(sorted(spans))


# Places that a question sets side by side without naming them.
_BOTH = r"(?:(?:两|俩|二|双)(?:个|座)?(?:城市|城(?!市)|地(?![块点毯方])|市(?!场))|(?:这|那)?(?:俩|几)个?城市|各(?:个城市|地|市(?!场)))"
_NEAR = r"(?:两边|(?:两|几)个地方)"
_CITIES = re.compile(
    rf"{_BOTH}|{_NEAR}|每个(?:城市|地方)|哪个(?:城市|地方|市(?!场))|哪座城市?"
    r"|哪边[^，,。？?]{0,6}(?:快|慢|长|短|多|少|高|低|好|宽|松|严|容易|划算|优惠|更|有(?!人)|写|规定)"
)
# What is asked of each of them: “两地都有吗”, “两个城市的责任单位各是谁”.
_OF_EACH = re.compile(
    rf"{_BOTH}[^，,。？?]{{0,8}}?(?:都(?:减|给|是|行|能|可以|算)|谁)"
    rf"|(?:{_BOTH}[^，,。？?]{{0,8}}?|{_NEAR}(?:的)?(?:文件|政策|措施|规定)?(?:里|上)?)"
    r"(?:都(?:有|没|写|提)|有没有|是否|是不是|分别|说法|写法|提法|一样"
    r"|各自?(?:写|有[^一]|是|怎|在|由|给|要|几|多|归|叫|设|放|公布|找|去|从|按|走|用|提)|(?:怎么|如何)(?:写|说|规定|定))"
)
# One of them has it, another is asked for the like: “加分是哪个市的，上海有类似的吗”.
_WHOSE = re.compile(
    r"哪(?:个|座)(?:城市|地方|市(?!场))(?:的|才|独|单独)?(?:独?有|给|写|提|搞|政策|规定)?(?:了|的)*[，,。；?？]"
)
# “国家的和地方的”
_LOCAL = re.compile(r"[和与跟比、，,](?:各)?地方(?=上|的|版|层面|文件|政策|规定|有|怎)")
# “只有上海有” asks of the others too.
_ONLY = re.compile(r"(?:只有?|唯独|独独|光是?)$")
_HAS = re.compile(
    r"(?:市|海关|一家|这边|那边|这里|一个)*(?:才|独)?(?:有|给|搞|写|提)(?:了|到|的|这个|这条|吗|么|吧|呢|对)*(?:$|[，,。？?])"
)
_ALONE = re.compile(r"(?:市|海关)?(?:独有|特有|独一份|独家|单独有)")


def _only_there(text: str) -> bool:
    """Whether ``text`` asks if one place alone has something."""
    return any(
        (_ONLY.search(text[:start]) and _HAS.match(text, end)) or _ALONE.match(text, end)
        for start, end, _ in jurisdictions.spans_in(text)
    )


def cities_meant(text: str, known: Sequence[str], *, compares: bool) -> tuple[str, ...]:
    """The places with documents, where ``text`` speaks of “两个城市” and names no place itself.

    ``compares`` when the words set something side by side.
    """
    if not 1 < len(known) <= MOST_CITIES:
        return ()
    if _only_there(text) or (nationwide_in(text) and _LOCAL.search(text)):
        return tuple(known)
    if not (_OF_EACH.search(text) or (compares and _CITIES.search(text))):
        return ()
    if nationwide_in(text) or (places_in(text, known) and not _WHOSE.search(text)):
        return ()
    return tuple(known)


def nationwide_in(text: str) -> bool:
    """Whether ``text`` names the national authority."""
    return bool(_NATIONAL.search(text))


def surface_places(text: str) -> list[str]:
    """Place names as written in ``text``, in order; a customs house or 总署 counts as one."""
    spans = [(start, end) for start, end, _ in jurisdictions.spans_in(text)]
    tails = [_TAIL.match(text, end) for _, end in spans]
    spans = [
        (start, tail.end() if tail else end)
        for (start, end), tail in zip(spans, tails, strict=True)
    ]
    spans += [match.span() for match in _NATIONAL.finditer(text)]
    return [text[start:end] for start, end in sorted(spans)]


def grants(text: str, places: Sequence[str]) -> bool:
    """Whether ``text`` asks what one of ``places`` gives: “杭州对卖家有没有补贴”, “天津有啥政策”."""
    return any(
        _GRANTS.match(text, end) for _, end, name in jurisdictions.spans_in(text) if name in places
    )


def without_places(text: str) -> str:
    """``text`` without place names: the filter has dealt with them already."""
    for place in surface_places(text):
        text = text.replace(place, "")
    return text


def region_name(region: str, known: Sequence[str]) -> str:
    """The full name for the ``region`` a caller set; raises ``UnknownRegion``."""
    if region in (NATIONWIDE, *known):
        return region
    name = counties.resolve(region)
    if name is None:
        raise UnknownRegion(region, known)
    return name


def scope_of(
    text: str, region: str | None, catalogue: Sequence[PolicyMetadata], policies: Sequence[str]
) -> Scope:
    """The scope of ``text``; ``region`` holds where the text names no place itself."""
    known = sorted({policy.jurisdiction for policy in catalogue} - {NATIONWIDE})
    aside = _passed(text, known) | jurisdictions.only_around(text)
    named = [name for name in places_in(text, known) if name not in aside]
    nationwide = nationwide_in(text)
    if not named and not nationwide and region:
        name = region_name(region, known)
        nationwide, named = name == NATIONWIDE, [] if name == NATIONWIDE else [name]
    covered = [_covering(place, known) for place in named]
    return Scope(
        jurisdictions=tuple(dict.fromkeys(place for place in covered if place)),
        elsewhere=tuple(
            place for place, cover in zip(named, covered, strict=True) if cover is None
        ),
        nationwide=nationwide,
        policies=tuple(policies),
    )


def _passed(text: str, known: Sequence[str]) -> set[str]:
    """The places without documents that ``text`` names only as a way or an end of a journey."""
    return {
        name
        for start, end, name in jurisdictions.spans_in(text)
        if _covering(name, known) is None
        and _PASSING.search(text[:start])
        and not _RULING.match(text, end)
    }


def _covering(place: str, known: Sequence[str]) -> str | None:
    """The jurisdiction with documents that rules in ``place``: itself, or the one around it."""
    here: str | None = place
    while here is not None:
        if here in known:
            return here
        here = jurisdictions.parent_of(here)
    return None
