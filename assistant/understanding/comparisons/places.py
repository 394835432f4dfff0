"""What a question asks of each of the places it sets side by side.

“信用这块，上海怎么记，厦门怎么罚” asks 怎么记 of 上海 and 怎么罚 of 厦门, and 信用 of both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.understanding.asks.intents import UNIT_CUE
from corpus import letters

Mention = tuple[int, int, str]

_CLAUSE = re.compile(r"[，,。；;：:？?！!]+")
# What joins two names, and what leads to the next one.
_JOIN = "[、和与跟及比 ]|(?<!不)同|还是|以及|相对于?|对比|或者?"
_LED = re.compile(rf"(?:{_JOIN}|在|由|对|给|的|那|这|而|(?<!不)是|只有|光|而且)+$")
_LEADING = re.compile(rf"^(?:{_JOIN}|的|那边|这边|那|这|市|两[地市边]|里)+")
# The words of setting side by side; they tell nothing of what is compared.
_FRAME = re.compile(
    r"(?:之间)?(?:到底|究竟)?(?:有|是)?(?:没有|没|无|什么|啥|哪些|何|多大)?(?:的)?(?:不同|区别|差别|差异|不一样|两样|出入|异同)"
    r"(?:之处|的地方|点)?(?:吗|么|没有|没|伐)?(?:是|在|到底在)?(?:哪里|哪儿|哪|什么|啥)?"
    r"|差(?:在|到)?哪(?:里|儿)?|(?:写法|说法|提法|讲法|做法|口径)?(?:是不是|是否|是|都|完全)?(?:一样|相同|一致|一回事|同一回事|一码事)(?:的)?(?:吗|么|不|伐|没)?"
    r"|(?:帮我|请|给我|咱们?)?(?:把)?(?:两边|两地|两家|两个|两份)?(?:拿来|放一起|并排)?(?:比一?比|比一?下|(?<=请)比较|比较一?下|对比一?下|对照一?下|并排说|分清楚?|说说|讲讲)"
    r"|(?:我们?|咱们?)?(?:就|只)?(?:想|要)(?:问|知道|了解|看看?|请教?)?(?=$|[ 比对把])|是(?:.{0,4})?(?:独有|特有)的(?:吗|么)?"
    r"|(?:[两三四几]|各)家(?:单位|部门|文件)?|怎么(?:写|说|规定)的?|(?:的)?文件里|(?:谁|哪[边家个])(?:还|也)?(?:提|写|说)(?:到|了|过)+"
    r"|(?:是)?(?:只有|光|仅|独独|唯独)(?:有)?|还是(?:都|也)有|(?:是不是|是否|是)?[也都](?:有|提|写|讲|给|搞)(?:了|到|的|这个|这条)*(?:吗|么|伐|没有|没|不)?|有没有|搞没搞|(?:写|提|讲)没(?:写|提|讲)"
    r"|(?:这|那)(?:块|条|项|事儿?|件事|方面|一点|个)(?:上)?|这种|那样|同样(?:的|是)?|类似的?"
    r"|(?:哪(?:个城市|座城市|个地方|个市|边|家))(?:的)?(?:政策|办理?)?(?:更|比较)?(?:容易|方便|好办|划算|省事|实在|优惠|松|宽)?"
    rf"|(?:两|几|这俩|俩|各)(?:个|座)?(?:城市|地方|城|市|地|边|头)|{letters.pairs()}|分别|各自?(?=[^种类项])|(?:责任单位)?(?:各自?|分别|都)?是(?:谁|哪[些个家](?![条款项处份]))|责任单位(?:有(?:谁|哪些))?"
)
_EMPTY = re.compile(
    r"[的了吗呢么是在有没这那哪个边里头份条些谁怎样何咋也都还只又讲说写提搞做给办弄放叫归管要能可会吧啊伐不成得着过把被让使用去来一方法什啥几多少天日年长短快慢高低大小厉害严松更最比较如如何为多少负责文件措施政策规定方案]"
)
_CONTENT = 2
# A clause that only tells where to look: “上海厦门都算”, “沪厦文件中是哪些条”.
_WHERE = re.compile(
    rf"(?:都|也|各|全|分别|{letters.pairs()}|两[地市边]|[各两]?个?(?:城市|地方)|文件|政策|措施|规定|通知|[里中上下的是有要]|哪(?:些|几)?[条款项]|几[条款项]|算|查|看|找|列|说|讲|翻|给我?|一[下遍]|出来|[和跟与及、 ]|全国|国家|总署|不[限分])*"
)


@dataclass(slots=True)
class _Told:
    """What clauses say of all places, and what of one alone."""

    shared: list[str] = field(default_factory=list)
    own: dict[str, list[str]] = field(default_factory=dict)


def unframed(text: str) -> str:
    """``text`` without the words of setting side by side, or all of it where nothing is left."""
    plain = _plain(text)
    return plain if has_content(plain) else text


def _plain(text: str) -> str:
    return " ".join(_FRAME.sub(" ", UNIT_CUE.sub(" ", text)).split())


def without_where(text: str, places: Sequence[str]) -> str:
    """``text`` without the clauses that only tell in which of ``places`` to look."""
    kept = [
        clause
        for clause in _CLAUSE.split(text)
        if not _WHERE.fullmatch(_without_names(clause, places))
    ]
    return "，".join(kept)


def _without_names(clause: str, places: Sequence[str]) -> str:
    for place in places:
        clause = clause.replace(place, "")
    return clause


def has_content(text: str) -> bool:
    """Whether ``text`` says what a question is about, not only how it is asked."""
    return sum(map(str.isalnum, _EMPTY.sub("", text))) >= _CONTENT


def asked_of(text: str, mentions: Sequence[Mention]) -> Mapping[str, tuple[str, ...]]:
    """For each place mentioned, what is asked of it, in the ways it may be meant.

    The first way is what all the words say together; a place with words of its own is then asked
    for what all places are asked and these.
    """
    names = tuple(dict.fromkeys(name for _, _, name in mentions))
    told = _told(text, mentions, set(names))
    everything = " ".join([*told.shared, *(word for one in told.own.values() for word in one)])
    asked: dict[str, tuple[str, ...]] = {}
    for name in names:
        own = _plain(" ".join(told.own.get(name, ())))
        shared = _plain(" ".join(told.shared))
        others = " ".join(word for one, words in told.own.items() if one != name for word in words)
        ways = [unframed(everything)]
        if has_content(own) and (has_content(shared) or own not in others):
            ways.append(f"{shared} {own}")
        elif has_content(shared):
            ways.append(shared)
        asked[name] = tuple(dict.fromkeys(" ".join(way.split()) for way in ways if way.strip()))
    return asked


def _told(text: str, mentions: Sequence[Mention], names: set[str]) -> _Told:
    told, start = _Told(), 0
    if _each_before_its_place(text, mentions, names):
        for clause, place in _clauses_with_places(text, mentions):
            told.own.setdefault(place, []).append(clause)
        return told
    for end in [match.start() for match in _CLAUSE.finditer(text)] + [len(text)]:
        _read_clause(
            text, start, end, [one for one in mentions if start <= one[0] < end], told, names
        )
        start = end
    return told


def _clauses_with_places(text: str, mentions: Sequence[Mention]) -> list[tuple[str, str]]:
    """Each clause of ``text`` without its place, and that place; those with one place alone."""
    found, start = [], 0
    for end in [match.start() for match in _CLAUSE.finditer(text)] + [len(text)]:
        inside = [one for one in mentions if start <= one[0] < end]
        if len(inside) == 1:
            ((first, last, place),) = inside
            found.append(
                (f"{text[start:first]} {text[last:end]}".strip("，,。；;：:？?！! "), place)
            )
        start = end
    return found


def _each_before_its_place(text: str, mentions: Sequence[Mention], names: set[str]) -> bool:
    """Whether every place has a clause of its own that says what is asked before naming it.

    “车队是AEO总署给啥，船装AEO的货厦门给啥”.
    """
    if len(mentions) != len(names) or len(names) < 2:
        return False
    clauses = _clauses_with_places(text, mentions)
    starts = [text[: one[0]] for one in mentions]
    before = [_LEADING.sub("", _CLAUSE.split(start)[-1]) for start in starts]
    after = [_CLAUSE.split(text[one[1] :])[0] for one in mentions]
    return (
        len(clauses) == len(names)
        and all(map(has_content, before))
        and not any(map(has_content, map(_plain, after)))
    )


def _read_clause(
    text: str, start: int, end: int, mentions: Sequence[Mention], told: _Told, names: set[str]
) -> None:
    """Add what one clause says: before the first name of all, after a name of that one.

    Names joined without words between them share the words after the last.
    """
    first = mentions[0][0] if mentions else end
    told.shared.append(_LED.sub("", text[start:first]).strip("，,。；;：:？?！! "))
    joined: list[str] = []
    for place, (_, after, name) in enumerate(mentions):
        until = mentions[place + 1][0] if place + 1 < len(mentions) else end
        words = _LEADING.sub("", _LED.sub("", text[after:until]))
        joined.append(name)
        if not words and place + 1 < len(mentions):
            continue
        if set(joined) == names:
            told.shared.append(words)
        else:
            for one in joined:
                told.own.setdefault(one, []).append(words)
        joined = []
