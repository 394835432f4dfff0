"""Two subjects that a question sets side by side: “特殊物品快还是动植物快”.

What the subjects are is told from the grammar alone and may be wrong; whoever uses them must see
that each leads to an article of its own.
"""

from __future__ import annotations

import re

from assistant.understanding.comparisons.places import has_content, unframed
from assistant.understanding.model import Contender
from assistant.understanding.scope import without_places

_CLAUSE = re.compile(r"[，,。；;：:？?！!]+")
_JOINED = re.compile(
    r"(?<!总)和(?![平谐])|与(?!其|否)|跟(?!着|踪|单)|(?<![不相共会合一等如])同(?![比样时类等意步行线标质一])|、|以及|(?<![占配环同])比(?![例率较重一如方照对列达实起])"
)
_OR = re.compile(r"还是|或者")
# A judgement said of each: 快还是……快.
_GRADE = re.compile(
    r"(?:比较|更|最|要|得|会)?(?:快|慢|长|短|高|低|多|少|早|晚|严|松|久|好办|省事|划算|优惠|宽|窄|大|小)(?:一?些|一?点儿?)?(?:呢|呀|啊)?$"
)
# Where the second subject ends and the question begins.
_ASKED = re.compile(
    r"(?:之间)?(?:到底|究竟)?(?:分别|各自|各(?![种类项级地])|哪|谁|有(?:什么|啥|何|没有|无|多)|区别|差别|差异|不同|异同|差(?:几|多|在|哪)|是(?:不是|否|同?一)|一(?:回|码)事|不?一样|相同|怎么|如何|咋|都(?:是|要|有)|几|多少|相比|比起来|比一|对比)"
)
_LEAD = re.compile(
    r"^(?:那么?|请问|问一?下|想问|同样是|同样的?|在|把|就|是|我们?|你们?|咱们?|关于|对于?|给)+"
)
_TAIL = re.compile(r"(?:的|呢|啊|这个|那个|这两[个种类]|两者|这块|方面)+$")
# Who or when it is compared with is no subject of its own: “比别家快”, “跟以前比”.
_NO_SUBJECT = re.compile(
    r"^(?:别|其[他它余]|以[前往]|之前|原来|原先|平[时常]|普通|一般|非|正常|同行|人家|过去|现在|去年|今年|从前|同类|我|你|他|谁|哪|什么|自己|大家|预期|标准)"
)
# “A类”, “第二档”: what follows the other one's letter belongs to both.
_CLASSED = re.compile(r"^\w{1,2}[类级档种型批期]$")
# The measure that a judgement is about.
_MEASURED = (
    (r"快|慢|久|早|晚|几[天年]", "办理时限几天"),
    (r"[长短]", "期限多长"),
    (r"[高低]", "比例降低多少"),
)
_TWICE = re.compile(
    r"^(?P<one>.{2,40}?)(?P<asked>要?(?:几个?(?:工作日|小时|天|年|月)|多久|多少天?|多长时间|怎么[办算走申报]|如何[办算]|找谁|归谁管?|谁管|谁负责))"
    r"[，,、；; ](?P<other>[^，,。；;]{2,18}?)又?(?P=asked)"
)
_LONGEST = 16


def subjects_of(text: str) -> tuple[Contender, ...]:
    """The two subjects that ``text`` compares, each with what is asked of it; empty for none."""
    plain = without_places(text)
    for find in (_either, _repeated, _joined):
        pair = find(plain)
        if pair is not None:
            first, second, rest = pair
            return (_contender(first, second, rest), _contender(second, first, rest))
    return ()


def _contender(one: str, other: str, rest: str) -> Contender:
    """The subject ``one`` beside ``other``: by its own words, and with the head they share.

    With what is asked of both where that says more; what is faster is asked how long it takes.
    """
    measure = next((noun for cue, noun in _MEASURED if re.search(cue, rest)), "")
    rest = f"{unframed(rest) if has_content(rest) else ''} {measure}".strip()
    head = _shared_head(one, other)
    return Contender(
        one, asked=tuple(dict.fromkeys((f"{one}{head} {rest}".strip(), f"{one}{head}")))
    )


def _shared_head(one: str, other: str) -> str:
    """What ``other`` goes on with after the character on which ``one`` ends: A类 / B类许可证 → 许可证."""
    if not _CLASSED.search(one):
        return ""
    place = other.find(one[-1])
    return other[place + 1 :] if 0 <= place < len(other) - 1 and len(one) <= place + 2 else ""


def _repeated(text: str) -> tuple[str, str, str] | None:
    """A and B of “A几天，B几天”, and the other words."""
    match = _TWICE.search(text)
    if match is None:
        return None
    before, first = _last_clause(match["one"])
    pair = _pair(first, match["other"])
    return (*pair, f"{before} {match['asked']} {text[match.end() :]}") if pair else None


def _either(text: str) -> tuple[str, str, str] | None:
    """A and B of “A快还是B快”, and the other words."""
    for match in _OR.finditer(text):
        before, first = _last_clause(text[: match.start()])
        second, after = _first_clause(text[match.end() :])
        grade = _GRADE.search(second)
        if grade is None:
            continue
        pair = _pair(_GRADE.sub("", first), _GRADE.sub("", second))
        if pair:
            return (*pair, f"{before} {after} {grade[0]}")
    return None


def _joined(text: str) -> tuple[str, str, str] | None:
    """A and B of “A和B有什么区别”, and the other words."""
    for match in _JOINED.finditer(text):
        before, first = _last_clause(text[: match.start()])
        second, after = _first_clause(text[match.end() :])
        asked = _ASKED.search(second)
        asking = second[asked.start() :] if asked else ""
        pair = _pair(first, second[: asked.start()] if asked else second)
        if pair and (asked or _ASKED.search(after)):
            return (*pair, f"{before} {asking} {after}")
    return None


def _pair(first: str, second: str) -> tuple[str, str] | None:
    one, other = (_TAIL.sub("", _LEAD.sub("", words.strip())) for words in (first, second))
    fitting = all(2 <= len(words) <= _LONGEST and has_content(words) for words in (one, other))
    if not fitting or one == other or any(map(_NO_SUBJECT.search, (one, other))):
        return None
    return one, other


def _last_clause(text: str) -> tuple[str, str]:
    """``text`` before its last clause, and that clause."""
    ends = [match.end() for match in _CLAUSE.finditer(text)]
    return (text[: ends[-1]], text[ends[-1] :]) if ends else ("", text)


def _first_clause(text: str) -> tuple[str, str]:
    """The first clause of ``text``, and what follows it."""
    end = _CLAUSE.search(text)
    return (text[: end.start()], text[end.end() :]) if end else (text, "")
