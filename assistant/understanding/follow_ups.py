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
from assistant.understanding.beside import beside
from assistant.understanding.calls import set_aside, telling, without_lead
from assistant.understanding.content import own_words
from assistant.understanding.shifts import (
    after_dropping,
    correction,
    meant,
    names_only_documents,
    replaced,
    without_slip,
)
from assistant.understanding.standing import complete, own_place
from assistant.understanding.swapping import Places, bare, swap_places, without
from assistant.understanding.wholes import (
    all_of,
    asks_whole,
    kind_named,
    subject_before,
    without_told,
)
from corpus.parsing.numerals import to_int

_OPENING = re.compile(
    r"^(?:那么?|那要是|那如果|然后|还有(?!效)|另外|再问一下|再问下|再问|此外|接着|请问|嗯|哦|好的?|噢|哎|对了|ok)+[，,、 ]*",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"(?:呢|啊|呀|吗|嘛|(?<![什怎那这多])么|吧|哈|啦|咯|哎|诶)*[？?！!。.，, ]*$")
_MARKS = re.compile(r"[？?！!。.，, ]*$")
_ANAPHORA = re.compile(
    r"这(?:个|些|项|条|件|一?条|里|样|种|方面|事|份|边)?|那(?:个|些|项|条|样|种|份|边)|它们?|他们|其(?:中|他|它)?|该(?:项|条|政策|措施|文件|企业)?"
    r"|上(?:述|面)|前(?:面|者)|后者|刚才|同样|一样|类似|两(?:个|者|边)|还有别的|另外|^(?:里面|里头|所以|意思是|意思|指的?是|说的是|也就是|就是说|等于|难道|这么说|照这么)|也(?:是|有|能|可以|一样)?"
)
# “厦门也有这种窗口吗” speaks of what was asked before.
_SUCH = re.compile(r"[这那](?:种|样|类)(?!方面)|此类|它|其中")
# What stood behind a place: “厦门的话A类多少年”.
_LEFT = re.compile(r"^(?:的话|那边|这边|这头|那头|呢)[，, ]*")
# Places that are meant without being named: what was asked of one is asked of all.
_ALL_PLACES = re.compile(
    r"(?:两|俩|各)(?:个|座)?(?:边|地|城市|市|城|头)(?:都|各|分别|是不是|有没有|的)?"
)
# No subject, or one more of what was asked of another: both go on with what was asked before.
_GOES_ON = re.compile(
    r"^(?:是|算|包括|含|属于|归|需要?|得|必须|要不要|用不用)(?!否)|也(?:能|可以|算|行|要|得|是|包括|适用|一样|归|给|按|在)"
)
_OF = re.compile(r"(?:[这那](?:一?块|方面|边|个|件?事)?|方面|事[情儿]?|块)$")
_TOPIC_OWN = 4
# What may stand beside a new place without asking anything new.
_NEUTRAL = re.compile(
    r"怎么|如何|咋|样|规定|做|说|讲|办|支持|是|这|那|块|方面|情况|政策|措施|自己|方案|文件|里|的|呢|有没有|有|类似|也|同样|一样|吗|么|嘛|对应|相应|同类|边|呀|啊|要是|如果|假如|换成|换到|放在|搬到|我们?|咱们?|在|公司|企业"
    r"|不好意思|抱歉|对不起|注册|总部|办公|开在|设在|位于|落在|客户|老板|领导|对方|哎|诶|搬|换|改|看看?|查查?|问问?|先|再|其实|应该|说错|讲错|搞错|记错|想|要|来|成|家|人|才|就|同理|版本?|头|了|当地|本地|一下|想知道|知道"
)
# What is said of oneself asks nothing, and is said of what was asked before.
_OF_ONESELF = re.compile(
    r"^(?:因为|其实|可|可是|但|但是|要是|如果|假如)?(?:我们?|咱们?|俺们?|本公司|公司|企业|客户|老板)"
)
_STATUS = re.compile(r"AEO|高级认证|高认|认证|普通|一般|不是|还没|没", re.IGNORECASE)
_WISH = re.compile(r"想[问查看要了知]|要[问查办做补申]|[问说指]的是")
# Where it is written is told with every answer.
_SOURCE = re.compile(
    r"第几[条项款]|(?:是|在)?哪(?:一|几)?[条项款](?!件)|(?:出自|来自|写在)?哪(?:一)?(?:份|个)文件|出处|依据(?:是|在)(?:什么|哪)|原文(?:是|在)?(?:什么|哪)"
)
_ASKING = re.compile(
    r"几|多少|多久|什么|啥|哪|谁|吗|么|能不能|有没有|是不是|怎么|如何|咋|要不要|为什么"
)
_ELLIPTIC = re.compile(r"呢[？?。 ]*$")
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
    of the question before and ``said`` all of it, ``turn`` the noun that the caller turns to
    (“那查验呢？”), ``own`` the follow-up for itself, which may be all that is meant. ``sides`` are
    two subjects set beside each other.
    """

    text: str
    topic: str
    asks: str
    is_follow_up: bool
    inherited: str = ""
    before: str = ""
    turn: str = ""
    said: str = ""
    own: str = ""
    sides: tuple[str, ...] = ()


def resolve(question: str, history: Sequence[str], places: Places) -> Resolved:
    """``question`` made self-contained; ``places`` gives the surface place names of a text."""
    known: list[tuple[str, Resolved]] = []
    for turn in (*telling(history), question):
        known.append((turn, _after(turn, known, places)))
    return known[-1][1]


def _after(question: str, earlier: Sequence[tuple[str, Resolved]], places: Places) -> Resolved:
    """``question`` after the ``earlier`` turns that tell what the call is about."""
    if not earlier:
        return Resolved(question, question, question, False)
    turn, last = earlier[-1]
    bare = len(own_words(_OPENING.sub("", question))) < _NOUN
    previous = _with_before(last, turn) if bare else last
    left = after_dropping(question)
    if left is not None:
        return _alone(left, previous, places)
    question = without_told(question)
    whole = _whole(question, earlier, places)
    if whole is not None:
        return whole
    kind = kind_named(question)
    if kind and not places(kind) and len(own_words(_ANAPHORA.sub("", kind))) >= _NOUN:
        return _alone(f"{kind}方面都有哪些？", previous, places)
    here = {place for _, known in earlier[-2:] for place in places(known.text)}
    if _ALL_PLACES.search(question) and not places(question) and len(here) == 1:
        last = _everywhere(last, places)
        earlier = [*earlier[:-1], (turn, last)]
        previous = last
    compared = _compared(question, earlier, places)
    if compared is not None:
        return compared
    if complete(question, own_words(question)) and not _only_documents(question, places):
        return _alone(question, previous, places, own=True)
    right = _put_right(question, previous, places)
    if right is not None:
        return right
    found = _resolved(without_slip(question), previous, places)
    return replace(found, before=previous.topic, said=previous.text)


def _only_documents(question: str, places: Places) -> bool:
    return names_only_documents(without(question, places(question)))


def _core(question: str) -> str:
    """``question`` without the particles around it."""
    return _CLOSING.sub("", _OPENING.sub("", question.strip()))


def _not_set_aside(earlier: Sequence[tuple[str, Resolved]]) -> Resolved:
    """The last turn that asks; what is set aside (“那条讲过了”) asks nothing."""
    asking = [known for turn, known in earlier if not set_aside(turn)]
    return asking[-1] if asking else earlier[0][1]


def _everywhere(known: Resolved, places: Places) -> Resolved:
    """``known`` asked of no place."""
    text, topic = (without(one, places(one)).lstrip("：") for one in (known.text, known.topic))
    return replace(known, text=text, topic=topic, inherited="")


def _compared(
    question: str, earlier: Sequence[tuple[str, Resolved]], places: Places
) -> Resolved | None:
    """``question`` with what it sets beside something asked before, if it does."""
    core, last = _core(question), earlier[-1][1]
    first = earlier[-2][1].text if len(earlier) > 1 else ""
    found = beside(core, (first, last.text), places)
    if found is None:
        return None
    asks = f"{last.asks}，{core}"
    topic = found.text if len(set(places(found.text))) > 1 else f"{core} {core} {bare(last.topic)}"
    return Resolved(
        found.text, topic, asks, True, before=last.topic, said=last.text, sides=found.sides
    )


def _with_before(last: Resolved, turn: str) -> Resolved:
    """The ``last`` turn with what it may leave out of the one before it.

    “开了能用哪些场景” has words of its own, and still goes on about the account.
    """
    leaning = last.is_follow_up and not last.inherited
    if leaning or not last.before or len(own_words(turn)) >= 2 * _TOPIC_OWN:
        return last
    return replace(last, topic=f"{last.topic} {last.topic} {last.before}")


def _resolved(question: str, previous: Resolved, places: Places) -> Resolved:
    core, shown = _core(question), _MARKS.sub("", without_lead(_OPENING.sub("", question.strip())))
    core, named = meant(core, places(core))
    shown = shown if core in shown else core
    rest = _LEFT.sub("", without(core, named))
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
    anew = _asked_anew(rest)
    if named and (
        not own_words(_ANAPHORA.sub("", rest)) or len(anew) < _NOUN or anew in previous.text
    ):
        return _elsewhere(previous, named, rest, places)
    if _leans(question, core, rest):
        return _new_aspect(previous, named, core, shown, rest, places)
    return _alone(question, previous, places)


def _whole(
    question: str, earlier: Sequence[tuple[str, Resolved]], places: Places
) -> Resolved | None:
    """Everything that the earlier question is about, if that is asked for."""
    named = places(question)
    asked = without(question, named)
    previous = _not_set_aside(earlier)
    if not asks_whole(asked, previous.text):
        return None
    text, topic = (subject_before(one, asked) for one in (previous.text, previous.topic))
    if named:
        text, topic = (swap_places(one, named, places) for one in (text, topic))
    return Resolved(f"{text}{all_of(text)}", topic, "都有哪些", True)


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
    question = without_lead(question)
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
    swapped = _unsaid(swap_places(previous.text, named, places), named)
    topic = swap_places(previous.topic, named, places)
    anew = _asked_anew(rest)
    if len(anew) < _NOUN or (anew in previous.text and not _ASKING.search(rest)):
        told = rest and not _ASKING.search(swapped) and _ASKING.search(rest)
        return Resolved(
            f"{bare(swapped)}，{rest}？" if told else swapped, topic, previous.asks, True
        )
    own = "" if _GOES_ON.search(rest) or _SUCH.search(rest) else f"{'和'.join(named)}{rest}？"
    return Resolved(f"{bare(swapped)}，{rest}？", topic, rest, True, own=own)


def _asked_anew(rest: str) -> str:
    """What is asked beside a new place."""
    return re.sub(r"[\W_]", "", _NEUTRAL.sub("", _ANAPHORA.sub("", rest)))


def _unsaid(text: str, named: Sequence[str]) -> str:
    """``text`` without the words by which another place was told to say it: “总署说一对一协调”."""
    place = "和".join(named)
    return re.sub(
        rf"^{re.escape(place)}(?:的文件|那边|这边|方案)?(?:里|也)?(?:说|讲|提到|写|规定)(?:了|到|过|要|的)?(?![明服解几哪什])",
        place,
        text,
    )


def _new_aspect(
    previous: Resolved, named: Sequence[str], core: str, shown: str, rest: str, places: Places
) -> Resolved:
    """The earlier topic with a new thing asked of it."""
    topic = swap_places(previous.topic, named, places) if named else previous.topic
    text = _unsaid(swap_places(previous.text, named, places), named) if named else previous.text
    if _SOURCE.search(core):
        text = _ARTICLE.sub("", text)  # the article of something else is asked for
    if len(own_words(rest)) < _NOUN:
        return Resolved(f"{bare(text)}，{shown}？", topic, core, True)
    own = _alone(f"{shown}？", previous, places).text
    # The new noun is what the caller turns to, so it weighs twice in the search.
    words = f"{rest} {rest} {bare(topic)}"
    turn = "" if _ASKING.search(core) else _OF.sub("", own_words(_ANAPHORA.sub("", rest)))
    if _SUCH.search(core):
        own = turn = ""
    status = _tells_of_oneself(core) and not own_words(_STATUS.sub("", core))
    if _GOES_ON.search(core) or status or names_only_documents(rest):
        own = ""
    return Resolved(f"{bare(text)}，{shown}？", words, core, True, turn=turn, own=own)


def _tells_of_oneself(core: str) -> bool:
    return bool(_OF_ONESELF.search(core)) and not (_ASKING.search(core) or _WISH.search(core))


def _leans(question: str, core: str, rest: str) -> bool:
    """Whether the words need the earlier turns to be understood."""
    own = own_words(_ANAPHORA.sub("", rest))
    if len(own) < _TOPIC_OWN:
        return True
    if _tells_of_oneself(core):
        return True
    if _ELLIPTIC.search(question) and not _ASKING.search(core):
        return True
    opened = bool(_OPENING.match(question.strip()))
    return len(own) < 2 * _TOPIC_OWN and (
        opened or bool(_ANAPHORA.search(core)) or bool(_GOES_ON.match(core))
    )
