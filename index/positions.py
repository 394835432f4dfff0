"""Articles told by where they stand: “最后一条”, “倒数第二条”, “头一条”, “第二部分的第一条”, “二（三）21”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.parsing.numerals import to_int

NUMBER = r"(?:\d{1,4}|[〇零一二三四五六七八九十百千两]{1,9})"
_MOST = 10
"""So many articles at most are told at once by their place (“前三条”)."""

_UNIT = r"(?:条(?!件)款?|款|项|点|则)(?:措施|规定|举措|内容|条款)?|个?(?:措施|条款|举措)"
_ONE = r"(?:的|那|这)?\s*(?:[一1])?\s*个?\s*"
_END = r"(?:最最?后面?|最最?末尾?|最终|最尾|最底下|最下面|末尾|末了|结尾|收尾|收官|压轴|殿后|垫底|尾巴|末|尾)"
_FROM_END = (
    r"(?:倒着?数?|反着?数|往回数|(?:从|由)(?:最后|末尾|结尾|后面|后边|后头|后|尾巴?)(?:面|边|头)?"
    r"(?:往|向|朝)?(?:前面?|上)?(?:倒着?)?(?:数|算|看)?过?来?)\s*"
)
_BEGINNING = r"(?:开头|开篇|打头|起头|起首|排头|最前面?|最前头|最先|最开头|最开始|最上面)"
# After a unit that counts other things too, only words that ask what is written may follow.
_WRITTEN = (
    r"(?=\s*(?:$|[,.;:?!。，；：？！、)(“\"]|的?(?:是|说|讲|写|提|规定|内容|怎么|怎样|什么|啥|原文|全文|"
    r"具体|到底|念|读|发|给|呢|吗|在|有|那个|这个|帮|关于|请|麻烦)))"
)
_COUNTED = r"(?!航线|线路|生产线|跑道|路线|腿|船|街|河|鱼|路|建议|意见|理由)"
RELATIVE = (
    rf"(?:{_FROM_END}|{_END})\s*第\s*(?P<backward>{NUMBER})\s*个?\s*(?:(?:{_UNIT}){_COUNTED}|{_WRITTEN})"
    rf"|(?:倒数|{_END}|后)(?:的|那|这)?\s*(?P<last>{NUMBER})\s*个?\s*(?:{_UNIT}){_COUNTED}"
    rf"|(?P<end>{_END}){_ONE}(?:{_UNIT}){_COUNTED}"
    rf"|(?!前\s*[一1]\s*[条项])(?:头|首|开头|最?前面?)(?:的|那|这)?\s*(?P<first>{NUMBER})\s*个?\s*(?:{_UNIT}){_COUNTED}"
    rf"|(?P<beginning>首|{_BEGINNING}){_ONE}(?:{_UNIT}){_COUNTED}"
)
_SURE_UNIT = re.compile(r"(?:条款?|条(?:措施|规定|举措|内容|条款)|措施|条款|举措)\Z")
WRITTEN = re.compile(_WRITTEN)

_KIND = r"大?(?:部分|板块|版块|块|章节|章|节|大类|类别|类|方面|大项|大点|大条|篇章|篇|单元|大段|编|模块|标题)"
# Possessive, like the steps below: whatever is typed is read once, never tried in every split.
_IN = r"(?:里面|里头|下面|底下|当中|其中|[的里中下之内,，:：·\-、\s那这])*+"
_STEP = (
    rf"第\s*\(?\s*(?P<nth>{NUMBER})\s*\)?\s*个?\s*{_KIND}"
    rf"|倒数第\s*(?P<nth_last>{NUMBER})\s*个?\s*{_KIND}"
    rf"|(?P<last_one>{_END}){_ONE}{_KIND}"
    rf"|(?P<first_one>头|首|{_BEGINNING}){_ONE}{_KIND}"
    rf"|(?:部分|板块|版块|章节|模块)\s*(?P<named>{NUMBER})(?!\s*条)"
    r"|(?<![\d一二三四五六七八九十百千第])(?P<outer>[一二三四五六七八九十]{1,3})(?=[、.]?\s*(?:\(|\Z))"
    r"|第?\s*\(\s*(?P<inner>[一二三四五六七八九十]{1,3})\s*\)(?:部分|类|块|节)?"
)
_CHAPTERS = re.compile(rf"(?:(?>{re.sub(r'[?]P<[a-z_]+>', '?:', _STEP)}){_IN})+\Z")
_STEPS = re.compile(_STEP)
_SAID = re.compile(_KIND)
_ALONE = re.compile(r"[一二三四五六七八九十]{1,3}[、.\s]*")


@dataclass(frozen=True, slots=True)
class Chaptered:
    """The chapters named right before an article: where their words begin, and the way down.

    Each step counts among the chapters of its level, from the end where it is negative. ``words``
    are said of chapters alone (第九章); those that may be an article's label (（七）) are left out.
    """

    start: int
    steps: tuple[int, ...]
    words: str


def positions_in(groups: dict[str, str | None]) -> tuple[int, ...]:
    """The positions that a match of ``RELATIVE`` tells; from the end where they are negative."""
    if backward := groups["backward"]:
        return (-to_int(backward),)
    if last := groups["last"]:
        return tuple(range(-min(to_int(last), _MOST), 0))
    if first := groups["first"]:
        return tuple(range(1, min(to_int(first), _MOST) + 1))
    if groups["end"]:
        return (-1,)
    return (1,) if groups["beginning"] else ()


def of_articles(words: str) -> bool:
    """Whether ``words`` count articles by a word that counts little else (条, not 项 or 点)."""
    return bool(_SURE_UNIT.search(words))


def chapters_before(plain: str, start: int) -> Chaptered | None:
    """The chapters that the words right before ``start`` name by their number."""
    match = _CHAPTERS.search(plain, 0, start)
    # “二（三）”: a numeral alone is a chapter's only where a bracketed one follows.
    if match is None or (_ALONE.fullmatch(match[0]) and plain[start] != "("):
        return None
    steps = [_step(step.groupdict()) for step in _STEPS.finditer(plain, match.start(), start)]
    said = [
        step[0] for step in _STEPS.finditer(plain, match.start(), start) if _SAID.search(step[0])
    ]
    return Chaptered(match.start(), tuple(steps), "".join(said))


def chapter_in(plain: str) -> tuple[int, ...]:
    """The way down to the chapter that a text names by its number, empty where it names none."""
    steps = (step for step in _STEPS.finditer(plain) if _SAID.search(step[0]))
    return tuple(_step(step.groupdict()) for step in steps)


def chapter_words(plain: str) -> str:
    """The words in which a text names a chapter by its number."""
    return "".join(step[0] for step in _STEPS.finditer(plain) if _SAID.search(step[0]))


def _step(groups: dict[str, str | None]) -> int:
    forward = groups["nth"] or groups["named"] or groups["outer"] or groups["inner"]
    if forward:
        return to_int(forward)
    if groups["nth_last"]:
        return -to_int(groups["nth_last"])
    return -1 if groups["last_one"] else 1
