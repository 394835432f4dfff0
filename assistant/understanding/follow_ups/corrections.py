"""Turns by which callers shift what they asked before: a word put right, a topic dropped.

“我说错了，是特殊物品，不是动植物” puts another noun into the earlier question; “算了贷款不问了，招外国人的事
讲讲” leaves it behind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding.asks.words import ASKING

# Words shorter than this are found in any question.
_NOUN = 2
_END = r"[^，,。；;？?！! ]"
_SELF = r"(?:我|我们|咱们?|客户|老板|领导|人家|对方|他们?|她|同事|其实|本来|原本|真正|主要|刚才|而|就|想|要)"
_ASKED = r"(?:是(?:要|想)?[问说指讲查]的?是?|应该是|[问说指讲查要](?:的是|的就是|的|是)|想[问查]的?是?|要[问查]的?是?|(?:想要|要|得|需要|打算|准备)(?=[\u4e00-\u9fff]{2})|是|指|问)"
_MEANT = re.compile(
    rf"(?P<own>(?:我们?|咱们?|公司|企业)(?:这)?)?(?:不是|不算|并非|没|不用|不要|不查|甭)(?P<not>(?:想|要|在)?(?:问|说|指|讲|查|找|要)?)(?:的)?(?P<wrong>{_END}{{2,12}}?)(?:的|啊|啦|哈|了|呀|那个|那条|这条|的事)?[，,、 ]+{_SELF}*(?P<is>{_ASKED})(?P<right>{_END}{{2,}})"
    rf"|(?:^|[，,、 ]|我|应该|其实|要问的|问的|说的|指的)+(?:就)?是(?P<right2>{_END}{{2,16}}?)(?:的|啊|哈)?[，,、 ]+(?:而)?(?:不是|并非|可不是)(?P<wrong2>{_END}{{2,12}})"
    rf"|[问说指讲查要]的?(?:就)?是(?P<right3>{_END}{{2,16}}?)(?:的|啊|哈)?[，,、 ]*(?:而)?(?:不是|并非|可不是)(?P<wrong3>{_END}{{2,12}})"
)
# The right word alone: “不是特殊物品，动植物”.
_BARE = re.compile(
    rf"^不是(?P<wrong>{_END}{{2,8}})[，,、 ]+(?P<right>(?!我|也|但|就|能|还|那|怎|可|只){_END}{{2,8}})$"
)
# Only what is meant is told: “我要查的是主动披露”.
_PLAIN = re.compile(
    rf"^(?:不是?[，,、 ]+)?(?:我|我们|咱们?|客户|老板|其实|本来|原本|真正|主要|刚才|而|就|想|要)*(?:要?[问说指讲查]的(?:就)?是|是[问说指]的?)(?P<right>{_END}{{2,16}})[。！!]?$"
)
_OWNED = re.compile(rf"^(?:我们?)?(?:是|[要想][问查看])(?P<right>{_END}{{2,16}})[。！!]?$")
# What is said before a word is put right: “说错了”, “口误口误”, “更正一下”.
_SLIP = re.compile(
    r"^(?:(?:哦|噢|喔|啊|哎呀?|呀|呃|额|嗯|诶|等等|不好意思|抱歉|对不起|[，,。！! ])*"
    r"(?:(?:我|刚才|刚刚|前面|可能|又|是)*(?:说|讲|问|看|打|写|搞|弄|记|念|听|想)(?:错|反|岔|混|颠倒|糊涂)(?:城市|地方|地区|地儿|文件|单位|名字)?(?:了|啦|字)*|口误|手误|笔误|更正(?:一?下)?|纠正(?:一?下)?|改(?:一下|个?口)|不对|不是这个|不是不是|错了)"
    r"[，,。！!：: ]*)+"
)
# Clauses that want a place, and that set one aside.
_WANTED = re.compile(
    r"(?:我|我们|咱们?)(?:想|就|人|公司|企业|只|其实|本来)*(?:是?[要问说指查看]|在|是)|[问说指讲要查]的(?:是|就是)|应该是|换成|改成|想[问看查]|^而?是"
)
_UNWANTED = re.compile(
    r"^(?:那|这|你说的|刚才)?(?:不是|并非|不要|不问|不管|没问|别说|先不[说管问])|(?:知道|晓得|清楚|明白|记下|记住|问过|说过|听过|讲过|有数|了解|搞清楚|不用|不要|不问|算)(?:了|啦|过)?$|(?<!我)(?<!说)(?<!问)(?<!指)(?<!的)是.{1,8}的$"
)
_DROPPED = re.compile(
    r"(?:算了|不问(?:这个|那个|了)|不说(?:这个|那个|了)|先不(?:说|管|问|谈|提)|先放一?[放边]|先这样|撇开|跳过|翻篇"
    r"|换(?:个|一个)?(?:话题|问题|事|别的)|问(?:个|点|一个)?(?:别的|其他的?|另外的?)(?:事|问题)?)"
)
_CLAUSE = re.compile(r"[，,。；;！!？? ]+")
_NAMED_FIRST = re.compile(
    r"^[^，,。？?]{0,20}?(?:方案|措施|通知|文件|号文|号)(?:里面?|中|上)?[，, 对的]?"
)
_YEAR_FIRST = re.compile(r"^[^，,。？?]{0,12}?(?:20)?\d\d年?(?!个)")

_TOLD_THERE = re.compile(
    r"^(?:里|也|都)*(?:说|讲|提到|写|规定)(?:了|到|过|要|的)*(?![明服解几哪什啥])"
)


def without_document(text: str) -> str:
    """``text`` without the document that it begins by naming."""
    rest = _TOLD_THERE.sub("", _NAMED_FIRST.sub("", text, count=1))
    return rest if len(rest) > _NOUN else text


def document_of(text: str) -> str:
    """The words by which ``text`` begins with a document: “上海口岸2023年”; empty for none."""
    named = _NAMED_FIRST.match(text) or _YEAR_FIRST.match(text)
    return named[0].rstrip("，, 对的") if named else ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A word put right: ``wrong`` is what it replaces, ``after`` what is asked besides."""

    wrong: str
    right: str
    after: str = ""


