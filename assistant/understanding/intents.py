"""What a question asks for, told from its wording.

The cues are the question words of Chinese, not the words of any policy: ordered from the
most specific to the most general, the first that fits decides.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Intent(StrEnum):
    """The kind of answer a question wants."""

    DOCUMENT_FACT = "document_fact"
    COMPARISON = "comparison"
    UNIT = "responsible_unit"
    CONDITIONS = "conditions"
    LIST = "list"
    FIGURE = "figure"
    YES_NO = "yes_no"
    TOPIC = "topic"
    GENERAL = "general"


_COMPARISON = re.compile(
    r"区别|不同|差别|(?:什么|啥|何|哪)[^，,。？?]{0,4}不(?:太|大)?一样|不一样(?:吗|么|的地方|在哪)|各(?:自)?(?:写|有|是|说|讲|规定|适用|针对|面向|需要?|要|管|用|侧重|强调|叫|给|提|包括|涉及)(?:了|到)?(?:什么|啥|哪些|几|谁)|差异|差多少|差几|对比|一样伐|一回事|有(?:什么|啥|哪些)变化|变了(?:没|吗|多少|什么)|多了(?:什么|啥|哪些)|少了(?:什么|啥|哪些)|有(?:没有)?变|是不是(?:更|变)|相比|比较一?下|比一比|比一下|一样(?:吗|么|不|长|快|多)"
    r"|两样|出入(?!境)|(?:跟|和|与|同|较)[^，,。？?]{1,16}(?<!对)比(?=$|[，,。？?]|起来|着|呢|的话)|变化(?:是|有)?(?:什么|啥|在哪)|(?:增加|新增|减少|改|加|提高|压缩|缩短|放宽|收紧)了(?:多少|几|什么|啥|哪)"
    r"|是否一致|一致吗|哪(?:个|边|里|儿|座|家)(?:城市|地方|市)?(?:的|政策|办)?.{0,6}更"
    r"|谁(?:的|家)?.{0,6}更|哪边|哪个城市|哪个市|相同吗|相同点|异同|各自?是?多少|(?:分别|各自?)[^，,。？?]{0,4}(?:多少|几)"
    r"|(?<!对)比(?![例率较重]).{1,12}(?:快|慢|长|短|多|少|高|低|严|松)"
)
_GRADE = "(?:快|慢|长|短|高|低|多(?!少)|少|早|晚|先|严|松|久|新|细|全|狠|大|小|优惠|划算|好办|省事|宽|窄)"
_WEIGHS = re.compile(
    rf"{_GRADE}[^，,。？?]{{0,3}}还是[^，,。？?]{{1,18}}{_GRADE}|(?:哪(?:个|种|类|项|样|条|头)|谁)[^，,。？?]{{0,6}}{_GRADE}"
    r"|几(?:天|年|个?工作日)[，,][^，,。]{2,18}几(?:天|年|个?工作日)|(?:分别|各自?)(?:是|要|由|归|有|找|走|按|怎么|怎样|如何|几|多|哪|谁|写|算|给|减|降|批|压|缩)"
)
UNIT_CUE = re.compile(
    r"(?:哪个|哪些|什么|哪家|哪几个|哪几家|哪一个|啥)(?:政府|主管|责任|具体|对口)?"
    r"(?:部门|单位|机构|委办局|衙门|口子|委|局)"
    r"|(?:该|要|应该|得|去|具体|到底)?找(?:谁|哪|哪个|哪家|哪位)|归谁|归哪|归口|责任单位|责任部门|主管部门|牵头单位"
    r"|(?:是|由|让|应该|到底)?谁(?:来|在|去)?(?:管|负责|牵头|主管|落实|负责任|承办|经办|受理)"
    r"|哪(?:里|儿)(?:管|负责)|谁说了算|跟谁(?:联系|对接|申请)|问谁|问哪"
)
_CONDITIONS = re.compile(
    r"(?:什么|哪些|啥|何种|具体|几个|几项|几条|全部|所有)(?:样的)?(?:的)?(?:申请)?(?:条件|要求|门槛|资格|标准|前提)"
    r"|(?:条件|要求|门槛|资格|标准)(?:是|有|都|分别|包括|具体)?(?:什么|哪些|啥|哪几)"
    r"|(?:需要|要|得|必须|须)(?:同时)?(?:满足|符合|具备|达到)"
    r"|(?:什么样|怎么样|怎样|哪种|哪类|什么类型|哪些类型|啥样)的?(?:企业|公司|单位|人|货|货物|产品|厂)"
    r"|(?:怎样|怎么|如何|咋)才(?:能|可以|算|行)|够不够(?:条件|资格|格)"
)
_LIST = re.compile(
    r"(?:都|全|全部|逐条|一条条|一条一条|挨个|统统)(?:给我|帮我|替我)?(?:列|念|说|数|讲|报|摆)|(?:列|念|数|说)(?:一遍|全了?|出来|给我)|一条条|逐条|全列|(?:在|是)?哪些条款?|哪几条|(?:内容|条款|规定)(?:都)?在哪"
    r"|的地方$|(?:给了?|有|共)(?:哪|几|多少)(?:项|种)(?:便利|优惠|措施|支持|好处|办法|政策)|有哪几种|(?:捋|理|过|数)(?:一遍|一捋|一理|一数|一下|出来)|(?:全|都)(?:给我)?(?:捋|找|数|翻|摆|报)出来|归拢|说全|(?:里|中)专门.{1,12}的(?:条款|措施)|各有什么(?:说法|规定|措施)|汇总一下|沾(?:上)?边的|都(?:给我|算上)"
    r"|(?:有|都有|包括|享受|分|提供|出台|给|列|写|讲|提|规定)(?:了|到|出|过)?(?:哪些|哪几|什么样的|些什么|啥)"
    r"|哪些(?:方面|措施|政策|支持|优惠|便利|规定|好处|举措|待遇|服务|地方|文件|内容|渠道|平台|项目|环节)"
    r"|哪几(?:个|项|条|份|种|类|方面|样)|都有(?:什么|啥|哪)|汇总|列举|列一下|列出|盘点|梳理|总结|归纳|所有的?(?:政策|措施|规定)"
    r"|各(?:份|个)?文件|几份文件|这几个文件|五份|都(?:怎么|咋|是怎么)(?:说|规定|支持)|有(?:什么|啥)(?:措施|政策|支持|优惠|便利|好处|举措|待遇|扶持|帮助)"
)
_YES_NO = re.compile(
    r"[吗嘛么吧][？?，,。]|[吗嘛么]\s*$|是否|是不是|能不能|能否|可不可以|可否|有没有|有无|对吧|对不对|是吧|行不行|会不会|要不要"
    r"|用不用|需不需要|算不算|对吗|没错吧|吧\s*[？?]?$"
)

TOPIC_LENGTH = 6


LISTING = frozenset({Intent.LIST, Intent.TOPIC})


def asks_for_list(text: str) -> bool:
    """Whether the wording of ``text`` asks for several measures."""
    return bool(_LIST.search(text))


def compares(text: str) -> bool:
    """Whether the wording of ``text`` sets one thing against another."""
    return bool(_COMPARISON.search(text))


def weighs(text: str) -> bool:
    """Whether ``text`` may set two subjects side by side: “特殊物品快还是动植物快”."""
    return compares(text) or bool(_WEIGHS.search(text))


def intent_of(text: str, *, wants_figure: bool, places: int) -> Intent:
    """The intent of ``text``; ``places`` counts the jurisdictions or documents it names."""
    if places > 1 or compares(text):
        return Intent.COMPARISON
    if UNIT_CUE.search(text):
        return Intent.UNIT
    if _CONDITIONS.search(text):
        return Intent.CONDITIONS
    if asks_for_list(text):
        return Intent.LIST
    if wants_figure:
        return Intent.FIGURE
    if _YES_NO.search(text):
        return Intent.YES_NO
    if len(re.sub(r"[\W_]", "", text)) <= TOPIC_LENGTH:
        return Intent.TOPIC
    return Intent.GENERAL
