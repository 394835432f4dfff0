"""Who issued a document and where it applies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from corpus import jurisdictions
from corpus.metadata.dates import DATE
from corpus.metadata.opening import Opening
from corpus.model import NATIONWIDE

_BODY = (
    r"(?:最高人民法院|最高人民检察院|国务院|中央军事委员会|海关总署|"
    r"[\u4e00-\u9fff]{2,24}?(?:人民代表大会常务委员会|人民代表大会|人民政府办公[厅室]|人民政府|委员会|"
    r"总局|总署|管理局|监督局|税务局|财政局|商务局|海关|专班|银行|[局厅部署办院会]))"
)
_ISSUER = re.compile(_BODY)
_ISSUERS = re.compile(rf"{_BODY}(?:[、 ]?{_BODY})*(?=关于|公告|令|印发|$)")
_SIGNATURE = re.compile(rf"{_BODY}(?:[、 ]?{_BODY})*")
_FIELD = re.compile(r"[-·\s]*(?:发布|发文)机关[：:]\s*(\S{2,40})$")
_DATED = re.compile(rf"[（(]?经?{DATE}")
_ENACTED = re.compile(r"通过|公布|发布|修订|修正|批准|颁布|印发|制定")
_SESSION = re.compile(
    r"第[一二三四五六七八九十]{1,4}届|^[经由以]|^(?:中华人民共和国)(?=国务院|.{2,8}[部委局署])"
)
_NATIONAL = re.compile(
    r"中华人民共和国|国务院|海关总署|国家|最高人民|全国|中共中央|中央|财政部|商务部"
)
_FOLDER = re.compile(r"(?:地方)?(?:性)?(?:法规|规章|政策|文件|规定)*$")


def issuers_of(title: str, doc_number: str | None, opening: Opening) -> tuple[str, ...]:
    """The issuing bodies: in the title (海关总署关于…), a field, an enactment line, a signature.

    Failing these, the bodies whose announcement or order it is: 海关总署公告2024年第138号.
    """
    return _stated(title, opening) or _names_at(doc_number or "")


def _stated(title: str, opening: Opening) -> tuple[str, ...]:
    if names := _names_at(title):
        return names
    for line in opening.short_lines:
        if match := _FIELD.match(line):
            return _names(match[1]) or (match[1],)
        if _DATED.match(line) and _ENACTED.search(line):
            rest = re.sub(DATE, "", line).lstrip("（(经由 ")
            if issuer := _ISSUER.search(_SESSION.sub("", rest)):
                return (issuer[0],)
    return _signatures(opening)


def _signatures(opening: Opening) -> tuple[str, ...]:
    """The bodies on the lines directly above a line that holds a date alone."""
    lines = [line.text for line in opening.lines] + opening.closing_lines
    for at, line in enumerate(lines):
        if re.fullmatch(DATE, line):
            signed = list(takewhile(_is_signature, reversed(lines[:at])))
            if signed:
                return tuple(name for text in reversed(signed) for name in _names(text))
    return ()


def _is_signature(line: str) -> bool:
    return len(line) <= 40 and _SIGNATURE.fullmatch(line) is not None


def _names_at(text: str) -> tuple[str, ...]:
    match = _ISSUERS.match(text)
    return _names(match[0]) if match else ()


def _names(text: str) -> tuple[str, ...]:
    return tuple(_SESSION.sub("", match[0]) for match in _ISSUER.finditer(text))


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
    for text in (title, *issuers):
        if place := _leading_place(text):
            return place
    if any(_NATIONAL.match(text) for text in (title, *issuers)):
        return NATIONWIDE
    for folder in reversed(folders):
        if place := jurisdictions.resolve(_FOLDER.sub("", folder) or folder):
            return place
    return None


def only_place(title: str) -> str | None:
    """The one place that a title names anywhere, with the province around it: 怎么申领广州市社保卡."""
    found = jurisdictions.find_in(title)
    around = {jurisdictions.parent_of(one) for one in found}
    inner = [one for one in found if one not in around]
    return inner[0] if len(inner) == 1 else None


def _leading_place(text: str) -> str | None:
    """The most local of the places that ``text`` begins with (广东省深圳市… is 深圳市's)."""
    found = jurisdictions.find_in(re.sub(r"^中国[（(](.{2,4})[）)]", r"\1", text)[:16])
    if not found or not _begins_with(re.sub(r"^中国[（(]", "", text), found[0]):
        return None
    inner = [place for place in found[1:2] if jurisdictions.parent_of(place) == found[0]]
    return inner[0] if inner else found[0]


def _begins_with(text: str, place: str) -> bool:
    known = jurisdictions.all_jurisdictions()[place]
    return text.startswith((known.name, *known.short_names))
