"""The words of a claim that name something: what is looked for in the passages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.verification import kinds
from assistant.verification.source import Source
from assistant.verification.vocabulary import GLUE
from corpus.jurisdictions import find_in

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
    import rjieba  # its dictionary loads on import, 0.2 s

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
    import rjieba  # its dictionary loads on import, 0.2 s

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
    import rjieba  # its dictionary loads on import, 0.2 s

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
    import rjieba  # its dictionary loads on import, 0.2 s

    parts = FRAME.split(said)
    words = [word for part in parts if part for word in rjieba.cut(part)]
    return [word for word in words if word not in GLUE and re.search(r"\w", word)]
