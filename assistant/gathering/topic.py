"""What a list is asked of: the terms that are left of a question without the words of asking."""

from __future__ import annotations

import re

import rjieba

from assistant.enumerating.shelf import fold
from assistant.understanding.asks.words import (
    ANYWHERE,
    BOTH_PLACES,
    COLLECTED,
    COMPLETE,
    FAVOURS,
    IDLE,
    JOINERS,
)
from assistant.understanding.domain import without_accreditation
from assistant.understanding.scope import without_places
from index.text import normalise

_MEASURES = r"(?:条款|条目|条文|措施|举措|规定|政策|内容|说法|安排|便利|优惠|好处|支持|办法|待遇|服务|渠道|招数?)"
_PLACES = rf"(?:{_MEASURES}|条|处|款|项|点|段|件|份|种|类|块|样|方面|地方|文件|情形|情况|事项|业务|手续|环节|东西|事|活)"
_WHICH = rf"(?:(?:哪|那)[一二两三四五六七八九十几些\d]*(?:个|大)?{_PLACES}?|什么(?:样的?)?|些什么|啥|(?:几|多少)(?:条|项|处|个|种|样|招|件|款))"
_VERB = r"(?:有|是|在|到|给|出|推|写|列|讲|说|提|规定|安排|包括|享受?|沾|用|拿|得|领|落|办|做|搞|定)?(?:了|得|到|上|着|过|出|受)*"
_FRAME = re.compile(
    r"请问|麻烦|帮忙|(?<!申)请(?=[把列给帮说问全])|[帮给替跟和]我|(?:我们?|咱们?|你们?|您|他们|自己)(?:的|是|这[种类样]?|那[种类样]?|作为|家|厂|公司|企业)*"
    r"|有没有|有无|是否|能不能|可不可以|能否|(?:怎么|如何|咋)(?:说|写|规定|讲|提|个说法|支持|帮助?|照顾|扶持|安排)"
    rf"|{_VERB}{_WHICH}{_MEASURES}?"
    rf"|(?:列|念|说|数|讲|报|摆|找|挑|捞|摘|筛|翻|查|捋|理|过|汇总|梳理|盘点|总结|归纳|归拢|罗列|整理)(?:出来|一下|一遍|全|齐|清楚?|给我|举)+|{COLLECTED}|列举|罗列|清单"
    rf"|{COMPLETE}|列$|一[遍下]|全列|{ANYWHERE}|{BOTH_PLACES}"
    r"|两边|两头|几份|各份|[几两三四五这那]份?文件|加起来|(?:这|那|某)(?:一|几|两)?(?:方面|块儿?|类|部分|些|个|条|份|种|样|项|边|里|头)|方面|里面|里头|当中|之中|其中"
    rf"|{_MEASURES}(?!力度|化)|文件|地方|{FAVOURS}|帮衬|帮助|提法|字样|字眼|这个词|[二两三]?字(?=的)"
    r"|有关|相关|关于|沾(?:得?上)?边|打交道|涉及到?|牵涉到?|(?:提|写|讲|说|谈|用|出现|包含|含)(?:到|及|了|过|着|有|进|明|得着|得上|上)+|出现|散在|散见|针对|体现|落地"
    r"|享受?(?:得)?(?:到|受)?|(?:拿|沾|领|占|捞|求|用|得|碰)(?:得)?(?:到|上|着)|能用|可用|适用于?|管用|(?:能|可以|可|会|要|得|该|应当?|需要?)(?=用|享|拿|沾|领|得|帮|给|办|找|有|申请|让|靠|$|\s)"
    r"|[，,。？?！!；;：:（）()“”\"「」《》]",
    re.IGNORECASE,
)
# Passed over between the terms of a subject.
_IDLE = (
    IDLE
    | JOINERS
    | frozenset(
        re.findall(
            r"\S+",
            """
        他们 光 得 人家 时候 时 话 后 前 以 其 其及 想 好 打算 准备 没 不 怕 老 真 很
        太 更 最 挺 当 于 而 则 但 却 又 再 才 向 往 比 像 如 比如 例如 因为 所以 如果
        一些 情况 情形 东西 事情 方便 多 大 小 别人 谁 谁家 作 干 搞 弄 管 拿 打 叫 成 起来
        出来 一块儿 一样 这样 那样 某个 某些 具体 明确 哪怕 尤其 分别 到底 究竟 直接 专门
        专属 此 该 本 帮 嗯 哦 诶 唉 哪个 有个 方面 说说 看看 凡是 凡 出台 统统 一共 总共
        共有 一起 一条条 全部 所有 部分 下面 上面 底下 已经 老是 合计 单独 哪条 平时 平常
        主要 各地 部门 词 本身 沾光 变通 为了 算 打算 查 找 找找 讲明 明写 相应 对应 改善 改进 有没 无论 除了 顺便 能够 不会 帮到
        讲讲 聊聊 问问 并 同时 还是 两个 下来 不管
        """,
        )
    )
)
# Of fewer characters no subject is made.
_SHORTEST = 2
_SIGNS = frozenset("+*×x")
# Who benefits, a word by itself or behind what tells them: 企业, 外贸企业; not 分公司.
_BENEFICIARY = re.compile(r"(?:^|(?<=..))(?:企业|公司|厂家)$")


def topic_of(rest: str) -> tuple[str, ...]:
    """The terms of the subject, folded, in the order in which ``rest`` has them.

    ``rest`` is a question without what tells the documents. Where nothing but words of asking is
    left, all of it is the one term.
    """
    plain = normalise(rest)
    words = rjieba.cut(without_accreditation(_FRAME.sub(" ", without_places(plain))))
    terms: list[str] = []
    current = ""
    for word in [*words, " "]:
        said = _told(word, current)
        current += said
        if said != word:
            terms.append(fold(current))
            current = ""
    found = tuple(dict.fromkeys(filter(None, terms)))
    return found if sum(map(len, found)) >= _SHORTEST else (fold(without_places(plain)) or plain,)


def _told(word: str, before: str) -> str:
    """What ``word``, right behind ``before``, says of the subject; where it is not all, a term ends."""
    if word in _SIGNS:
        return word if before else ""
    if word in _IDLE or not any(map(str.isalnum, word)):
        return ""
    if word == "公司" and 0 < len(before) < _SHORTEST:
        return word  # 船公司
    return _BENEFICIARY.sub("", word)
