"""What a unit is responsible for: “贸促会参与的措施”, “只有厦门海关一家负责的是哪几条”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.enumerating.names import called, short_for
from assistant.enumerating.shelf import Entry, fold
from assistant.understanding.scope import without_places
from corpus.jurisdictions import spans_in

_DUTY = re.compile(
    r"负责(?:任|的单位|单位)?|责任(?:单位|部门|方|主体|人)?|主责|担责|牵头(?:单位)?|参与(?:单位)?|参加|配合(?:单位)?|承担|担任|分管|主管|协办|承办|经办|挂.{0,4}[名牌]|署(?:了)?名|点(?:了)?名|落实(?:单位)?"
    r"|(?:要|该|得|来|去|应)(?:干|做|办|管|抓|落实|推进)(?:的)?|(?:干|做|办|管|抓|揽|扛|包|领|分|摊|背)(?:到|了|上|给|着)?(?:的|了)?(?=哪|啥|什么|几|多少)|分(?:到|给|派)|摊(?:到|上|给)|领(?:到|了)"
    r"|(?:的|哪些|什么|啥|些|份|有|件)活儿?|活儿|任务|差事|分工|职责|分内|名下|头上|出力|出面|有份|搭(?:把)?手|一起干|联手|沾边|牵扯到?|牵涉到?|涉及到?|归.{1,10}?(?:干|做|办|管)|由.{1,10}?(?:干|做|办|管|负责|牵头)|在列|只(?:写|列|提)了?|被?(?:列|写|点|算|排)(?:为|成|入|进|作|到|在)(?:了)?|出现"
    r"|管(?:的|着)(?!理|委)|(?:当|作为|作)(?=责任)|(?:单位|部门)(?:里|中)?(?:有|写了?|列了?|含|包括|带)"
    r"|[压派交甩推](?:给|到)|[派领轮](?:了|到)|会签|独[担扛揽]|包办|包揽|[扛担](?:着|了|起)|(?:掏|出)钱|出资|帮(?:得)?(?:上|到|了)|的(?:事儿?|份儿?)(?![项业情故先])|管(?:到|着|了|些)?(?=哪|啥|什么|几)"
)
_ALONE = re.compile(
    r"(?:只有|仅有?|只由|单由|仅由|就|只|光)(?P<unit>.{2,14}?)(?:自己)?(?:一[家个]|独家|单独|独自|自己|单个)(?:单位|部门)?|独家|单独|独自|独[担扛揽]|包办|包揽|(?:一[家个])(?:单位|部门)?(?:单独|独自|独立|自己)?(?:负责|管|干|办|扛|承担|牵头)|(?:只有|仅有?|只写了?|只列了?)(?=.{2,14}?(?:负责|的|$))"
)
# One unit alone is asked for, whichever it is.
_ONE = re.compile(
    r"(?:[只仅就单光](?:是|有|写|列|归|由|给|让|提|需|要|标)*(?:了|着)?)一[个家](?:责任|主管|牵头)?(?:单位|部门|机构)?(?:来|去)?(?:负责|管|办|干|牵头|落实|承担|的|$|[，,。？?])"
)
_UNIT = re.compile(r"单位|部门|机构|负责|牵头|归|由")
# What a unit has issued is a document, none of its duties: “商务委牵头印的两份文件”.
_ISSUED = re.compile(
    r"[^，,。；;：:的]{2,14}(?:牵头|联合|一起|共同)?(?:印发?|发布|制定|出台|下发)的(?=[^，,。；;]{0,4}(?:文件|[份个]|通知|措施|方案|办法))"
)
_ASIDE = re.compile(r"[（(][^）)]*[）)]")
# With the name that an aside explains: “银行保险监管局（以前叫银保监局）”.
_EXPLAINED = re.compile(rf"(?:[^，,。；;：:的\s]*(?:局|委|办|厅|会|部|行))?{_ASIDE.pattern}")
# Right before a unit: what it has no part in.
_WITHOUT = re.compile(
    r"(?:(?<!有)没有?|不(?:归|由|用|含|带|经|找|是|关|涉及|包括|牵涉)|除了?|撇开|排除).{0,3}$"
)
# Where a unit is spoken of, its name in an article counts as well as its part.
_SPOKEN_OF = re.compile(r"牵[扯涉]|涉及|出现|提[到及]|[写讲说]到")
# The unit named first has the lead.
_LEAD = re.compile(
    r"(?:排|列|写|摆|放)(?:在|到)?(?:第一|头一?|首|最前|前头)(?:[位家个名]|面|头)?|第一(?:[位家个])?(?:责任)?(?:单位|部门|牵头)|(?:责任)?(?:单位|部门)?第一[位家个]|首[位家]|头一[位家个]|打头阵?|领头|领衔|带头|牵头|主责|主办|挂帅"
)
_ALSO = re.compile(r"配合|参与|参加|协[办助同]|一起|共同")
_TOGETHER = re.compile(r"(?:都|共同|一起|同时|联合|一块儿?|合作|联手|均)")
_OR = re.compile(r"或|/|、|还是|以及")
_ENDING = re.compile(r"局|委|办|厅|会|部|行|站|关|区|府|团|司|心|监")
# The customs house of the place, where its part is spoken of; else anything is the customs' matter.
_CUSTOMS = re.compile(
    r"(?<=[归由])海关|(?<=没有)海关|海关(?=(?:单独|独自|独家|自己|一家)?(?:负责|牵头|参与|参加|主办|承担|独[担扛]|的(?:事|活|份|任务)|有份|没份|排[在第首头]))"
)
_DEPARTMENT = re.compile(r"(?:主管)?部门")
_ENDS, _STEM = "局委办厅", 6
# What is left of asking for duties when the duty itself is taken off.
_FRAME = re.compile(
    r"事项|任务|事情?|工作|活儿?|差事|职责|项目|单位|部门|牵头|负责|参与|配合|责任|落实|推进|同时|共同|联合|一起|一块儿?|单独|独家|独自|自己|加起来|合起来|总共|合计|到底|究竟|主要|具体|名字|[只仅]有|一[家个]|被|由|归|[他它](?:俩|们)|谁"
)


@dataclass(frozen=True, slots=True)
class Duties:
    """The entries a unit has a part in, and the question without the units and their duties."""

    entries: tuple[Entry, ...]
    rest: str


def duties(text: str, rest: str, entries: Sequence[Entry]) -> Duties | None:
    """What the units that ``rest`` names have to do; ``None`` where it asks for no such thing.

    ``rest`` is ``text`` without the words that tell the documents.
    """
    text, rest = _ISSUED.sub(" ", text), _ISSUED.sub(" ", rest)
    if not (_DUTY.search(text) or _LEAD.search(text)):
        return None
    said = _units_named(text, entries)
    if not said:
        return _of_one(text, rest, entries)
    names = [name for name, _ in said]
    found = _taking_part(text, said, entries)
    left = _LEAD.sub(" ", fold_spaces(_EXPLAINED.sub(" ", rest)))
    for name in names:
        left = left.replace(name, " ")
    return Duties(tuple(found), _FRAME.sub(" ", _DUTY.sub(" ", left)))


def _taking_part(
    text: str, said: Sequence[tuple[str, frozenset[str]]], entries: Sequence[Entry]
) -> list[Entry]:
    names, groups = [name for name, _ in said], [units for _, units in said]
    if _left_out(text, names):
        of = {one.policy_id for one in entries if one.units}
        every = frozenset[str]().union(*groups)
        return [one for one in entries if one.policy_id in of and not every & set(one.units)]
    joined = len(groups) > 1 and _TOGETHER.search(text) and not _OR.search(_between(text, names))
    alone = bool(_ALONE.search(text))
    meets = all if joined else any
    spoken_of = names if _SPOKEN_OF.search(text) and not alone else []
    found = [
        one
        for one in entries
        if (
            meets(group & set(one.units) for group in groups)
            or any(name in one.words for name in spoken_of)
        )
        and (not alone or len(one.units) <= len(groups))
    ]
    if _LEAD.search(text) and not _ALSO.search(text):
        leading = frozenset[str]().union(*groups)
        found = [one for one in found if one.units and one.units[0] in leading]
    return found


def _of_one(text: str, rest: str, entries: Sequence[Entry]) -> Duties | None:
    """What any unit does alone, where that is asked for: “只归一个部门管的是哪三项”."""
    if not (_ONE.search(text) and _UNIT.search(text)):
        return None
    found = tuple(one for one in entries if len(one.units) == 1)
    return Duties(found, _FRAME.sub(" ", _DUTY.sub(" ", _ONE.sub(" ", rest))))


def _left_out(text: str, names: Sequence[str]) -> bool:
    """Whether what ``names`` have no part in is asked for: “哪些条没有商务委的事”."""
    plain = fold(text)
    return any(_WITHOUT.search(plain[: plain.find(name)]) for name in names if name in plain)


def fold_spaces(text: str) -> str:
    """``text`` folded piece by piece, the gaps kept."""
    return " ".join(fold(one) for one in re.split(r"[\s，,。：:；;？?！!]+", text))


def _units(entries: Iterable[Entry]) -> frozenset[str]:
    return frozenset(unit for entry in entries for unit in entry.units)


def _units_named(text: str, entries: Iterable[Entry]) -> list[tuple[str, frozenset[str]]]:
    """The names of units in ``text``; what stands in brackets explains one that is named before."""
    units = _units(entries)
    return list(_named(fold(_ASIDE.sub(" ", text)), units)) or list(_named(fold(text), units))


def _named(plain: str, units: Iterable[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The names of units in ``plain``, longest first, with all units of that name."""
    by_name: dict[str, set[str]] = {}
    for unit in units:
        for name in called(unit):
            if name in plain:
                by_name.setdefault(name, set()).add(unit)
    for clip in _clips(plain):
        for unit in units:
            if short_for(clip, unit):
                by_name.setdefault(clip, set()).add(unit)
    for match in _CUSTOMS.finditer(plain):
        by_name.setdefault(match[0], set()).update(one for one in units if one.endswith(match[0]))
    for said, full in _departments(plain):
        for unit in units:
            if full in called(unit) or short_for(full, unit):
                by_name.setdefault(said, set()).add(unit)
    left = plain
    for name in sorted(by_name, key=len, reverse=True):
        if name in left:
            left = left.replace(name, " ")
            yield name, frozenset(by_name[name])


def _clips(plain: str) -> set[str]:
    """Stretches of ``plain`` that end like an organisation's name, more than that of a place."""
    within = {at for start, end, _ in spans_in(plain) for at in range(start + 1, end)}
    return {
        clip
        for match in _ENDING.finditer(plain)
        for start in range(max(0, match.end() - 8), match.end() - 1)
        if start not in within and len(without_places(clip := plain[start : match.end()])) > 1
    }


def _departments(plain: str) -> Iterator[tuple[str, str]]:
    """What ``plain`` calls a department, and what its name may be: 人社部门, 人社局."""
    for match in _DEPARTMENT.finditer(plain):
        for start in range(max(0, match.start() - _STEM), match.start() - 1):
            for end in _ENDS:
                yield plain[start : match.end()], plain[start : match.start()] + end


def _between(text: str, names: Sequence[str]) -> str:
    """The words between the first and the last of ``names``."""
    plain = fold(text)
    places = [plain.find(name) for name in names]
    return text[min(places) : max(places) + 2] if min(places) >= 0 else text
