"""Money and papers that are handed out: who or when that is, is no question about a document's issue.

“什么时候发” after talk of a subsidy waits for the money; “什么时候发的” asks when the document came out.
"""

from __future__ import annotations

import re

from assistant.understanding.documents.facts_asked import DOCUMENT_WORD

_MONEY = r"(?:补贴|补助|奖|资金|经费|资助|津贴|红包|(?<!价)钱|款项)"
_WHEN = r"(?:(?:什么|啥)时[候间]?|何时|几时|多会儿|哪一?(?:天|年|个?月)|几月份?(?:几[号日])?|几号)"
# Nothing that a document does stands behind the verb (发布, 发文), nor that it is done (发的, 发了).
_OUT = r"发(?:放|下来|下去|下|出来|完|齐|[到给进][^，,。？?]{0,8})?"
_END = r"[吧呢啊呀哦嘛？?。 ]*$"
_BY_WHOM = re.compile(rf"(?:谁|哪(?:个|些|家)?(?:部门|单位|机构)?)(?:来|在|给)?发(?:放|的)?{_END}")
_SOMETIME = re.compile(
    rf"{_WHEN}(?:才|能|会|可以|给|来|就|要|开始|统一|大概|一般)*(?:{_OUT}|{_OUT}钱){_END}"
)
# The money is named where it is asked: “这钱什么时候发的”.
_MONEY_SOMETIME = re.compile(
    rf"{_MONEY}(?:[^，,。？?的]{{0,6}}的)?[^，,。？?]{{0,4}}{_WHEN}(?:才|能|会|可以|给|来|就|要|开始|统一)*{_OUT}的?{_END}"
)


def hands_out(asks: str, said: str) -> bool:
    """Whether ``asks`` wants to know by whom, or when, money or papers are handed out.

    ``said`` is what the call spoke of before, empty for the first question.
    """
    named = _MONEY_SOMETIME.search(asks)
    if named and not DOCUMENT_WORD.search(asks, named.start()):
        return True
    if not said or DOCUMENT_WORD.search(asks):
        return False
    money = re.search(_MONEY, said)
    if _BY_WHOM.search(asks):
        return bool(money)
    return bool(_SOMETIME.search(asks) and (money or not DOCUMENT_WORD.search(said)))
