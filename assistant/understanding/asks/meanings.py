"""Which words a question asks the meaning of: “船边直提是什么意思”, “什么是甲、乙”, “丙怎么理解”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.understanding.asks.clauses import asks, clauses
from assistant.understanding.figures.wanted import wanted_figure

_LEAD = r"^(?:请问|那么?|你们说的|(?:文件|政策|通知|措施|方案|条款)(?:里面?|上|中)?[说写提讲]?到?的?|所谓的?|这个|那个|我想[问知]道?一?下?)*"
_END = r"[呢啊呀吗哦嘛 ]*(?P<tail>[，,？?。！!].*)?$"
# One of them is quoted, or two are named in a row: “三同，同线同标同质”.
_TERM = r"[“\"]?[^，,。？?！!；;]{2,24}?[”\"]?"
_ASKED_FIRST = re.compile(
    rf"{_LEAD}(?:什么|啥)(?:是|叫做?|叫)(?P<term>[“\"]?[^。？?！!；;]{{2,24}}?[”\"]?){_END}"
)
_ASKED_LAST = re.compile(
    rf"{_LEAD}(?P<term>{_TERM})(?:这个词|这个说法|这一说法|一词)?(?:的|到底|究竟|具体|应该|该|要)*(?:"
    r"(?:是个?|指的?是?|代表)?(?:什么|啥|何)(?:意思|含义|概念|说法)|指(?:的是?)?(?:什么|啥|谁|哪些?人)(?:人才?|东西)?|(?:意思|含义|定义)是?(?:什么|啥|怎么)[^，,。？?]{0,4}|"
    r"(?:怎么|如何|咋|怎样)(?:个)?(?:理解|解释|定义|解)(?:法)?|有(?:没有)?(?:明确的?|个)?定义|何意|何解"
    rf"){_END}"
)
_ASKED_PLAINLY = re.compile(
    rf"{_LEAD}(?P<term>{_TERM})(?:到底|究竟|具体)?(?:就?是(?:个|一个)?(?:什么|啥)(?:东西|玩意儿?|名堂)?){_END}"
)
# What has a value: “抽批比例是什么” asks for the share, not for the word.
_HAS_A_VALUE = re.compile(
    r"(?:[率例量额费数]|时间|时限|期限|周期|标准|条件|依据|范围|要求|内容|措施|政策|规定|单位|部门|电话|热线|网址|材料|金额|目标|任务|"
    r"对象|流程|程序|步骤|手续|文号|原则|指标|名称|名字|来源|后果|结果|好处|优惠|便利|区别|关系|原因|目的|作用|用途|重点|"
    r"资格|门槛|前提|方式|方法|办法|职责|责任)$"
)
_JOINED = re.compile(r"[、，,]|(?<=[”\"])[和与跟及或]|[和与跟及或](?=[“\"])|(?<=”)(?=“)")
_QUOTES = re.compile('[“”"]')
# So short a part of what is asked about may be no word.
_SHORTEST = 2
# What a word stands before without being part of it: “小而美”的项目.
_OF = re.compile(r"的(?:项目|模式|业务|方式|做法|制度|机制|企业|货物|产品|工作|政策|服务|措施)$")
# A word may be used without what it is a kind of: “船边直提”模式.
_KIND = re.compile(r"(?:作业|监管|申报|认证)?(?:模式|制度|机制|方式|做法|业务|试点)$")
# “……，我们能用吗”: whether it is for the caller hangs on what it is.
_FOR_ME = re.compile(r"(?:能|可以|适用|享受|算|用得?[上着])")


def words_asked(text: str) -> tuple[str, ...]:
    """What ``text`` may call the words whose meaning it asks, without their quotes.

    None where it asks more than that.
    """
    text = text.strip()
    plainly = _ASKED_PLAINLY.match(text)
    match = _ASKED_FIRST.match(text) or _ASKED_LAST.match(text) or plainly
    if match is None:
        return ()
    further = clauses(match["tail"] or "")
    asking = [one for one in further if asks(one)]
    if any(not _FOR_ME.search(one) or wanted_figure(one) for one in asking):
        return ()
    said = _JOINED.split(match["term"]) + [one for one in further if one not in asking]
    if match is plainly and any(map(_HAS_A_VALUE.search, said)):
        return ()
    return tuple(dict.fromkeys(word for one in said for word in _words(one)))


def _words(said: str) -> Iterator[str]:
    """The ways to call one word: as a whole, without its kind, and the two that “和” may join."""
    whole = _QUOTES.sub("", _OF.sub("", said.strip())).strip()
    for word in (whole, _KIND.sub("", whole), *re.split(r"[和与跟及]", whole)):
        if len(word) > (1 if word == whole else _SHORTEST):
            yield word
