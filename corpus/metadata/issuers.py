"""Who issued a document: the bodies in its title, around it, in its fields, and who signed it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from corpus.counties import places_in
from corpus.metadata.bodies import NATIONAL_BODY, bodies_in
from corpus.metadata.dates import DATE, MONTH, tells_enactment
from corpus.metadata.opening import Line, Opening, fields_in
from corpus.metadata.titles import Title

_BODY = (
    r"(?:最高人民法院|最高人民检察院|国务院|中央军事委员会|海关总署|"
    r"[\u4e00-\u9fff]{2,24}?(?:人民代表大会常务委员会|人民代表大会|人民政府办公[厅室]|人民政府|委员会|"
    r"总局|总署|管理局|监督局|税务局|财政局|商务局|海关|专班|银行|[局厅部署办院会]))"
)
_ISSUER = re.compile(_BODY)
_FIELD = "(?:发文|制发|制定|印发|编制|起草)(?:机关|机构|单位|部门|处室)"
# Who put the text on a page, which may be another's.
_PAGE_FIELD = "(?:发布|公布)(?:机关|机构|单位|部门|处室)|机构名称"
_SOURCE = "(?:信息|文章|稿件|内容)?来源"
_SESSION = re.compile(
    r"第[一二三四五六七八九十]{1,4}届|^[经由以]|^(?:中华人民共和国)(?=国务院|国家.{1,8}局|.{2,8}[部委署])"
)
# What follows the bodies in a title or on a line: 关于…, 文件, 公告2024年第4号.
_WHAT_THEY_DO = re.compile(
    r"(?:等?(?:[一二三四五六七八九十\d]+个?)?(?:部门|单位))?(?:关于|印发|转发|公 ?告|通 ?告|\d{4} ?年 ?第? ?\d+ ?号(?= ?[公通] ?告)|令(?=$|第| )|文 ?件$)"
)
_NUMBERED = re.compile(
    r"(?:公告|通告|令)(?:\d{4}年)?第?[\d一二三四五六七八九十百〇]+号$|\d{4}年第?\d+号(?:公告|通告)$"
)
_OF_SEVERAL = re.compile(r"等(?:[一二三四五六七八九十\d]+个?)?(?:部门|单位)")
# What a line or a note says besides the bodies: when, under which number, and what they did.
_WHEN = rf"(?:于 ?)?(?:{DATE}|{MONTH})"
_DID = r"(?:联合|共同)? ?(?:编制|编印|编写|编|整理|汇编|印制|制定|制|印发|发布|公布|主办|供稿|起草)(?=$|[ ，,；;)）])"
_BESIDES = re.compile(
    rf"{_WHEN}|[\u4e00-\u9fff]{{1,12}}[〔（(\[［]\d{{4}}年?[〕）)\]］]第?\d+号|{_DID}|[（(]|[）)](?=$)"
)
_SIGNED_WITH_DATE = re.compile(rf"(?P<bodies>.+?)[ 　]*(?:{DATE}|{MONTH})(?:印发|发布)?$")
_ABOVE, _BELOW = 8, 8
# Without a date the last lines may be a list: of members, of banks. Only an authority signs so.
_AUTHORITY = re.compile(
    r"(?:局|厅|署|法院|检察院|国务院|海关|政府|委员会|管委会|办公室|办公厅|指挥部|专班|总队|支队|部|委|办)$"
    r"|^(?:中国人民银行|国家)"
)
_LIST = re.compile(
    r"附[件表录]|.*(?:名单|名录|清单|目录|一览表|通讯录|(?:参[加与展会]|成员|支持|试点|联系|入选)(?:单位|企业|机构|银行)?)[：:]?$"
)


def issuers_of(title: Title | None, doc_number: str | None, opening: Opening) -> tuple[str, ...]:
    """The issuing bodies: in the title (海关总署关于…), a field, an enactment line, beside the
    title, or a signature; failing these, whose announcement or order the number is.

    A title that names some of those who signed (…等五部门关于…), or one without its place
    (市政府办公室关于…), is completed from the head and the signature.
    """
    above, *below = _beside(title, opening)
    around, signed = (above, *below), _signatures(opening)
    decreed = _of_number(doc_number) if doc_number and "令" in doc_number else ()
    stated = (
        _titled(title),
        decreed,
        _in_field(_FIELD, opening),
        above,
        _enacting(opening),
        *below,
        signed,
    )
    found = next((names for names in stated if names), ()) or _of_number(doc_number)
    found = found or _in_field(_PAGE_FIELD, opening) or _bodies(opening.field(_SOURCE) or "")
    return _completed(found, [*around, signed]) if found else ()


def _completed(found: tuple[str, ...], others: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    for names in others:
        if set(found) < set(names):
            return names
    whole = [name for names in others for name in names if _places(name)]
    return tuple(
        name
        if _places(name) or re.match(NATIONAL_BODY, name)
        else next((one for one in whole if _is_short_for(name, one)), name)
        for name in found
    )


def _is_short_for(short: str, name: str) -> bool:
    """Whether ``short`` calls the body without its place: 市政府办公室 for 某某市人民政府办公室."""
    core = re.sub("^[省市区县州盟旗]", "", short).replace("人民政府", "政府")
    plain = name.replace("人民政府", "政府")
    return len(short) < len(name) and plain.endswith(core)


def _places(name: str) -> bool:
    return bool(places_in(name))


def _titled(title: Title | None) -> tuple[str, ...]:
    if title is None:
        return ()
    match = _WHAT_THEY_DO.search(title.spaced)
    return _bodies(title.spaced[: match.start()]) if match and match.start() else ()


def _in_field(names: str, opening: Opening) -> tuple[str, ...]:
    value = opening.field(names)
    return (_bodies(value) or (value,)) if value and 2 <= len(value) <= 40 else ()


def _enacting(opening: Opening) -> tuple[str, ...]:
    for line in opening.short_lines:
        if tells_enactment(line):
            rest = re.sub(DATE, "", line).lstrip("（(经由 ")
            if issuer := _ISSUER.search(_SESSION.sub("", rest)):
                return (issuer[0],)
    return ()


def _beside(title: Title | None, opening: Opening) -> Iterator[tuple[str, ...]]:
    """The bodies on lines before the title (a letterhead), in a note below it, on lines below it."""
    first, last = (title.first, title.last) if title else (_ABOVE, -1)
    above = [names for line in opening.lines[: min(first, _ABOVE)] if (names := _letterhead(line))]
    yield tuple(dict.fromkeys(name for names in above for name in names))
    below = opening.lines[last + 1 : last + 1 + _BELOW] if title else ()
    short = takewhile(lambda one: len(one.text) <= 90 and "。" not in one.text, below)
    listed = [name for line in short for name in bodies_in(line.spaced) or _makers(line)]
    yield tuple(dict.fromkeys(listed))


def _makers(line: Line) -> tuple[str, ...]:
    """The bodies of a note: （某某办公室2025年4月8日印发，某某〔2025〕6号）, 某某科编制 2025年3月."""
    if fields_in(line) and not line.text.startswith(("（", "(")):
        return ()
    # blanks and commas part the bodies from what is told besides
    return _bodies(_BESIDES.sub(" ", re.sub(_WHEN, " ", line.spaced)))


def _letterhead(line: Line) -> tuple[str, ...]:
    match = _WHAT_THEY_DO.search(line.spaced)
    return _bodies(line.spaced[: match.start()] if match and match.start() else line.spaced)


def _signatures(opening: Opening) -> tuple[str, ...]:
    """The bodies on the lines directly above a line that holds a date alone, or before the date."""
    lines = [*opening.lines, *opening.closing]
    for at, line in enumerate(lines):
        if re.fullmatch(rf"[（(]?(?:{DATE}|{MONTH})[）)]?", line.text):
            signed = list(takewhile(lambda one: bodies_in(one.spaced), reversed(lines[:at])))
            if signed:
                return _each(reversed(signed))
        elif (match := _SIGNED_WITH_DATE.match(line.spaced)) and (names := _bodies(match[1])):
            return names
    return _undated(opening.closing)


def _undated(closing: Sequence[Line]) -> tuple[str, ...]:
    """The authorities on the last lines, unless these may be the end of a list."""
    signed = list(takewhile(lambda one: bodies_in(one.spaced), reversed(closing)))
    names = _each(reversed(signed))
    listed = any(_LIST.match(line.text) for line in closing)
    return names if not listed and all(map(_AUTHORITY.search, names)) else ()


def _each(lines: Iterable[Line]) -> tuple[str, ...]:
    """The bodies on all the lines, each once."""
    return tuple(dict.fromkeys(name for line in lines for name in _bodies(line.spaced)))


def _of_number(doc_number: str | None) -> tuple[str, ...]:
    """海关总署 for 海关总署公告2024年第138号."""
    return _bodies(_NUMBERED.sub("", doc_number or "")) if doc_number else ()


def _bodies(text: str) -> tuple[str, ...]:
    return tuple(_SESSION.sub("", name) for name in bodies_in(_OF_SEVERAL.sub("", text)))
