"""How a sentence says that passages rule or leave open something, and the words that name it.

``CLAIMS`` and ``PRESENT`` are the wordings of such sentences (没有写明…, 规定了…). The rest takes the
words of what is said to be missing apart: ``things`` and ``specific`` names of its own, ``focus``
what is asked of a subject, ``content`` any word that is not grammar; ``is_act`` tells a verb, and
``only_denied`` a word that the passages have with 非 alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import rjieba

from assistant.verification import kinds
from assistant.verification.source import Source
from assistant.verification.vocabulary import GLUE
from corpus.jurisdictions import find_in

_WHO = (
    r"(?:(?:所给|上述|该|本|这一?|此|两[份个]|以上|现有|相关|该项|这项|各)?"
    r"(?:条款|条文|条|政策|文件|措施|原文|规定|文中|材料|办法|通知|方案|里面|其中|方面)(?:本身|里面?|中|内)?)?"
)
_SAYS = (
    r"(?:给出|规定|写明|写到|写出|写|明确|载明|说明|说到|说|提及|提到|提|列明|列出|列|限定|限制|设定|公布|涉及"
    r"|点名|点明|区分|划分|细分|指明|注明|讲到|讲|单列|界定|要求|交代|包含|包括|覆盖|披露|见到?)"
)
_TOPIC = r"(?:规定|内容|要求|说明|表述|安排|限定|信息|条款|说法|字样|描述|约定)"
_ADVERBS = (
    r"(?:再|另外|另行|单独|专门|具体|直接|明确|逐一|进一步|详细|特别|统一|明文|额外|同时|展开)*"
)
_NOT = r"(?:没有|并没有|并未|未|没|尚未|还没有|均未|都没有|也没有|也未)"
_LEAD = rf"(?:但是?|不过|只是|而|同时|另外|此外)?{_WHO}(?:对此|也|都|均|还|并|中|就此|则|里|只|暂)*"
_NOT_SAID = rf"{_LEAD}{_NOT}(?:给|作|做)?{_ADVERBS}{_SAYS}(?:到(?![账期货位达场厂港岸户手])|出(?![口境入具])|过(?![境程渡])|了(?!解))?"
_NOT_RULED = rf"{_LEAD}{_NOT}(?:作出|做出|作|做|给出|有)?{_ADVERBS}(?:的)?{_TOPIC}"
_MARK, _END = r"[,，;；]", r"(?=\s*(?:[,，。;；.!！:：]|$|[\[【]))"
_WHAT_IS = r"(?P<what>[^,，。;；:：\[【]{2,40})"
# 上海海关的方案, 厦门措施第9条: whose passages they are.
_WHOSE = r"(?P<whose>[^\W\d_]{2,10}?)(?:的|(?=措施|文件|方案|条款|通知|政策|第))"
_NUMBERED = r"(?:措施|文件|方案|通知|政策)?第[〇零一二三四五六七八九十百\d]{1,4}条"
CLAIMS = tuple(
    re.compile(pattern)
    for pattern in (
        # 具体流程条款没有写明; 至于流程，条款未作规定
        rf"(?:^|{_MARK})\s*(?:对于?|至于|关于|针对)?(?P<what>[^,，。;；:：\[【]{{2,24}}?)(?:[,，])?(?:{_NOT_SAID}|{_NOT_RULED}){_END}",
        # 条款没有关于流程的规定; 条款没有对流程作出规定
        rf"(?:^|{_MARK})\s*{_LEAD}{_NOT}(?:有)?(?:关于|针对|涉及|对于?|就){_WHAT_IS}(?:的|作出|做出|作|做|进行|加以){_ADVERBS}{_TOPIC}{_END}",
        rf"(?:^|{_MARK})\s*(?:{_WHOSE})?(?:{_NUMBERED})?{_NOT_SAID}{_WHAT_IS}{_END}",
        # 条款里没有公证方面的内容
        rf"(?:^|{_MARK})\s*(?:条款|条文|文件|政策|措施|方案|通知|[该本这]一?条|文中)(?:中|里|本身)*{_NOT}(?:有)?(?!{_SAYS}){_WHAT_IS}(?:方面的|的){_TOPIC}{_END}",
    )
)
# 条款规定了答复的具体时限: a definite thing said to be there.
PRESENT = re.compile(
    rf"(?:条款|条文|政策|文件|措施|原文|方案|通知)(?:中|里|已经?|明确|还|也|都)*{_SAYS}了"
    r"(?P<what>[^,，。;；:：\[【]{2,40}?)(?=\s*(?:[,，。;；.:：]|$|[\[【]))"
)
FRAME = re.compile(
    r"能否|是否|可否|能不能|可不可以|要不要|会不会|有没有|还有|另外|如何|怎么|怎样|哪[些个种]|什么|必须|可以|应当|单独|具体|明确|任何|详细|"
    r"属于|包括|以及|或者|这[一些]?|该|其|[的和或、与及等“”《》()]|名称|内容|情况|事项|方面|企业|货物|商品|产品|公司|范围|情形|的话"
)
# Verbs and nouns that say too little for their absence to mean anything.
_WEAK = re.compile(
    r"^(?:普通|一般|其他|其它|是否|能够|采用|采取|写明|必须|发放|实行|结果|时候|有无|在内|给予|支持|负责|使用|用于|属于"
    r"|包括|增加|减少|提供|加快|要求|规定|安排|享受|获得|状况|情况|程度|水平|力度|范围|方面|情形|以及|变化|变动|调整|区别|差别|影响|作用|意义|用途|特点|有效)$"
    r"|[级型性式化里内中]$|^[可能会要应已未]|^(?:港口|国家|地区|口岸|城市)$"
)
_THING = frozenset(("n", "nz", "ns", "nt", "l", "mq", "nr", "v", "vn"))
# 天津港 is a name of its own, not the place itself.
PORT = re.compile(r"[一-龥]{2}(?:港|机场|口岸)(?=$|[是在能可等和、])")
_ASKS = re.compile(r"的|能否|是否|可否|能不能|可不可以|要不要|会不会|有没有|如何|怎么|怎样")


def things(said: str) -> list[str]:
    """The nouns of ``said`` that name a thing of its own, general words apart."""
    return [
        word
        for part in filter(None, FRAME.split(said))
        for word, tag in rjieba.tag(part)
        if len(word) > 1
        and tag in _THING
        and not find_in(word)
        and word not in GLUE
        and not kinds.general(word)
        and not _WEAK.search(word)
    ]


def is_act(word: str) -> bool:
    """Whether ``word`` is a verb."""
    return bool(rjieba.tag(word)[0][1].startswith("v"))


def only_denied(word: str, said: str, cited: Sequence[Source]) -> bool:
    """Whether the passages speak of the opposite alone: 失信企业 where all is said of 非失信企业."""
    text = "\n".join(source.text for source in cited)
    starts = [match.start() for match in re.finditer(re.escape(word), text)]
    return (
        bool(starts) and f"非{word}" not in said and all(text[:at].endswith("非") for at in starts)
    )


def specific(said: str) -> list[str]:
    """The words of ``said`` that name a thing or an act of their own, general words apart."""
    found = [match.group() for match in PORT.finditer(said)]
    for part in filter(None, FRAME.split(said)):
        words = [(word, tag) for word, tag in rjieba.tag(part) if len(word) > 1]
        found += [word for word, tag in words if tag[:1] in "nvjilz" and word not in GLUE]
        bare = kinds.without(part)
        if len(bare) in (2, 3) and bare not in GLUE:
            found.append(bare)  # 到账 of 到账时间, which the cutter does not know
    return [
        word
        for word in found
        if not kinds.general(word)
        and (not find_in(word) or PORT.search(word))
        and not _WEAK.search(word)
    ]


def focus(said: str) -> str:
    """What is asked of a subject (加急 of 预约通关能否加急); the subject itself may be ruled."""
    parts = _ASKS.split(said)
    last = parts[-1] if len(parts) > 1 else said
    return last if content(last) else said


def content(said: str) -> list[str]:
    """The words of ``said`` that name something."""
    parts = FRAME.split(said)
    words = [word for part in parts if part for word in rjieba.cut(part)]
    return [word for word in words if word not in GLUE and re.search(r"\w", word)]
