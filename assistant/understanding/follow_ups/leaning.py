"""Whether the words of a turn need the earlier turns, and which of its words say something new."""

from __future__ import annotations

import re

from assistant.understanding.asks.own_words import own_words
from assistant.understanding.asks.words import ASKING
from assistant.understanding.follow_ups.courtesies import without_lead

_OPENING = re.compile(
    r"^(?:那么?|那要是|那如果|然后|还有(?!效)|另外|再问一下|再问下|再问|此外|接着|请问|嗯|哦|好的?(?!像|多|几)|噢|哎|对了|ok)+[，,、 ]*",
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
# No subject, or one more of what was asked of another: both go on with what was asked before.
_GOES_ON = re.compile(
    r"^(?:是|算|包括|含|属于|归|需要?|得|必须|要不要|用不用|要(?![求素点件道紧]))(?!否)|也(?:能|可以|算|行|要|得|是|包括|适用|一样|归|给|按|在)"
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
# “要收费不”, “能约伐”
_WHETHER = re.compile(r"^[^，,]*(?:要|能|可以|会|行|有|是|算|用|给|收)[^，,]*(?:[不没伐否]|没有)$")
_NOUN = 2
_ELLIPTIC = re.compile(r"呢[？?。 ]*$")


def core_of(question: str) -> str:
    """``question`` without the particles around it."""
    return _CLOSING.sub("", _OPENING.sub("", question.strip()))


def shown(question: str) -> str:
    """``question`` as it can stand behind another: without what leads up to it and its marks."""
    return _MARKS.sub("", without_lead(_OPENING.sub("", question.strip())))


def has_own_words(question: str) -> bool:
    """Whether ``question`` says anything besides asking."""
    return len(own_words(_OPENING.sub("", question))) >= _NOUN


def asks(core: str) -> bool:
    """Whether ``core`` has a word of asking."""
    return bool(ASKING.search(core))


def noun_of(core: str, rest: str) -> str:
    """The noun that ``core`` turns to and asks nothing of: “那查验呢”; ``rest`` is it without places."""
    if asks(core) or _WHETHER.search(core) or _SUCH.search(core):
        return ""
    return _OF.sub("", own_words(_ANAPHORA.sub("", rest)))


def may_stand_alone(core: str) -> bool:
    """Whether ``core`` may mean nothing but its own words; not where it points or goes on."""
    status = _tells_of_oneself(core) and not own_words(_STATUS.sub("", core))
    pointing = _SUCH.search(core) or _GOES_ON.search(core)
    return not (pointing or status)


def points_only(text: str) -> bool:
    """Whether ``text`` says nothing, or only points at what was asked before."""
    return not own_words(_ANAPHORA.sub("", text))


def asked_anew(rest: str) -> str:
    """What is asked beside a new place."""
    return re.sub(r"[\W_]", "", _NEUTRAL.sub("", _ANAPHORA.sub("", rest)))


def _tells_of_oneself(core: str) -> bool:
    return bool(_OF_ONESELF.search(core)) and not (ASKING.search(core) or _WISH.search(core))


def leans(question: str, core: str, rest: str) -> bool:
    """Whether the words need the earlier turns to be understood."""
    own = own_words(_ANAPHORA.sub("", rest))
    if len(own) < _TOPIC_OWN:
        return True
    if _tells_of_oneself(core):
        return True
    if _ELLIPTIC.search(question) and not ASKING.search(core):
        return True
    opened = bool(_OPENING.match(question.strip()))
    return len(own) < 2 * _TOPIC_OWN and (
        opened or bool(_ANAPHORA.search(core)) or bool(_GOES_ON.match(core))
    )
