"""Follow-ups made self-contained from the earlier turns of the same user.

Three shapes are told apart: a change of place (“那厦门呢？”) keeps the earlier question and
swaps the place; a new aspect (“哪个部门管？”) keeps the earlier topic and asks the new thing;
anything with a topic of its own stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_OPENING = re.compile(
    r"^(?:那么?|那要是|那如果|然后|还有|另外|再问一下|再问下|再问|此外|接着|请问|嗯|哦|好的?|噢|哎|对了|ok)+[，,、 ]*",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"(?:呢|啊|呀|吗|嘛|么|吧|哈|啦|的)*[？?！!。.，, ]*$")
_ANAPHORA = re.compile(
    r"这(?:个|些|项|条|件|一?条|里|样|种|方面|事|份|边)?|那(?:个|些|项|条|样|种|份|边)|它们?|他们|其(?:中|他|它)?|该(?:项|条|政策|措施|文件|企业)?"
    r"|上(?:述|面)|前(?:面|者)|后者|刚才|同样|一样|类似|两(?:个|者|边)|还有别的|另外|也(?:是|有|能|可以|一样)?"
)
# Question words and function words: what is left after them is a topic of its own.
_FRAME = re.compile(
    r"哪个|哪些|哪家|哪里|哪儿|什么样|什么时候|什么|怎么样|怎么办|怎么|如何|为什么|谁|几个?|多少钱?|多久|多长|时间|是否|是不是|有没有|能不能"
    r"|可以|需要|部门|单位|负责|责任|主管|牵头|管|找|条件|要求|具体|依据|规定|政策|文件|措施|企业|公司|我们|咱们|你们|我|您|你|有|是|在|的|了|呢|吗|么"
    r"|啊|吧|要|能|会|得|办理|办|给|请|说|讲|做|去|来|到|就|都|和|与|或|跟|对|从|把|被|让|还|再|又|最|更|很|大概|一般|平均|工作日|天|年|月"
    r"|第[0-9一二三四五六七八九十百]+[条款项]|那边|这边|情况|算|行|呀|哈|哦|嗯|，|。|？|\?|,|！|!|、| "
)
_TOPIC_OWN = 4


@dataclass(frozen=True, slots=True)
class Resolved:
    """The self-contained question, the words that carry its topic, and whether it was a follow-up."""

    text: str
    topic: str
    is_follow_up: bool


def resolve(
    question: str, history: Sequence[str], places: Callable[[str], Sequence[str]]
) -> Resolved:
    """``question`` made self-contained; ``places`` gives the surface place names of a text."""
    earlier = [turn.strip() for turn in history if turn.strip()]
    if not earlier:
        return Resolved(question, question, False)
    previous = resolve(earlier[-1], earlier[:-1], places)
    core = _CLOSING.sub("", _OPENING.sub("", question.strip()))
    named = places(core)
    rest = _without(core, named)
    if named and not _content(_ANAPHORA.sub("", rest)):
        swapped = _swap_places(previous, named, places)
        text = swapped if not _asks_something(rest) else f"{swapped}，{core}"
        return Resolved(text, swapped, True)
    if _leans(question, core, rest):
        topic = previous.topic if not named else _swap_places(previous, named, places)
        return Resolved(f"{_bare(topic)}，{core}？", f"{_bare(topic)} {rest}".strip(), True)
    inherited = "" if named else "".join(places(previous.text)[:1])
    text = f"{inherited}：{question}" if inherited else question
    return Resolved(text, question, bool(inherited))


def _leans(question: str, core: str, rest: str) -> bool:
    """Whether the words need the earlier turns to be understood."""
    own = _content(_ANAPHORA.sub("", rest))
    if len(own) < _TOPIC_OWN:
        return True
    opened = bool(_OPENING.match(question.strip()))
    return len(own) < 2 * _TOPIC_OWN and (opened or bool(_ANAPHORA.search(core)))


def _content(text: str) -> str:
    return re.sub(r"[\W_]", "", _FRAME.sub("", text))


def _asks_something(rest: str) -> bool:
    """Whether the words beside the place ask a new thing, rather than repeat the old one."""
    return len(re.sub(r"[\W_]", "", _ANAPHORA.sub("", rest))) >= 3


def _without(text: str, names: Sequence[str]) -> str:
    for name in names:
        text = text.replace(name, "")
    return text


def _bare(text: str) -> str:
    return text.rstrip("？?。！!，, ")


def _swap_places(
    previous: Resolved, named: Sequence[str], places: Callable[[str], Sequence[str]]
) -> str:
    """The earlier question with its place names replaced by ``named``."""
    text = previous.text
    old = places(text)
    place = "和".join(named)
    if not old:
        return f"{place}：{text}"
    first, *others = old
    text = text.replace(first, place, 1)
    return _without(text, [name for name in others if name not in named])
