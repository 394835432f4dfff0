"""What is asked of a document that its own articles say: when it takes effect, what it repeals.

``CLOSING`` are the cues of the question, ``STATED`` what the sentence that answers has in it. Such
sentences stand at the end of most documents, the reach and the basis of one at its beginning.
"""

from __future__ import annotations

import re

from assistant.understanding.documents.facts import DocumentFact
from assistant.understanding.documents.kinds import KINDS

_STOP = "[^，,。？?；;]"
_WHEN = "(?:什么时候|什么时间|何时|几时|啥时候|啥时|多会儿|多咱|哪一?[天年月日]|哪个?月|几月|几号|几年|什么日子|哪个日子)"
_FORCE = (
    "(?:施行|实施|执行|生效|起效|启用|起用|上路|落地|开始用|开始算|开始管|起算|用起|实行|推行|管起)"
)
_OLD = "(?:旧|老(?!人|年|师|板)|原来|原有|原先|以前|之前|从前|过去|先前|上一版|哪(?![天年月日里儿])[个些几份部一]?|(?:什么|啥)(?!时|情|条|日)|几[个份部]|谁)"
_ENDED = "(?:废止|废除|废掉|废了|作废|失效|停用|停止执行|不再执行|不用了|不算数了?|取代|替代|代替|替换|顶替|取消|换掉|替掉|顶掉|推翻)"

CLOSING: tuple[tuple[DocumentFact, re.Pattern[str]], ...] = (
    (
        DocumentFact.START,
        re.compile(
            rf"{_WHEN}{_STOP}{{0,8}}{_FORCE}|{_WHEN}(?:正式)?(?:开始|起)(?:的|呢|啊)?(?:$|[，,。？?])|{_FORCE}(?:的|是|了|于|在|从|自)*(?:具体)?(?:{_WHEN}|日期|时间|日子|起始日?|起点)"
            rf"|(?:开始|正式|已经|起){_FORCE}(?:了)?(?:吗|没|么|没有)|{_FORCE}了(?:吗|没|么)|生效日"
        ),
    ),
    (
        DocumentFact.VALIDITY,
        re.compile(
            rf"(?:到|至|截至|截止到?){_WHEN}{_STOP}{{0,4}}(?:失效|到期|为止|止|作废|过期|截止|结束|不[管用])"
            rf"|{_WHEN}{_STOP}{{0,4}}(?:失效|到期|过期|作废|被?废止|不再有效)|(?:{KINDS}|标准)(?:的|它)?有效期"
            rf"|(?<!被)(?:失效|废止|作废|过期)(?:了)?(?:吗|没|么|没有)|(?:现在|目前|如今|今年)?还(?:有效|管用|作数|算数|能用)(?:吗|么|不)"
            rf"|(?:管|用|执行|实施|施行|有效)(?:到|至){_WHEN}|(?:管|能用|有效|执行|施行)(?:几|多少)年"
        ),
    ),
    (
        DocumentFact.REPEALS,
        re.compile(
            rf"(?:把|将|让|使|导致){_STOP}{{0,10}}{_OLD}{_STOP}{{0,10}}{_ENDED}"
            rf"|(?:同时|一并|一起|随之|相应)?{_ENDED}(?:的|了|掉|过)*(?:是|有)?(?:之前|以前|原来|原先|旧|老|过去)?的?(?:哪|什么|啥|谁|几)"
            rf"|{_OLD}{_STOP}{{0,12}}(?:同时|一并|随之|就|也|被它)?{_ENDED}|(?:同时|一并)废"
        ),
    ),
    (
        DocumentFact.INTERPRETER,
        re.compile(
            rf"解释权|(?:谁|哪(?:个|家|里|儿)?){_STOP}{{0,8}}(?:负责|来|去|有权)?解释(?!一下|清楚|什么)|解释(?:机关|单位|部门|主体)"
            rf"|解释(?:工作)?(?:是|由|归|找)+(?:谁|哪)|(?:由|归|归谁|该){_STOP}{{0,8}}解释(?:的|$|[，,。？?])"
        ),
    ),
    (
        DocumentFact.APPLIES,
        re.compile(
            rf"适用(?:的)?(?:范围|对象|主体|地域|区域|情形|人群)|适用(?:于|到|在)?(?:哪|什么|啥|谁|何)|(?:对|给)?(?:哪些|什么|啥|哪类|谁){_STOP}{{0,8}}适用(?:这|本|该|$|[，,。？?吗])"
            rf"|(?:调整|规范)(?:的)?(?:范围|对象)|管(?:的是)?(?:哪些|什么|啥)(?:人|企业|单位|事|活动|行为)(?:的)?(?:$|[，,。？?])"
        ),
    ),
    (
        DocumentFact.REVISED,
        re.compile(
            rf"(?:修订|修改|修正|改|修)(?:过)?(?:了)?(?:几|多少)(?:次|回|遍|版)|{_WHEN}{_STOP}{{0,6}}(?:修订|修改|修正|改)(?:的|过|了|$|[，,。？?吗])"
            rf"|(?:最近|最新|最后|上)(?:的)?一?(?:次|回){_STOP}{{0,4}}(?:修订|修改|修正|改)|第[一二三四五六七\d]次(?:修订|修改|修正)|(?:修订|修正|修改)(?:过|了)?(?:没有?|吗|么)|(?:修订|修正|修改)(?:的)?(?:时间|日期|情况|历史|沿革|记录)"
            r"|历次修|有没有(?:修订|修改|修正)过?|几次修(?:订|改|正)|哪(?:一)?年的?版|第几版|(?:什么|啥|哪个)版本"
        ),
    ),
)  # fmt: skip

