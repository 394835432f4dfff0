"""What a question asserts of a rule besides figures: “必须先交材料，对吧”, “归财政局管，没错吧”.

A strong word, or who is in charge, that is asserted and stands in no word of the rule is named as not
written there. Nothing else is told of it: whether it holds all the same, no document says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.understanding.figures.claimed import CONFIRMS

_CONFIRMED = re.compile(rf"{CONFIRMS.pattern}|听说|据说|都说|有人说|吧[？?。！!]*$")
# A strong word, and the words of a rule that say as much.
_STRONG: tuple[tuple[str, str], ...] = (
    (r"必须|非得|非要|强制|硬性|一定要|务必", r"必须|须|应当|务必|强制|不得|要求|应(?![用急对链])"),
    (
        r"一定(?:能|给|可以|会|有)|肯定(?:能|给|可以|会|有)|保证(?:能|给|会)|百分之?百|必然|必定",
        r"保证|确保|必然|必定|一定(?:能|可以)|应当",
    ),
    (
        r"谁都|任何(?:企业|公司|单位|人)|所有(?:企业|公司|单位|人)|每(?:个区|一?家)|不管(?:什么|哪)|无条件|随便(?:哪|什么)",
        r"任何|所有|全部|各[区类级]|每|一律|均|不限",
    ),
    (r"自动(?!化)", r"自动"),
    (r"免费|不要钱|不收钱|不花钱|不收费", r"免费|免收|免征|免缴|减免|不收|免除|不得收"),
    (r"永久|永远|终身|长期有效", r"永久|长期|终身"),
    (r"当场|当天就|马上就|立刻|立即", r"当场|当[日天]|即时|立即|及时|第一时间|优先"),
)
_PATTERNS = tuple((re.compile(said), re.compile(told)) for said, told in _STRONG)
_OFFICE = r"(?![在到去归由是])(?:(?![和与及或跟])[\u4e00-\u9fff]){2,6}?(?:局|委|委员会|署|厅|贸促会|海关)(?![员托])|海关"
_CHARGED = re.compile(
    rf"(?:归|由|是|得|找|向|属)在?(?P<before>(?:{_OFFICE}))(?:来|在|负责|管|牵头|主管|弄|办|搞|说了算|给写|出具?)"
    rf"|(?:归|属)(?P<after>(?:{_OFFICE}))(?:管|办)?"
)
# In these the customs are no office that is in charge.
_STATUS = re.compile(r"海关(?:高级认证|认证|特殊监管|信用)")


@dataclass(frozen=True, slots=True)
class Asserted:
    """Words asserted of a rule, and whether the words of one say as much."""

    words: str
    written_in: Callable[[str], bool]


def asserted_in(text: str) -> tuple[Asserted, ...]:
    """What ``text`` asserts; nothing where it does not ask whether it is so."""
    if not _CONFIRMED.search(text):
        return ()
    return (*_strong(text), *_charged(text))


def _strong(text: str) -> Iterator[Asserted]:
    for said, told in _PATTERNS:
        match = said.search(text)
        if match is not None:
            yield Asserted(match.group(), _holding(told))


def _holding(told: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda words: told.search(words) is not None


def _charged(text: str) -> Iterator[Asserted]:
    for match in _CHARGED.finditer(text):
        office = match["before"] or match["after"]
        yield Asserted(office, _naming(office))


def _naming(office: str) -> Callable[[str], bool]:
    """Whether an office is named, in full or shortened (财政局 of 市财政局, 发改委 of 发展改革委)."""
    in_order = re.compile(r"[^\s、，。；（）]*?".join(map(re.escape, office)))
    return lambda words: in_order.search(_STATUS.sub("", words)) is not None
