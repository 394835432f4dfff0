"""What of a question asks: its asking clauses, apart from the story that leads up to them.

“这几个月周转不过来，能不能晚点付利息” asks whether; its “几个月” asks nothing.
"""

from __future__ import annotations

import re

_QUOTES = re.compile("[“”\"'‘’]")
_HEARSAY = re.compile(r"听说|据说|说是|听人|以前|本来|原来")
# Asks whether it is written down: what is asked stands in the words around it.
_META = re.compile(
    r"(?:有|给)?(?:个)?(?:说法|规定|准数|数字|数)(?:吗|么|没|伐|不)$|(?:写|讲|说|"
    r"定)(?:明白?|清楚?|死)?(?:了|过)?(?:吗|么|没有?|伐)$"
    r"|(?:知道|晓得|告诉|清楚|明确|提到|公布)[^，]{0,6}(?:吗|么|没有?|伐|不)$|有没有(?:说|"
    r"写|规定|明确|讲)"
)
_BETWEEN = re.compile(
    r"[万元天年月日%成次家折分]还是|还是[一二两三四五六七八九十\d]+(?:个|[万元天年月日%成次家折分])"
)
_CLAUSE = re.compile(r"[，,。；;：:！!？?\s]+")
_WHETHER = re.compile(
    r"([一-鿿])不\1|能否|可不可以|可否|有没有|有无|是不是|是否|会不会|要不要|行不行|用不用|需不需要|算不算"
    r"|给不给|让不让|肯不肯|准不准|管不管|收不收|补不补|认不认|许不许|好不好|够不够|还是|"
    r"(?:[吗嘛么吧]|伐|[能给行让管查有肯可]不|[没不]|没有)$"
)
_WHICH = re.compile(
    r"几|多少|多久|多长|多大|多高|多快|多早|多低|什么|啥|哪|谁|怎么|怎样|怎|如何|咋|何|为啥|[呢]$"
)
# Not a number asked for, but one left open: 十几年, 好几个, 这几个月, 几十万.
_VAGUE = re.compile(
    r"(?:[十百千好这那每同头近]|(?<!提)前|(?<!以)上|再过|(?<!超)(?<!通)过了?)几(?!号)|了几(?=[次回天趟年]|个[月星])|几[十百千](?!分之)"
)
# What is only to be shown, told or compared; the rest of the clause asks.
_TAG = 4
_OTHER = re.compile(r"几.{1,12}(?:谁|怎么|怎样|如何|咋|什么(?!时候))")
_FIGURE = re.compile(
    r"几|多[少久长大高快早低]|时候|辰光|哪[年天月]|何时|时限|期限|号码|电话|热线|地址|网址|"
    r"二维码|邮箱|链接|时间|[号楼路街]"
)


_BIDS = re.compile(r"(?:给|发|报|说|讲)(?:我|给我|一?[个份下])$|告诉我|求一?[个份]")


def clauses(text: str) -> tuple[str, ...]:
    """The clauses of ``text``."""
    return tuple(clause for clause in _CLAUSE.split(_QUOTES.sub("", text)) if clause)


def asks(clause: str) -> bool:
    """Whether ``clause`` asks at all."""
    return bool(
        _WHETHER.search(clause) or _BIDS.search(clause) or _WHICH.search(_VAGUE.sub("", clause))
    )


def asks_whether(clause: str) -> bool:
    """Whether ``clause`` wants a yes or a no."""
    return bool(_WHETHER.search(clause))


def asked(text: str) -> str:
    """The last clause of ``text`` that asks, with the one before it when it is a mere tag (“行吗”).

    Empty when none asks: what only tells demands nothing.
    """
    parts = clauses(text)
    asking = [place for place, clause in enumerate(parts) if asks(clause)]
    if not asking:
        return ""
    last = asking[-1]
    first = max(last - 1, 0) if len(parts[last]) <= _TAG else last
    return "，".join(parts[first : last + 1])


def all_asked(text: str) -> str:
    """Every clause of ``text`` that asks, what is told by hearsay left out."""
    return "，".join(one for one in clauses(text) if asks(one) and not _HEARSAY.search(one))


def asks_figure(text: str) -> bool:
    """Whether a figure word of ``text`` asks: no later clause, nor its own, asks whether."""
    for clause in reversed(clauses(text)):
        if asks(clause):
            meta = _META.search(clause)
            if _BETWEEN.search(clause):
                return True
            if meta and not _FIGURE.search(clause[: meta.start()]):
                continue
            plain = _VAGUE.sub("", clause)
            return (
                bool(meta or not asks_whether(clause))
                and bool(_FIGURE.search(plain))
                and not _OTHER.search(plain)
            )
    return True
