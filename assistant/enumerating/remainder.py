"""What a question for a list is about, once the words of asking are taken off."""

from __future__ import annotations

import re

import rjieba

from assistant.enumerating.shelf import fold
from assistant.understanding.asks.words import (
    ANYWHERE,
    BOTH_PLACES,
    COLLECTED,
    COMPLETE,
    IDLE,
    JOINERS,
)
from assistant.understanding.scope import without_places

_QUOTED = re.compile(r"[“\"「『‘']([^”\"」』’']{2,24})[”\"」』’']")
# “生产型”或者生产企业的: another term beside one in quotation marks.
_JOINED = re.compile(
    r"(?:、|或者?|和|与|跟|以及|及)([^，,。；？?的是在都有这那两三写提讲说]{2,8})(?=[的是在都有])"
)
_ASIDE = re.compile(r"[（(][^）)]*[）)]|(?:比方说?|比如说?|例如|譬如).*$")
_FRAME = re.compile(
    r"有没有|有无|帮我|给我|麻烦|请|请问|逐条|一条一?条|[数说念列找挑捞摘筛翻查看报梳理](?:出来|一下|一遍|全|齐|清楚?|出|个)"
    rf"|{COLLECTED}|列举|清单|{COMPLETE}|{ANYWHERE}|国家(?:的|层面|级)?|{BOTH_PLACES}|全列|便利(?!化)|好处|待遇|优惠|支持(?!力度)|"
    r"(?:有|是|在|都|分别|一共|总共|各|具体|到底)*(?:哪|那)[一二两三四五六七八九十几些\d]*(?:个|大)?(?:条款|条目|条文|条|处|款|项|点|段|件|份|种|类|招|块|方面|地方|文件|措施|内容|政策|规定)?"
    r"|(?:有|是|都|分别)*(?:什么|啥|几条|几项|几处|几个|几种|多少条)(?:措施|内容|规定|说法|条款|活儿?|事儿?)?|谁家|一共|总共|分别|统统|全都?|全部|所有|凡是|但凡|直接|专门|单独|里面|里头|当中|之中|这块|这类|这方面|方面|这个事儿?|这件事|这事儿?"
    r"|(?:这|那)?(?:个|几个|[二两三四])?(?:词儿?|字样|字眼|几?个?字|提法|说法)|条款|条目|条文|措施|文件|规定|政策|内容|地方|部分|安排|(?:用|写|放|落|出现|体现|规定)(?:在|于)|提到|提及|提过|提了|写到|写着|写了|写明|写进|写有|讲到|讲了|讲过|说到|说了|说过|谈到|涉及|牵涉|出现过?|包含|包括|含有|带有|用到|用上|用得上"
    r"|加起来|合起来|一块儿?(?:看|说|列)|沾(?:得?上)?边|有关|相关|关于|有规定|能?享受?|我(?:们)?是?做|高级认证企业|aeo|高认|几份|各份"
)
_STOP = IDLE | frozenset(
    re.findall(
        r"\S+",
        """
        打算 准备 本身 点名 到名 变通 算 查 款 招 找 一遍 年 办 两个 哪几 几份 其中 一家 全都 别 漏 企业 公司 列表
        """,
    )
)
_KIND = re.compile(r"(?:企业|公司|措施|政策|支持|条款|方面|服务|内容|问题|业务|作用)$")
_SHORTEST = 2


def quoted(text: str) -> tuple[str, ...]:
    """The words in quotation marks, and those that are joined to the last of them."""
    found = list(_QUOTED.finditer(text))
    if not found:
        return ()
    joined = _JOINED.match(text, found[-1].end())
    return (*(one[1] for one in found), *([joined[1]] if joined else ()))


def pieces(rest: str, *, whole: bool = False) -> tuple[tuple[str, ...], ...]:
    """What ``rest`` says besides asking: groups of alternatives, all of which are meant.

    “跨境电商、海外仓的都列一下” gives one group of two; everything is folded.
    A general noun at the end of a term goes, unless terms are wanted ``whole``.
    """
    groups: list[list[str]] = []
    current, joining = "", False
    for token in [*_tokens(rest), " "]:
        if token == "公司" and len(current) == 1:
            current += token  # 船公司
            continue
        if token not in _STOP and token not in JOINERS and any(map(str.isalnum, token)):
            current += token
            continue
        if token in "+*×x" and current:
            current += token
            continue
        term = fold(current) if whole else _core(current)
        if len(term) >= _SHORTEST:
            if joining and groups:
                groups[-1].append(term)
            else:
                groups.append([term])
            joining = False
        joining = token in JOINERS
        current = ""
    return tuple(tuple(dict.fromkeys(group)) for group in dict.fromkeys(map(tuple, groups)))


def _tokens(rest: str) -> list[str]:
    plain = _ASIDE.sub(" ", without_places(rest))
    return list(rjieba.cut(_FRAME.sub(" ", plain)))


def _core(term: str) -> str:
    """``term`` folded, without the general noun at its end."""
    plain = fold(term)
    short = _KIND.sub("", plain)
    return short if len(short) >= _SHORTEST else plain