def without_slip(question: str) -> str:
    """``question`` without the words that own up to a slip; all of it if nothing else is said."""
    rest = _SLIP.sub("", question)
    return rest if len(rest) >= _NOUN else question


def correction(question: str) -> Correction | None:
    """What ``question`` puts right; ``None`` if it sets nothing against what was said.

    Callers who tell what they are themselves (“我们不是生产型企业，是做贸易的”) put nothing right.
    """
    plain = without_slip(question)
    match = _MEANT.search(plain)
    if match is not None and match["own"] and not match["not"] and match["is"] == "是":
        return None
    bare = _BARE.search(plain)
    if match is None and bare is not None and not ASKING.search(bare["right"]):
        return Correction(bare["wrong"], bare["right"])
    if match is None:
        only = _PLAIN.search(plain) or (_OWNED.search(plain) if plain != question else None)
        only = None if only and ASKING.search(only["right"]) else only
        return Correction("", _named(only["right"])) if only else None
    wrong = match["wrong"] or match["wrong2"] or match["wrong3"]
    right = match["right"] or match["right2"] or match["right3"]
    return Correction(wrong, _named(right), plain[match.end() :].strip("，,。；;！! "))


def put_right(question: str) -> str:
    """What ``question`` says once it has put right what was said, or owned up to a slip."""
    found = correction(question)
    return "，".join(filter(None, (found.right, found.after))) if found else without_slip(question)


def _named(right: str) -> str:
    return re.sub(r"^[那这][个种条项]|(?:那|这)?(?:一)?[条项个]$", "", right) or right


def meant(text: str, places: Sequence[str]) -> tuple[str, Sequence[str]]:
    """``text`` and its ``places`` without what it says of a place that is not meant.

    “2年是上海的，我要厦门的，几年” means Xiamen, and so does “不是上海，厦门的”.
    """
    if len(set(places)) < 2:
        return text, places
    clauses = [one for one in re.split(r"[，,。；;！!？? ]+", text) if one]
    holding = [one for one in clauses if any(place in one for place in places)]
    wanted = [one for one in holding if _WANTED.search(one) and not _UNWANTED.search(one)]
    if not wanted:
        wanted = [one for one in holding if not _UNWANTED.search(one)]
    left = [place for place in places if any(place in one for one in wanted)]
    if len(set(left)) != 1 or len(wanted) == len(holding):
        return text, places
    return "，".join(one for one in clauses if one not in holding or one in wanted), left[:1]


def replaced(found: Correction, before: str) -> str:
    """``before`` with the right word in the place of the wrong one; as it is if that is not in it."""
    said = _longest_in(found.wrong, before)
    return before.replace(said, found.right, 1) if said else before


def after_dropping(question: str) -> str | None:
    """What is asked once ``question`` has dropped the topic before; ``None`` if it drops none."""
    clauses = [one for one in _CLAUSE.split(question) if one]
    dropping = [place for place, one in enumerate(clauses) if _DROPPED.search(one)]
    if not dropping:
        return None
    rest = "，".join(clauses[dropping[-1] + 1 :]) or _DROPPED.sub("", clauses[dropping[-1]])
    return rest if len(rest) > _NOUN else None


def _longest_in(word: str, text: str) -> str:
    """The longest part of ``word`` that stands in ``text``; empty for less than two characters."""
    for length in range(len(word), _NOUN - 1, -1):
        for start in range(len(word) - length + 1):
            if word[start : start + length] in text:
                return word[start : start + length]
    return ""
