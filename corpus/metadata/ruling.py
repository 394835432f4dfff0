"""Where a document applies whose title or issuers name the authority: a place's, or the nation's."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus import jurisdictions
from corpus.counties import house_in, places_in
from corpus.metadata.bodies import NATIONAL_BODY, branch_place, is_branch
from corpus.model import NATIONWIDE

_NATIONAL = re.compile(
    rf"中华人民共和国|(?!中央[^\u4e00-\u9fff]?(?:商务区|大街|公园)){NATIONAL_BODY}(?!门)"
)
_FOLDER = re.compile(r"(?:地方)?(?:性)?(?:法规|规章|政策|文件|规定)*$")
_STYLE = re.compile(
    r"^(?:中华人民共和国(?=[\u4e00-\u9fff]{2,8}?(?:海关|海事局|出入境|边防|边检))|中共(?!中央))"
)
_ZONE = re.compile(r"中国[（(](.{2,4})[）)]")
# A part of such a zone lies in one city: 自由贸易试验区某某片区.
_AREA = re.compile(r"中国[（(].{2,4}[）)]自由?贸易?试验区([\u4e00-\u9fff]{2,8}?)(?:新?片区|区块)")
_POSTED = re.compile(r"驻([\u4e00-\u9fff]{2,6}?)(?:市|县|区)?(?:办事处|特派员|业务|监管|联络|工作)")
_LEADING, _QUOTES = 16, "《“【"

_Spans = tuple[tuple[int, int, str], ...]


def jurisdiction_of(title: str, issuers: Sequence[str], folders: Sequence[str] = ()) -> str:
    """Where a document applies: the place its title or an issuer begins with, else 全国.

    A folder counts only if its whole name is a place (上海, 浙江地方法规) and nothing in the
    title or the issuers is national. A page of no known issuer applies in the one place that its
    title names.
    """
    ruled = ruled_by(title, issuers, folders)
    return ruled or (not issuers and only_place(title)) or NATIONWIDE


def ruled_by(title: str, issuers: Sequence[str], folders: Sequence[str] = ()) -> str | None:
    """The place, or 全国, whose authority title, issuers or folders name; ``None`` without one."""
    titled = _leading_place(title.lstrip(_QUOTES), jurisdictions.spans_in)
    acting = _acting(issuers)
    if titled and acting and jurisdictions.province_of(titled) != jurisdictions.province_of(acting):
        # 台湾居民在…, issued by a city; and an issuer that only comes first in the title
        local = acting != NATIONWIDE or title.startswith(issuers[0])
        return acting if local else titled
    of_nation = any(map(_is_national, issuers))
    # a national body's title may begin like a county's port: 公安口岸…
    if place := titled or acting or (None if of_nation else house_in(title)):
        return place
    if of_nation or _is_national(title):
        return NATIONWIDE
    for folder in reversed(folders):
        if place := jurisdictions.resolve(_FOLDER.sub("", folder) or folder):
            return place
    return None


def _is_national(text: str) -> bool:
    return bool(_NATIONAL.match(text)) and not is_branch(text)


def _acting(issuers: Sequence[str]) -> str | None:
    """The place of the issuers; 全国 where they are of several provinces.

    A customs house acts beyond its city: it tells the place only where no other issuer does.
    """
    placed = [(issuer, place) for issuer in issuers if (place := _place_of(issuer))]
    local = [place for issuer, place in placed if "海关" not in issuer]
    places = local or [place for _, place in placed]
    if len({jurisdictions.province_of(place) for place in places}) > 1:
        return NATIONWIDE
    return places[0] if places else None


def _place_of(issuer: str) -> str | None:
    return _posted_at(issuer) or _leading_place(issuer, places_in) or house_in(issuer)


def only_place(title: str) -> str | None:
    """The one place that a title names anywhere, with the province around it: 怎么申领广州市社保卡."""
    found = jurisdictions.find_in(title)
    around = {jurisdictions.parent_of(one) for one in found}
    inner = [one for one in found if one not in around]
    return inner[0] if len(inner) == 1 else None


def _posted_at(issuer: str) -> str | None:
    """Where an office is that acts for its house elsewhere: 南京海关驻苏州办事处."""
    match = _POSTED.search(issuer)
    if match is None:
        return None
    return _lies_in(match[1])


def _lies_in(name: str) -> str | None:
    """The city of a place, or of the customs house there."""
    spans = places_in(name)
    return spans[0][2] if spans else house_in(f"{name}海关")


def _leading_place(text: str, spans_in: Callable[[str], _Spans]) -> str | None:
    """The most local of the places that ``text`` begins with (广东省深圳市… is 深圳市's).

    A national body's house in a place is that place's: 国家税务总局某市税务局.
    """
    text = _STYLE.sub("", text)
    if (area := _AREA.match(text)) and (place := _lies_in(area[1])):
        return place
    text = _ZONE.sub(r"\1", text)
    if branch := branch_place(text):
        return branch
    spans = spans_in(text[:_LEADING])
    if not spans or spans[0][0] != 0:
        return None
    (_, end, name), *others = spans
    for start, stop, other in others[:2]:
        if start == end and jurisdictions.parent_of(other) == name:
            name, end = other, stop
    return name
