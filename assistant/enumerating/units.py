"""What a unit is responsible for: “贸促会参与的措施”, “只有厦门海关一家负责的是哪几条”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.enumerating.names import called, short_for
from assistant.enumerating.shelf import Entry, fold

_DUTY = re.compile(
    r"负责(?:任|的单位|单位)?|责任(?:单位|部门|方|主体|人)?|主责|担责|牵头(?:单位)?|参与(?:单位)?|参加|配合(?:单位)?|承担|担任|分管|主管|协办|承办|经办|挂.{0,4}[名牌]|署(?:了)?名|点(?:了)?名|落实(?:单位)?"
    r"|(?:要|该|得|来|去|应)(?:干|做|办|管|抓|落实|推进)(?:的)?|(?:干|做|办|管|抓|揽|扛|包|领|分|摊|背)(?:到|了|上|给|着)?(?:的|了)?(?=哪|啥|什么|几|多少)|分(?:到|给|派)|摊(?:到|上|给)|领(?:到|了)"
    r"|(?:的|哪些|什么|啥|些|份|有|件)活儿?|活儿|任务|差事|分工|职责|分内|名下|头上|出力|出面|有份|搭(?:把)?手|一起干|联手|沾边|牵扯到?|牵涉到?|涉及到?|归.{1,10}?(?:干|做|办|管)|由.{1,10}?(?:干|做|办|管|负责|牵头)|在列|只(?:写|列|提)了?|被?(?:列|写|点|算|排)(?:为|成|入|进|作|到|在)(?:了)?|出现"
    r"|管(?:的|着)(?!理|委)|(?:当|作为|作)(?=责任)|(?:单位|部门)(?:里|中)?(?:有|写了?|列了?|含|包括|带)"
)
_ALONE = re.compile(
    r"(?:只有|仅有?|只由|单由|仅由|就|只|光)(?P<unit>.{2,14}?)(?:自己)?(?:一[家个]|独家|单独|独自|自己|单个)(?:单位|部门)?|独家|单独|独自|(?:一[家个])(?:单位|部门)?(?:单独|独自|独立|自己)?(?:负责|管|干|办|扛|承担|牵头)|(?:只有|仅有?|只写了?|只列了?)(?=.{2,14}?(?:负责|的|$))"
)
# The unit named first has the lead.
_LEAD = re.compile(
    r"(?:排|列|写|摆|放)(?:在|到)?(?:第一|头一?|首|最前|前头)(?:[位家个名]|面|头)?|第一(?:[位家个])?(?:责任)?(?:单位|部门|牵头)|(?:责任)?(?:单位|部门)?第一[位家个]|首[位家]|头一[位家个]|打头阵?|领头|领衔|带头|牵头|主责|主办|挂帅"
)
_ALSO = re.compile(r"配合|参与|参加|协[办助同]|一起|共同")
_TOGETHER = re.compile(r"(?:都|共同|一起|同时|联合|一块儿?|合作|联手|均)")
_OR = re.compile(r"或|/|、|还是|以及")
_ENDING = re.compile(r"局|委|办|厅|会|部|行|站|关|区|府|团|司|心|监")
# What is left of asking for duties when the duty itself is taken off.
_FRAME = re.compile(
    r"事项|任务|事情?|工作|活儿?|差事|职责|项目|单位|部门|牵头|负责|参与|配合|责任|落实|推进|同时|共同|联合|一起|一块儿?|单独|独家|独自|自己|加起来|合起来|总共|合计|到底|究竟|主要|具体|名字|[只仅]有|一[家个]|被|由|归"
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
    if not _DUTY.search(text):
        return None
    said = list(_named(fold(text), _units(entries)))
    if not said:
        return None
    groups = [set(units) for _, units in said]
    names = [name for name, _ in said]
    joined = len(groups) > 1 and _TOGETHER.search(text) and not _OR.search(_between(text, names))
    alone = bool(_ALONE.search(text))
    meets = all if joined else any
    found = [
        one
        for one in entries
        if meets(group & set(one.units) for group in groups)
        and (not alone or len(one.units) <= len(groups))
    ]
    if _LEAD.search(text) and not _ALSO.search(text):
        leading = set().union(*groups)
        found = [one for one in found if one.units[0] in leading]
    left = _LEAD.sub(" ", fold_spaces(rest))
    for name in names:
        left = left.replace(name, " ")
    return Duties(tuple(found), _FRAME.sub(" ", _DUTY.sub(" ", left)))


def fold_spaces(text: str) -> str:
    """``text`` folded piece by piece, the gaps kept."""
    return " ".join(fold(one) for one in re.split(r"[\s，,。：:；;？?！!]+", text))


def _units(entries: Iterable[Entry]) -> frozenset[str]:
    return frozenset(unit for entry in entries for unit in entry.units)


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
    left = plain
    for name in sorted(by_name, key=len, reverse=True):
        if name in left:
            left = left.replace(name, " ")
            yield name, frozenset(by_name[name])


def _clips(plain: str) -> set[str]:
    """Stretches of ``plain`` that end like an organisation's name."""
    return {
        plain[start : match.end()]
        for match in _ENDING.finditer(plain)
        for start in range(max(0, match.end() - 8), match.end() - 1)
    }


def _between(text: str, names: Sequence[str]) -> str:
    """The words between the first and the last of ``names``."""
    plain = fold(text)
    places = [plain.find(name) for name in names]
    return text[min(places) : max(places) + 2] if min(places) >= 0 else text
