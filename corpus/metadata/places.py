"""Where a document applies that neither its title nor its issuers place: what its words tell.

Nothing is guessed where they are unclear: then a document counts as national, which hides it from
nobody, and ``PolicyMetadata.speaks_of`` tells which places it is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import jurisdictions, letters
from corpus.counties import datelines, house_in, places_in
from corpus.metadata.bodies import NATIONAL_BODY, is_branch
from corpus.metadata.dates import DATE
from corpus.metadata.opening import Opening
from corpus.model import NATIONWIDE

# So much of all the places named must lie in one province; so much of those, in one of its cities.
_CLEAR = 0.7
# Without an office or a dateline there must be more of both.
_PLAIN, _OFTEN = 0.8, 5
_READ, _FIRST, _LAST = 8000, 240, 80
_HEADLINE = 60

_Spans = tuple[tuple[int, int, str], ...]

_BEFORE_A_HEADLINE = re.compile(
    r"^(?:【[^】]{1,16}】|\[[^\]]{1,16}\]|[（(][^）)]{1,16}[）)]|(?:原标题|标题)[：:]|关于|转发|“|\"|\s|"
    r"(?:自|从)?(?:\d{1,2}月)?\d{1,2}日(?:\d{1,2}时|零时)?起?[，,]?|今日起|即日起|今起|速看|最新)+[!！：:]?"
)
_ORGAN = r"(?:税务局|海关|分行|分公司|分局|监管局|管理局|中心支行|支行|调查总队|总队|特派员办事处|邮政管理局)"
_BRANCH = re.compile(r"^(?:国家|中国|中华人民共和国)[\u4e00-\u9fff]{0,10}?$")
_NATIONAL_HEADLINE = re.compile(rf"^{NATIONAL_BODY}|国务院|中共中央")
_TO_ALL = re.compile(
    r"各省、|各省[（(]|各省份|省、自治区、直辖市|31个省|全国各|国新办就|国务院(?:联防联控|办公[厅室]|新闻办|常务会议|决定|印发|同意)"
)
# A place that a headline only tells of: help goes there, people come from there.
_NOT_OF = re.compile(r"(?:就|支援|驰援|援助|援|赴|飞|往|到|在|抵达|来自|对口|对|增加|离|返|入|来)$")
_DATELINE = re.compile(
    r"(?:新华社|中新社|中新网|人民网|央广网|央视网|本报)([\u4e00-\u9fff]{2,6}?)\d"
)
_LOCAL_PAPER = re.compile(r"([\u4e00-\u9fff]{2,6}?)(?:日报|晚报|晨报|发布)")
_FROM_THE_CAPITAL = re.compile(r"(?:新华社|中新社|人民网|央广网|央视网|本报)北京\d")
_OF_THE_CITY = re.compile(
    r"[我本全]市|(?<![各\u4e00-\u9fff])市(?:委|政府|[\u4e00-\u9fff]{1,8}[局办委])|[^各省]市(?:委|政府)"
)
_OF_THE_PROVINCE = re.compile(
    r"[我本全]省|省(?:委|政府)|(?<![各\u4e00-\u9fff])省[\u4e00-\u9fff]{1,8}[厅局办委]|自治区(?:党委|政府|人民政府)|我区各市|区直"
)
_OF_SOMEWHERE = re.compile(r"[我本][省市区县州盟旗]|全[省市州县盟]")
_OFFICE = re.compile(
    r"[省市州区盟]?(?:委|政府|人民政府|[\u4e00-\u9fff]{1,14}?(?:厅|局|委员会|指挥部|领导小组|新闻办|分行|中心支行|银保监局|管委会))"
)
_SIGNED = re.compile(
    rf"[\u4e00-\u9fff“”\s]{{0,30}}?(?:[局厅委办]|政府|办公室|指挥部|领导小组|中心|管委会|总队)[\s\u3000]*(?:{DATE}[\s\u3000]*)?$"
)
_NUMBER = re.compile(
    rf"(?<![\u4e00-\u9fff])([{letters.every()}])[\u4e00-\u9fff]{{1,8}}[〔（(\[［]20\d\d"
)


def place_told(title: str | None, opening: Opening, source: str) -> str | None:
    """The place that a document is clearly of, or 全国 where its headline says so; else ``None``."""
    headline = title or _headline(opening)
    body = _Body.of(source)
    return _in_headline(headline, body) or body.place()


def _headline(opening: Opening) -> str:
    first = opening.lines[0].text if opening.lines else ""
    return first if len(first) <= _HEADLINE and "。" not in first else ""


def _in_headline(headline: str, body: _Body) -> str | None:
    text = _BEFORE_A_HEADLINE.sub("", headline)
    spans = places_in(text)
    if spans and (spans[0][0] == 0 or _is_branch(text, spans[0])):
        return _innermost(text, spans)
    if house := house_in(text):
        return house
    if _NATIONAL_HEADLINE.search(text) and not is_branch(text):
        return NATIONWIDE
    own = [span for span in spans if not _NOT_OF.search(text[: span[0]])]
    names = dict.fromkeys(name for _, _, name in own)
    inner = [one for one in names if one not in {jurisdictions.parent_of(each) for each in names}]
    agrees = len(inner) == 1 and body.family in (None, jurisdictions.province_of(inner[0]))
    return inner[0] if agrees and not body.is_national else None


def _is_branch(text: str, span: tuple[int, int, str]) -> bool:
    """Whether it is a national body's branch in the place: 国家税务总局某省税务局."""
    start, end, _ = span
    return bool(_BRANCH.match(text[:start]) and re.match(rf"[省市]?{_ORGAN}", text[end:]))


