"""What a question that asks for a list is a list of: “跨境电商企业能用上哪些措施” → 跨境电商."""

from __future__ import annotations

import re
from collections.abc import Sequence

import rjieba

from assistant.understanding.asks.words import COLLECTED, FAVOURS

# The words of asking for lists, and what is true of every measure here.
_FRAME = re.compile(
    r"帮我|给我|麻烦|(?<!申)请|把|都|全部?|逐条|一条一?条|列(?:出来|一下|出|举|全)?|念|说一?(?:下|说|遍)|[数说念]一遍"
    rf"|{COLLECTED}|{FAVOURS}"
    r"|(?:有|是)?(?:哪些(?:条款?|款)?|哪几(?:条|个|份|项|种|类)|什么|啥|几种|几条|几项)|一共|总共|分别|直接|专门(?=提|写|讲|说|谈|针对|给|照顾|为|规定|的)|相关|有关|关于|方面|这块|这类|里面|内容|条款|措施|文件|规定"
    r"|政策|支持|便利(?!化)|优惠|好处|待遇|说法|地方|写到|讲到|说到|提到|提及|涉及|用到|用得上|能用上|[沾搭](?:上)?边|出现过?|享受?|(?<![小微])企业|公司|AEO|高级认证|高认"
    r"|帮(?:助|忙|衬)|扶助|(?<!单)方便|(?:怎么|如何|咋)(?:说|写|规定|讲|提|个说法)|[写说讲提]了|哪几?样|哪些|些什么|明确|[这那]边|几个(?=文件|$| )"
    r"|(?:拿|享|沾|领|占|捞|求|用)(?:得)?(?:到|上|着)|(?<=[一-鿿])上(?=给|对|有|能|$| )|(?<!\S)条(?!\S)"
    r"|总署|各个?|这些|[那几两五]份|办法|情形|一下|我们|可以|[，。？?！!；,]",
    re.IGNORECASE,
)
_SHORTEST = 2
# What joins the terms of a subject each of which is wanted: “容缺、容错”.
_JOINED = re.compile("、|以及|或者?|(?<!总)和(?![平谐])|/")
_FEW, _LONGEST = 3, 8
# What nearly every measure here is about is no term of a list.
_ANY = re.compile(r"^(?:外贸|贸易|进出口|进口|出口|通关|货物?|口岸|海关|上海|厦门|措施|方案|条)$")


# Said of several measures: no single article is the whole list.
_MANY = re.compile(
    r"哪(?:几|些)(?:个|大)?(?:条|款|处|份|项)|(?:条款|条目|条文|措施|规定|政策)(?:都|分别|一共)*(?:有|是|在)?(?:哪[些几里]|全|$)|(?:相关|有关|沾边)的(?:都|全|有|是|$)"
    r"|(?:[几各]|这些|所有|全部)(?:份|个)?文件|凡是|但凡|全部|所有|逐条|一共|总共|一条[条不都也]|挨个|都(?:给我|帮我)?(?:列|数|找|念|讲|说|捋|算)|全(?:给我|帮我)?(?:列|数|找)"
)


# What is asked for: measures and their places, rather than goods, offices or papers of a kind.
_GIVEN = f"措施|举措|政策|规定|内容|安排|说法|文件|地方|方面|便利(?!店)|优惠|好处|支持|待遇|{FAVOURS}|办法|做法|服务|渠道|途径|门路|方式|试点|保障|帮助|激励|奖励|招数?|变通|通融"
_DONE = "情况|情形|场合|手续|业务|事项|事情?|环节|工作|任务|活儿?"
_MEASURES = re.compile(
    rf"(?:哪[些几]|什么|啥|[几多]少?|[这那]几?)[^，,。；？?]{{0,6}}?(?:{_GIVEN}|{_DONE})"
    r"|哪[些几](?:个|大)?(?:条款?|款|处|项|点)(?![^都是有里中说讲写提能可管给用到和跟适规措政内优便好支服相沾涉针对可要，,。；？?])"
    r"|条款|条目|条文|措施|举措|政策|规定|优惠|好处|待遇|便利(?!店)|有关|相关|沾边|涉及|关于|一共有几[个种]"
    r"|(?:说|写|提|讲)(?:到|了|过|着)?(?:的)?(?:有|是|都)*(?:哪|什么|啥)"
    r"|(?:享受?|沾|用|得|拿|领)(?:得)?(?:到|上|受)?(?:的)?(?:些|有|是|都)*(?:哪些|哪几[条项样]?|什么|啥)"
    r"|(?:怎么|如何|咋)(?:支持|帮|扶持|照顾|鼓励|培育|优待)|哪[些几](?=$|[？?。，,])|的(?:情形|事儿?|内容)?[。！!]*$"
)


def asks_for_measures(text: str) -> bool:
    """Whether ``text`` asks for measures on a subject, not for things of a kind: “哪几个海关”."""
    return bool(_MEASURES.search(text))


def wants_many(text: str) -> bool:
    """Whether ``text`` says that several measures are wanted, not the parts of one."""
    return bool(_MANY.search(text))


# Words only where they stand alone: 讲 is one, 宣讲 has none.
_PARTICLES, _JOINERS = "的了吗呢是在里中跟对给做我能可要各请讲写有也还就", "和与"


def ways_to_list(topics: Sequence[str], text: str) -> tuple[str, ...]:
    """How to search for a list of ``topics``: the subject, its terms alone, the words as asked."""
    ways: list[str] = []
    for topic in topics:
        subject = subject_of(topic, text)
        terms = [one.strip() for one in _JOINED.split(_named(topic))]
        several = 1 < len(terms) <= _FEW and all(
            _SHORTEST <= len(one) <= _LONGEST and not _ANY.search(one) for one in terms
        )
        asked = (topic,) if _subject_in(topic) else ()
        ways += [subject, *(terms if several else ()), *asked]
    return tuple(dict.fromkeys(ways))


def subject_of(topic: str, text: str) -> str:
    """``topic`` without the words of asking for a list.

    Where nothing else is left the subject is in the rest of ``text`` (“我是做跨境电商的，……”); if
    it is not, all of ``topic``.
    """
    return _subject_in(topic) or _subject_in(text) or topic


def _subject_in(words: str) -> str:
    """``words`` without those of asking; empty where too little is left."""
    subject = _without_particles(_FRAME.sub(" ", words))
    return subject if sum(map(str.isalnum, subject)) >= _SHORTEST else ""


def _named(topic: str) -> str:
    """The first run of words of ``topic`` that joins terms, without the words of asking."""
    joined = [clause for clause in re.split("[，,。；;：:？?]", topic) if _JOINED.search(clause)]
    return (
        _without_particles(_FRAME.sub(" ", joined[0]), joiners="").replace(" ", "")
        if joined
        else ""
    )


def _without_particles(text: str, joiners: str = _JOINERS) -> str:
    """``text`` without the words of one character that only hold a sentence together."""
    left = (" " if word in _PARTICLES + joiners else word for word in rjieba.cut(text))
    return " ".join("".join(left).split())