_DAY = r"(?:\d{4}\s*年|发布|公布|印发|颁布|通过)"
STATED: dict[DocumentFact, re.Pattern[str]] = {
    DocumentFact.START: re.compile(
        rf"(?:自|从|于){_DAY}[^。；]{{0,24}}?(?:施行|实施|执行|生效|实行)|{_DAY}[^。；]{{0,12}}起?(?:施行|实施|生效)[）)]?$"
    ),
    DocumentFact.VALIDITY: re.compile(
        r"(?:本|该|以上)[^。；]{0,40}(?:有效期|有效至|执行至|施行至|实施至|终止|废止|失效)|^有效期(?!届|满|内|前|后|间|到)|有效期(?!届|满|内|前|后)[^。；]{0,6}[\d一二三四五六七八九十两]+\s*年|至\s*\d{4}\s*年[^。；]{1,12}(?:止|失效)"
    ),
    DocumentFact.REPEALS: re.compile(
        r"(?:废止|停止执行|不再执行|停止施行|失效)(?!的|情形|条件|情况)"
    ),
    DocumentFact.INTERPRETER: re.compile(r"由[^，。；]{2,60}解释|解释权|负责解释"),
    DocumentFact.APPLIES: re.compile(
        r"适用本|本[^，。；]{1,12}适用(?!条件)|适用于(?:本|在|[^，。]{0,12}(?:行政区域|境内|范围))|适用范围|参照本[^，。]{1,8}执行|不适用本"
    ),
}
# What says it where no sentence does so outright.
IMPLIED: dict[DocumentFact, re.Pattern[str]] = {
    DocumentFact.APPLIES: re.compile(
        r"行政区域内|境内|本[^，。；]{1,8}所称[^。]{1,40}(?:是指|包括)"
    ),
    DocumentFact.REVISED: re.compile(r"\d{4}\s*年[^。]*(?:通过|公布|发布|批准)"),
}
# The opening article of a law says why and on what ground it was made.
MADE_FOR: dict[DocumentFact, re.Pattern[str]] = {
    DocumentFact.BASIS: re.compile(r"(?:根据|依据|依照|按照|遵循)[^。]{2,}(?:制定|修订)本?|结合[^。]{2,}制定本"),
    DocumentFact.PURPOSE: re.compile(r"为[^。]{2,}(?:制定|修订)本?"),
}  # fmt: skip
# What the articles are asked for first.
BY_ARTICLES = frozenset({*STATED, DocumentFact.REVISED})
REVISING = re.compile(r"修订|修正|修改")
# Takes effect on the day of another event, which is told with it.
ON_THE_DAY = re.compile(r"(?:发布|公布|印发|颁布)之日")

_FRAME = re.compile(
    rf"{_WHEN}|{_FORCE}|{_ENDED}|{_OLD}|开始|正式|日期|时间|日子|有效期?|到期|失效|为止|过期|现在|目前|还能?|管用|算数"
    r"|解释权?|负责|适用|范围|对象|调整|规范|修订|修改|修正|版本|最近|最新|最后|一次|几次|第[一二三四五六七几]次|同时|一并|一起|随之|相应"
    r"|规定|文件|新|旧|老|把|将|被|起|到|至|自|从|已经|立法|制定|几条|总共|一共|多少|了|过|吗|么|没有?"
)


def without_closing_frame(text: str) -> str:
    """``text`` without the words that such questions are asked with, whatever the document."""
    return _FRAME.sub(" ", text)
