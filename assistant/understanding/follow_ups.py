"""Follow-ups made self-contained from the earlier turns of the same user.

Three shapes are told apart: a change of place (“那厦门呢？”) keeps the earlier question and
swaps the place; a new aspect (“哪个部门管？”) keeps the earlier topic and asks the new thing;
anything with a topic of its own stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.understanding.asked_of_documents import DOCUMENT_WORD, document_facts
from assistant.understanding.calls import telling
from assistant.understanding.shifts import after_dropping, correction, meant, replaced, without_slip
from assistant.understanding.standing import complete, own_place
from assistant.understanding.swapping import Places, bare, swap_places, without
from assistant.understanding.wholes import asks_whole, subject_before
from corpus.parsing.numerals import to_int

_OPENING = re.compile(
    r"^(?:那么?|那要是|那如果|然后|还有(?!效)|另外|再问一下|再问下|再问|此外|接着|请问|嗯|哦|好的?|噢|哎|对了|ok)+[，,、 ]*",
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
    r"|做|由|归|该|这块|块|第[0-9一二三四五六七八九十百]+(?:条|款|项|个|点)?|条件|再念一遍|再说一遍|念|读|一遍|自己|方案|里面|里|当地|那边|这边|情况|算|行|呀|哈|哦|嗯|，|。|？|\?|,|！|!|、| "
)
_TOPIC_OWN = 4
# What may stand beside a new place without asking anything new.
_NEUTRAL = re.compile(
    r"怎么|如何|咋|样|规定|做|说|讲|办|支持|是|这|那|块|方面|情况|政策|措施|自己|方案|文件|里|的|呢|有没有|有|类似|也|同样|一样|吗|么|嘛|对应|相应|同类|边|呀|啊|要是|如果|假如|换成|换到|放在|搬到|我们?|咱们?|在|公司|企业"
)
# Where it is written is told with every answer.
_SOURCE = re.compile(
    r"第几[条项款]|(?:是|在)?哪(?:一|几)?[条项款](?!件)|(?:出自|来自|写在)?哪(?:一)?(?:份|个)文件|出处|依据(?:是|在)(?:什么|哪)|原文(?:是|在)?(?:什么|哪)"
)
_ASKING = re.compile(
    r"几|多少|多久|什么|啥|哪|谁|吗|么|能不能|有没有|是不是|怎么|如何|咋|要不要|为什么"
)
_ELLIPTIC = re.compile(r"呢[？?。 ]*$")
_QUOTED = re.compile(r"[“\"]([^”\"]{2,12})[”\"]")
_NOUN = 2
# A longer noun is a subject by itself.
_NOUN_MOST = 6
_ARTICLE = re.compile(
    r"第\s*[0-9０-９一二三四五六七八九十百]+\s*条|[（(][一二三四五六七八九十]+[）)]"
)
# An article told by its place in the order: “最后一条呢” after a question for another one.
_PLACED = re.compile(
    rf"{_ARTICLE.pattern}|倒数第\s*[0-9一二三四五六七八九十]+\s*[条项点]"
    r"|(?:最后|最末|末尾|末|头|首)[的那这]?一?[条项点]"
)
_NEIGHBOUR = re.compile(r"(?P<before>前|上)一?[条项]|(?<!最)(?:后|下)一?[条项]")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question made self-contained.

    ``text`` is the whole of it, ``topic`` the words to search with, ``asks`` the words that tell
    what is wanted: for a new aspect those are the follow-up's own. ``before`` is the topic
    of the question before, ``turn`` the noun that the caller turns to (“那查验呢？”).
    """

    text: str
    topic: str
    asks: str
    is_follow_up: bool
    inherited: str = ""
    before: str = ""
    turn: str = ""


def resolve(question: str, history: Sequence[str], places: Places) -> Resolved:
    """``question`` made self-contained; ``places`` gives the surface place names of a text."""
    return _after(question, telling(history), places)


def _after(question: str, earlier: Sequence[str], places: Places) -> Resolved:
    """``question`` after the ``earlier`` turns that tell what the call is about."""
    if not earlier:
        return Resolved(question, question, question, False)
    last = _after(earlier[-1], earlier[:-1], places)
    bare = len(own_words(_OPENING.sub("", question))) < _NOUN
    previous = _with_before(last, earlier[-1]) if bare else last
    left = after_dropping(question)
    if left is not None:
        return _alone(left, previous, places)
    if asks_whole(question):
        return _whole(previous)
    if complete(question, own_words(question)):
        return _alone(question, previous, places, own=True)
    right = _put_right(question, previous, places)
    if right is not None:
        return right
    return replace(_resolved(without_slip(question), previous, places), before=previous.topic)


def _with_before(last: Resolved, turn: str) -> Resolved:
    """The ``last`` turn with what it may leave out of the one before it.

    “开了能用哪些场景” has words of its own, and still goes on about the account.
    """
    leaning = last.is_follow_up and not last.inherited
    if leaning or not last.before or len(own_words(turn)) >= 2 * _TOPIC_OWN:
        return last
    return replace(last, topic=f"{last.topic} {last.topic} {last.before}")


