"""Two things wished for, or two measures asked for, in one sentence: “想落户还想开FT账户，哪两条”.

Whether they are two is for their answers to tell; here each only becomes a question by itself.
"""

from __future__ import annotations

import re

from assistant.understanding.asks.own_words import own_words
from assistant.understanding.figures.wanted import wanted_figure
from assistant.understanding.parts import placed
from assistant.understanding.scope import surface_places, without_places

_WISH = r"(?:想要?|要|打算|希望|准备|需要)"
_THING = r"[^，,。；;？?！!又还]{2,14}?"
# Both wishes are said in so many words: “又怕静电又怕粉尘” wishes for nothing.
_WISHES = re.compile(
    rf"^(?P<lead>.*?)(?:又|既|也)?(?P<first>{_WISH}(?P<one>{_THING}))[，,、 ]*"
    rf"(?:又|还|也|同时|另外还?|并且还?)(?P<second>{_WISH}(?P<other>{_THING}))(?P<tail>[，,。；;？?！! ]+.*)?$"
)
# What only asks for both at once, and nothing of either.
_OF_BOTH = re.compile(
    r"^(?:请|帮我|给我|麻烦|能不能|可以|是|在|有|分别|各自?|都|一起|一并|同时|一次|具体|到底|政策|文件|里)*"
    r"(?:哪[两二几一]?[个条项]|(?:给我|帮我)?(?:说|讲|介绍|查|看|列|念)(?:说|讲|一?下|看|一遍|清楚)?|怎么(?:说|写|规定|办)|什么规定|行[吗不]|可以[吗不]|能[吗不]|有[吗没]有?)*[呢啊吧的]*$"
)
_ASKS = re.compile(r"(?:[吗么嘛]|伐|不)$")
_TOLD = re.compile(r"^(?:问|知道|了解|咨询|打听|请教)(?:一?下|问|到)?")
# “不想要补贴又想…”, “要是想退税又…”: one is not wished for, or neither yet.
_NO_WISH = re.compile(r"[不没别非]$|要是|如果|万一|假如|假设")
_EACH = re.compile(r"分别|各自?|都|一起|同时")
_MARKS = "，,。；;？?！! "
_TIME = r"(?:时间|时限|期限|年限|周期|天数|年数|有效期)"
_SHARE = r"(?:比例|比率|幅度|额度|金额|次数)"
_MEASURE = re.compile(rf"(?:{_TIME}|{_SHARE})$")
_IN_SHARES = re.compile(rf"{_SHARE}$")
_SUBJECT = 3
_MEASURES = re.compile(
    rf"^(?P<lead>.*?)(?P<one>[^，,。；;？?和、的]{{2,14}}?(?:{_TIME}|{_SHARE}))(?:和|跟|与|以及|还有|、)"
    rf"(?P<other>[^，,。；;？?和、各分都有哪]{{2,16}}?)(?:(?:分别|各自?|都)?(?:是|要|为|有)*(?:多少|多久|多长|几[天年个]?|什么)?)[呢啊]*[？?。]*$"
)
# “退税几天，展会也有支持吗” asks for one thing more; “退税几天，厦门也有吗” the same of another.
_ALSO = re.compile(
    r"^(?P<one>.*)[，,；;。？?](?P<other>[^，,；;。？?也]{2,12})也(?P<asked>[有能可会要给算减免](?!以?[吗么没不伐])[^，,；;。？?]{2,12}[？?。]*)$"
)
# What the measures are asked of, or that they are to be set side by side.
_FRAME = re.compile(r"比较一?下|对比一?下|请问|查一?下|说说|想知道|的$")


def wishes_of(text: str) -> tuple[str, ...]:
    """Two questions where ``text`` wishes for two things or asks for two measures; else it alone."""
    match = _WISHES.match(text)
    if match is not None:
        lead, tail = match["lead"], (match["tail"] or "").strip(_MARKS)
        tail = "" if _OF_BOTH.match(tail) else f"，{_EACH.sub('', tail)}"
        parts = tuple(f"{lead}{match[one]}{tail}" for one in ("first", "second"))
        plain = not (_ASKS.search(match["other"]) or _NO_WISH.search(lead))
        two = plain and _are_two(match["one"], match["other"])
        return parts if two else (text,)
    match = _ALSO.match(text)
    if match is not None:
        other = f"{match['other']}{match['asked']}"
        two = bool(wanted_figure(match["one"])) and len(without_places(match["other"])) > 1
        return (match["one"], placed(other, surface_places(match["one"]))) if two else (text,)
    match = _MEASURES.match(text)
    if match is None or not _are_two(match["one"], match["other"]):
        return (text,)
    # What no place is common to must have a subject of its own: “特殊物品审批时限和抽批比例”.
    if not surface_places(match["lead"]) and len(_MEASURE.sub("", match["other"])) < _SUBJECT:
        return (text,)
    lead = _FRAME.sub("", _FRAME.sub("", match["lead"]))
    return tuple(f"{lead}{_measured(match[one])}" for one in ("one", "other"))


def _measured(thing: str) -> str:
    """A thing asked for its measure."""
    return f"{thing}{'是多少' if _IN_SHARES.search(thing) else '要多久'}"


def _are_two(one: str, other: str) -> bool:
    """Whether each says something of its own besides places."""
    words = [own_words(without_places(_TOLD.sub("", each))) for each in (one, other)]
    return min(map(len, words)) > 1 and words[0] != words[1]