def _innermost(text: str, spans: _Spans) -> str | None:
    """The most local of the places that follow each other; ``None`` where they are two."""
    (_, end, name), *others = spans
    for start, stop, other in others:
        if start != end and not re.fullmatch("[省市、和与]", text[end:start]):
            break
        if jurisdictions.parent_of(other) == name:
            name = other
        elif other != name:
            return None
        end = stop
    return name


@dataclass(frozen=True, slots=True)
class _Body:
    """The words of a document and the places they name, a province's own name before a city left out."""

    text: str
    spans: _Spans
    family: str | None

    @classmethod
    def of(cls, source: str) -> _Body:
        text = source[:_READ]
        if len(source) > _READ:
            text += "\n" + source[-_LAST:]
        every = places_in(text)
        inner = {start: name for start, _, name in every}
        spans = tuple(
            span
            for span in every
            if jurisdictions.parent_of(inner.get(span[1], "")) != span[2]
            and not datelines(text, *span[:2])
        )
        return cls(
            text,
            spans,
            _dominant(_numbered(text) + [jurisdictions.province_of(one[2]) for one in spans]),
        )

    @property
    def is_national(self) -> bool:
        """Whether the first words are to or from the whole country."""
        first = self.text[:_FIRST]
        return bool(_TO_ALL.search(first) or _FROM_THE_CAPITAL.search(first))

    def place(self) -> str | None:
        """The place that signs, or that dominates if something besides tells that it is its."""
        signed = self._signed()
        if self.family is None or self.is_national:
            return signed
        if not (signed or self._is_its()):
            return None
        return (
            signed if signed and jurisdictions.province_of(signed) == self.family else self._level()
        )

    def _signed(self) -> str | None:
        """The place of the office that stands at the end with a date or alone."""
        # A bank's branch acts for the province around its city.
        last = [
            (end, name)
            for start, end, name in self.spans
            if start >= len(self.text) - _LAST and not self.text.endswith("银行", 0, start)
        ]
        return next((name for end, name in last if _SIGNED.match(self.text, end)), None)

    def _is_its(self) -> bool:
        """Whether a dateline, an office there, or the place's early and frequent name tells it."""
        first = self.text[:_FIRST]
        papers = [*_DATELINE.findall(first), *_LOCAL_PAPER.findall(first + self.text[-_LAST:])]
        told = {place for one in papers if (place := jurisdictions.resolve(one))}
        if self.family in {*map(jurisdictions.province_of, told), *_numbered(first)}:
            return True
        named = [
            (s, e) for s, e, name in self.spans if jurisdictions.province_of(name) == self.family
        ]
        own = [one for one in named if not _NOT_OF.search(self.text[max(one[0] - 3, 0) : one[0]])]
        early = any(start < _FIRST for start, _ in own)
        offices = [start for start, end in own if _OFFICE.match(self.text, end)]
        often = len(named) >= _OFTEN and len(named) >= _PLAIN * len(self.spans)
        if not _OF_SOMEWHERE.search(self.text):
            return early and (often or any(start < _FIRST for start in offices))
        # 我市 and a place that people only were in are not the same.
        whole = any(self.text[start:end][-1] in "省市区县州盟旗" for start, end in own)
        return bool(offices) or (early and (whole or often))

    def _level(self) -> str | None:
        """The province, or the one of its cities that the document is of."""
        family = self.family
        if family in _MUNICIPALITIES:
            return family
        named = Counter(
            name for _, _, name in self.spans if family in (name, jurisdictions.province_of(name))
        )
        around = named.pop(family, 0) if family else 0
        provincial = len(_OF_THE_PROVINCE.findall(self.text))
        municipal = len(_OF_THE_CITY.findall(self.text))
        city = _dominant(list(named.elements()))
        if city and named[city] >= around and municipal >= provincial:
            return city
        return family if around + provincial >= municipal and (around or provincial) else None


_MUNICIPALITIES = frozenset(("北京市", "天津市", "上海市", "重庆市"))


def _numbered(text: str) -> list[str]:
    """The provinces by whose letter the document numbers begin: 苏政发〔2020〕…."""
    found = (letters.place_of(letter) for letter in _NUMBER.findall(text))
    return [jurisdictions.province_of(place) for place in found if place]


def _dominant(names: Sequence[str]) -> str | None:
    counted = Counter(names).most_common(1)
    return counted[0][0] if counted and counted[0][1] >= _CLEAR * len(names) else None
