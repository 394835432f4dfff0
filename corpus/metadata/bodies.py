"""The names of bodies: which words are one, where one ends and the next begins."""

from __future__ import annotations

import re

from corpus.counties import places_in
from corpus.jurisdictions import parent_of

NATIONAL_BODY = (
    r"(?:国务院|国家|中央|全国|中共中央|最高人民|国新办|审计署|海关总署|税务总局|市场监管总局|广电总局|体育总局|"
    r"(?:教育|财政|商务|科技|科学技术|公安|交通运输|交通|农业农村|水利|民政|司法|外交|工信|工业和信息化|人社|"
    r"人力资源和?社会保障|自然资源|生态环境|住建|住房和?城乡建设|文化和旅游|文旅|应急管理|国防|铁道)部|"
    r"中国人民银行|央行|证监会|银保监会|国开行|农发行|国资委)"
)
_END = (
    r"(?:局|厅|署|院|海关|银行|[分支]行|公司|集团|中心|政府|专班|总队|支队|大队|办公室|办公厅|委员会|"
    r"管委会|[协学商分]会|指挥部|工作组|小组|办事处|检查总?站|调查队|[处科室所司]|部|委(?![员托])|(?<![开举承主协督代申经停补])办(?![公事法理])|会)"
)
_ENDS = re.compile(rf"{_END}$")
_CHARS = r"[\u4e00-\u9fff“”·—（）()]"
# No name of a body: a sentence, a title, or those whom a notice is addressed to.
_NO_BODY = re.compile(
    r"关于|印发|转发|举行|召开|[的我你请]|本(?!溪)|各|将(?!乐)|^(?:为|根据|按|经|依|由|与|和|及|对|在|从|向|因|当|现)|^(?:问|答|附)|^第[一二三四五六七八九十]|^(?:有关|相关|中华人民共和国)?(?:企业|单位)"
    r"|(?:全会|大会|会议|发布会|座谈会|展览会|博览会)$|^(?:全委|社会|机会|内部|全部|部|委|办|会|局)$"
)
_ASIDE = re.compile(r"[（(][^（）()]*[）)]$")
_NATION = re.compile(rf"中华人民共和国|中国|中共|{NATIONAL_BODY}")
# What a national body's house in a place is called: 国家税务总局某市税务局.
_BRANCH = re.compile(
    r"(?:(?![局厅委]|海关)[\u4e00-\u9fff]){0,14}?(?:税务局|[分支]局|监管局|管理局|[分支]行|分公司|分署|分会|特派员办事处|总队|调查队|监督局|专员办)"
)
_HOUSE = re.compile(
    r"(?:国家税务总局|中国人民银行|国家外汇管理局|国家统计局|国家金融监督管理总局)(?:(?!关于)[\u4e00-\u9fff]){2,16}?(?:税务局|[分支]局|[分支]行|调查队|监管局)"
)
_SEPARATORS = re.compile(r"[\s、，,;；]+")
_LONGEST, _FEWEST = 40, 3


def bodies_in(text: str) -> tuple[str, ...]:
    """The bodies that ``text`` lists and nothing besides; empty where anything else stands there."""
    found: list[str] = []
    for name in filter(None, _SEPARATORS.split(text.strip())):
        if not is_body(name):
            return ()
        found += _parted(_ASIDE.sub("", name))
    return tuple(found)


def is_body(name: str) -> bool:
    """Whether the words are the name of a body, or of several without a mark between them."""
    plain = _ASIDE.sub("", name)
    return (
        _FEWEST <= len(plain) <= _LONGEST * 3
        and bool(re.fullmatch(f"{_CHARS}+", plain))
        and bool(_ENDS.search(plain))
        and not _NO_BODY.search(plain)
        and all(_FEWEST <= len(one) <= _LONGEST for one in _parted(plain))
    )


def branch_place(text: str) -> str | None:
    """The place of the branch that ``text`` begins with: 国家税务总局某市税务局关于….

    ``None`` where no national body begins the text, or where it is the nation's own.
    """
    spans = places_in(text[:_LONGEST])
    if not spans or not _NATION.match(text):
        return None
    start = spans[0][0]
    done, rest = text[:start], text[start:]
    if not _ENDS.search(done) or _NO_BODY.search(done):
        return None
    place = None
    for _, _, name in places_in(rest[: _branch(done, rest)]):
        if place is None or parent_of(name) == place:
            place = name
    return place


def is_branch(text: str) -> bool:
    """Whether ``text`` begins with a national body's house somewhere, wherever that may be."""
    return bool(_HOUSE.match(text))


def _parted(text: str) -> list[str]:
    """``text`` cut before every place or national body that follows a whole name."""
    names, start, at = [], 0, _FEWEST
    while at < len(text) - 1:
        done, rest = text[start:at], text[at:]
        if len(done) >= _FEWEST and _ENDS.search(done) and _begins(rest):
            branch = _branch(done, rest)
            if not branch:
                names.append(done)
                start = at
            at += branch or _FEWEST
        else:
            at += 1
    return [*names, text[start:]]


def _begins(text: str) -> bool:
    if _NATION.match(text):
        return True
    spans = places_in(text[:10])
    return bool(spans) and spans[0][0] == 0 and bool(re.search(_END, text))


def _branch(done: str, rest: str) -> int:
    """How many characters of ``rest`` belong to the body ``done`` as the name of its branch."""
    spans = places_in(rest[:10])
    if not _NATION.match(done) or places_in(done) or not spans or spans[0][0] != 0:
        return 0
    match = _BRANCH.match(rest, spans[0][1])
    return match.end() if match else 0