def _resolved(question: str, previous: Resolved, places: Places) -> Resolved:
    core = _CLOSING.sub("", _OPENING.sub("", question.strip()))
    core, named = meant(core, places(core))
    rest = without(core, named)
    if named and DOCUMENT_WORD.search(core) and document_facts(core):
        return Resolved(question, question, question, False)
    if _SOURCE.search(core) and len(own_words(_SOURCE.sub("", rest))) < _NOUN:
        return Resolved(previous.text, previous.topic, previous.asks, True)
    neighbour = _neighbour(core, previous.text)
    if neighbour:
        return Resolved(neighbour, neighbour, question, True)
    placed = _PLACED.search(core)
    if placed and _PLACED.search(previous.text) and not own_words(_PLACED.sub("", rest)):
        text = _PLACED.sub(placed[0], previous.text, count=1)
        return Resolved(text, text, question, True)
    if named and not own_words(_ANAPHORA.sub("", rest)):
        return _elsewhere(previous, named, rest, places)
    if _leans(question, core, rest):
        return _new_aspect(previous, named, core, rest, places)
    return _alone(question, previous, places)


def _whole(previous: Resolved) -> Resolved:
    """Everything that the earlier question is about."""
    subject = subject_before(previous.text)
    return Resolved(f"{subject}都有哪些？", subject_before(previous.topic), "都有哪些", True)


def _put_right(question: str, previous: Resolved, places: Places) -> Resolved | None:
    """The earlier question with what the caller puts right; ``None`` where nothing is.

    A noun goes into the earlier question; what asks, or is more than a noun, is the question.
    """
    found = correction(question)
    if found is None or places(found.right):
        return None
    text, topic = (replaced(found, one) for one in (previous.text, previous.topic))
    asked = "，".join(filter(None, (found.right, found.after)))
    if len(own_words(found.right)) > _NOUN_MOST or "的" in found.right:
        return _alone(asked, previous, places)
    if text == previous.text or _ASKING.search(found.after or found.right):
        right = _resolved(asked, previous, places)
        leans = right.is_follow_up and not right.inherited
        return replace(right, before=previous.topic) if leans else right
    noun = found.right
    return Resolved(text, f"{noun} {noun} {topic}", previous.asks, True, turn=noun)


def _alone(question: str, previous: Resolved, places: Places, *, own: bool = False) -> Resolved:
    """A question with a topic of its own; the place that was meant before still holds.

    Where it is whole, only the caller's ``own`` place does.
    """
    before = [one for one in places(previous.text) if not own or own_place(previous.text, one)]
    inherited = before[0] if len(before) == 1 and not places(question) else ""
    text = f"{inherited}：{question}" if inherited else question
    return Resolved(text, question, question, bool(inherited), inherited)


def _neighbour(core: str, before: str) -> str | None:
    """The earlier question for the article before or after the one it named (“下一条呢”)."""
    step, named = _NEIGHBOUR.search(core), _ARTICLE.search(before)
    if step is None or named is None:
        return None
    number = to_int(re.sub(r"[第条（()）\s]", "", named[0])) + (-1 if step["before"] else 1)
    return f"{before[: named.start()]}第{number}条{before[named.end() :]}"


def _elsewhere(previous: Resolved, named: Sequence[str], rest: str, places: Places) -> Resolved:
    """The earlier question for another place, with what is asked anew if anything is."""
    swapped = swap_places(previous.text, named, places)
    topic = swap_places(previous.topic, named, places)
    asked = re.sub(r"[\W_]", "", _NEUTRAL.sub("", _ANAPHORA.sub("", rest)))
    if len(asked) < 2:
        return Resolved(swapped, topic, previous.asks, True)
    return Resolved(f"{bare(swapped)}，{rest}？", topic, rest, True)


def _new_aspect(
    previous: Resolved, named: Sequence[str], core: str, rest: str, places: Places
) -> Resolved:
    """The earlier topic with a new thing asked of it."""
    topic = swap_places(previous.topic, named, places) if named else previous.topic
    text = swap_places(previous.text, named, places) if named else previous.text
    if _SOURCE.search(core):
        text = _ARTICLE.sub("", text)  # the article of something else is asked for
    if len(own_words(rest)) < _NOUN:
        return Resolved(f"{bare(text)}，{core}？", topic, core, True)
    # The new noun is what the caller turns to, so it weighs twice in the search.
    words = f"{rest} {rest} {bare(topic)}"
    turn = "" if _ASKING.search(core) else own_words(_ANAPHORA.sub("", rest))
    return Resolved(f"{bare(text)}，{core}？", words, core, True, turn=turn)


def _leans(question: str, core: str, rest: str) -> bool:
    """Whether the words need the earlier turns to be understood."""
    own = own_words(_ANAPHORA.sub("", rest))
    if len(own) < _TOPIC_OWN:
        return True
    if _ELLIPTIC.search(question) and not _ASKING.search(core):
        return True
    opened = bool(_OPENING.match(question.strip()))
    return len(own) < 2 * _TOPIC_OWN and (opened or bool(_ANAPHORA.search(core)))


def own_words(text: str) -> str:
    """``text`` without the words of asking: what is left is a topic of its own."""
    quoted = "".join(_QUOTED.findall(text))
    return quoted + re.sub(r"[\W_]", "", _FRAME.sub("", _QUOTED.sub("", text)))
