"""What a turn says besides asking: a topic of its own, or nothing but an aspect."""

from __future__ import annotations

import re

# Question words and function words: what is left after them is a topic of its own.
_FRAME = re.compile(
    r"百分之|百分比|百分点|[降升提压缩减延]到|(?:提高|缩短|压缩|降低|延长)到|最[长短多少]|至少|上限|下限|原先|原来|目前|现在"
    r"|哪几[个家条项种份样]|哪个|哪些|哪家|哪里|哪儿|什么样|什么时候|什么|怎么样|怎么办|怎么|如何|为什么|谁|几个?|多少钱?|多久|多长|时间|是否|是不是|有没有|能不能"
    r"|可以|需要|部门|单位|负责|责任|主管|牵头|管|找|条件|要求|具体|依据|规定|政策|文件|措施|企业|公司|我们|咱们|你们|我|您|你|有|是|在|的|了|呢|吗|么"
    r"|啊|吧|要|(?<![智功效性])能|会|得|办理|办|给|请|说|讲|做|去|来|到|就|都|和|与|或|跟|对|从|把|被|让|还|再|又|最|更|很|大概|一般|平均|工作日|天|年|月"
    r"|做|由|归|该|这块|块|第[0-9一二三四五六七八九十百]+(?:条|款|项|个|点)?|条件|再念一遍|再说一遍|念|读|一遍|自己|方案|里面|里|当地|那边|这边|情况|算|行|呀|哈|哦|嗯|，|。|？|\?|,|！|!|、| "
)
_QUOTED = re.compile(r"[“\"]([^”\"]{2,12})[”\"]")


def own_words(text: str) -> str:
    """``text`` without the words of asking: what is left is a topic of its own."""
    quoted = "".join(_QUOTED.findall(text))
    return quoted + re.sub(r"[\W_]", "", _FRAME.sub("", _QUOTED.sub("", text)))
