"""What one side has and the other lacks: “厦门有上海没有的是哪些政策”, “哪些是厦门独有的”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding.model import Contender

# A place or document by its place in the list of those named, and what may follow its name.
_FIRST = 0xE000
_SIDE = r"[\ue000-\ue00f](?:市|政府)?(?:这边|那边|自己)?(?:的?(?:aeo)?(?:文件|政策|措施|方案|那份|规定))?(?:里面?|中)?"
_WHAT = "(?:什么|啥|哪些|哪几[条项个]|些什么)"
_BUT = "[,，、]?(?:而|但是?|可是?|却|是|偏偏)*"
_HAS_LACKS = re.compile(
    rf"(?P<has>{_SIDE})(?:有没有|有)(?:{_WHAT}(?P<what>[^,，。；;？?\ue000-\ue00f没有]{{0,6}}?))?(?:是|的)*{_BUT}(?P<lacks>{_SIDE})(?:却|就|都|还)*(?:没有?|无)(?:写|提|给|规定)*"
)
_LACKS_HAS = re.compile(
    rf"(?P<lacks>{_SIDE})(?:却|就|都|还)*没有?的?{_BUT}(?P<has>{_SIDE})(?:却|就|才|都)*有(?:写|提|给)*(?=的|[,，。？?]|$)"
)
_MORE = re.compile(
    rf"(?P<has>{_SIDE})(?:相?比|较)(?P<lacks>{_SIDE})(?:都|还)*(?P<way>多|少)(?:了|出来?|给)*(?={_WHAT}|的)"
    rf"|[跟和与同](?P<lacks2>{_SIDE})[相对]?比(?:起来|较|的话)?[,，]?(?P<has2>{_SIDE})(?:都|还)*(?P<way2>多|少)(?:了|出来?|给)*(?={_WHAT}|的)"
)
_ALONE = re.compile(
    rf"(?P<has>{_SIDE})(?:才|单独)?(?:独有|特有|独家|独一份)(?:有)?|(?:只有|唯独)(?P<only>{_SIDE})才?有(?=的)"
)
_BETWEEN = re.compile(
    rf"(?P<has>{_SIDE})[和与跟同、](?P<lacks>{_SIDE})(?:[相对]?比(?:起来|较)?)?(?:的|到底|究竟|都|之间)*(?:aeo|高级认证企业?)?的?(?:政策|措施|文件|规定)?(?:上|里)?(?:的|到底|究竟|都)*"
    rf"(?:(?:有|是)?{_WHAT}(?:地方|内容)?(?:不一样|不同|区别|差别|差异|差)|(?:不同|区别|差别|差异|不一样)(?:之处|的地方)?(?:都|主要)?(?:有|是|在)(?:{_WHAT}|哪里?|哪儿))(?:的?地方|之处|的)?"
)
# One of these stands in any such question.
_CUE = re.compile("没|无|多|少|独|特有|不一样|不同|区别|差|只有")
_COMPARED = re.compile("[和与跟同]? *(?:相比|对比|相较|比起来)(?:起来|之下|而言)?")
_LISTS = re.compile(
    r"哪|什么|啥|列|的[。？?呢啊呀]*$|的[^，,。；？?]{0,8}(?:政策|措施|规定|条款|支持|优惠|便利)"
)
_WHETHER = re.compile(
    r"[吗嘛][？?。]*$|还是|是不是|是否|对[吧不]|怎么|如何|为什么|多少|几[天年个]|谁|部门|单位"
)
_REVERSED = re.compile(
    r"^(?:那|那么|再|如果|要是)*把?(?:反过来|倒过来|反之|反着|反向|换过来|调过来)(?:呢|看|说|问|是|的话|比|有|的|哪些|什么|啥|一下)*[？?。]*$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A place or documents, and where the question names them."""

    start: int
    end: int
    side: Contender


@dataclass(frozen=True, slots=True)
class Difference:
    """What ``has`` has and ``lacks`` does not is asked for; every other side where ``lacks`` is none.

    ``mutual`` when the reverse is asked for too; ``rest`` are the words besides, such as a subject.
    """

    has: Contender
    lacks: Contender | None
    rest: str
    mutual: bool = False


def may_differ(text: str) -> bool:
    """Whether it is worth looking for names in ``text``: it may ask for a difference."""
    return bool(_CUE.search(text)) and not _WHETHER.search(text)


def is_reversed(text: str) -> bool:
    """Whether ``text`` asks what the turn before did, the other way round."""
    return bool(_REVERSED.match(text))


def reverse(one: Difference) -> Difference:
    """The same question the other way round; the same one where no other side is named."""
    return one if one.lacks is None else Difference(one.lacks, one.has, one.rest, one.mutual)


def difference_in(text: str, named: Sequence[Named]) -> Difference | None:
    """The difference that the normalised ``text`` asks for; ``None`` where it asks for none."""
    sides = list(dict.fromkeys(one.side for one in named))
    if not 1 <= len(sides) <= 2 or not may_differ(text):
        return None
    plain = _marked(text, named, sides)
    for pattern in (_HAS_LACKS, _LACKS_HAS, _MORE, _ALONE, _BETWEEN):
        found = pattern.search(plain)
        if found and (pattern in (_MORE, _BETWEEN) or _LISTS.search(plain)):
            return _read(found, plain, sides)
    return None


def _marked(text: str, named: Sequence[Named], sides: Sequence[Contender]) -> str:
    """``text`` with one character for each name, the same for the same side."""
    for one in sorted(named, key=lambda each: -each.start):
        text = f"{text[: one.start]}{chr(_FIRST + sides.index(one.side))}{text[one.end :]}"
    return text


def _read(found: re.Match[str], plain: str, sides: Sequence[Contender]) -> Difference | None:
    said = {name.rstrip("2"): one for name, one in found.groupdict().items() if one}
    has = sides[ord((said.get("has") or said["only"])[0]) - _FIRST]
    lacks = sides[ord(said["lacks"][0]) - _FIRST] if "lacks" in said else None
    if lacks is None:  # “和甲市相比乙市独有的”
        lacks = next((one for one in sides if one != has), None)
    if has == lacks:
        return None
    rest = re.sub("[\ue000-\ue00f]", " ", plain.replace(found[0], f" {said.get('what', '')} "))
    rest = _COMPARED.sub(" ", rest)
    told = Difference(has, lacks, rest, mutual=found.re is _BETWEEN)
    return reverse(told) if said.get("way") == "少" else told
