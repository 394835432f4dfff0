"""When a turn stands for itself: a complete question on a subject of its own.

What callers have told already they leave out; who names the whole subject anew (“AEO企业…几天？”)
begins anew, and the place that was asked about before holds no more, unless it is their own.
"""

from __future__ import annotations

import re

from assistant.understanding.domain import names_accredited

# What ties a turn to the ones before, or to the caller: these go on with the call.
_TIED = re.compile(
    r"[我咱俺]|这|那|它|他|她|其[中他它余]|该(?:项|条|政策|措施|文件|企业)|[上前]面|刚才|上述|前者|后者|同样|一样|类似|同类|同一|两者"
    r"|^(?:还|也|又|再|另|只|就|都|除了|如果|要是|万一|假如|不是|是|换|对)|(?:还|也|又)(?:[是有能可要会给]|应该)|别的|其余|剩下|呢[？?。 ]*$"
)
_ASKS = re.compile(
    r"几|多[少久长大高快]|什么|啥|哪|谁|吗[？?]?$|么[？?]?$|([一-鿿])不\1|能否|可否|有没有|是否|怎么|怎样|如何|咋|为何"
)
# So many characters besides words of asking make a subject; fewer where it names who is meant.
_WHOLE, _NAMED = 12, 8
# Callers who tell where they are: “我们在厦门”, “我公司是上海的”, “我们厦门的AEO”.
_OWN = r"(?:我|咱|俺|本)(?:们|公司|企业|厂|单位|家|司|这边|这|人|就|也|都)*(?:家)?(?:是|在|的|位于|注册在|从|开在|设在)*"


def complete(question: str, content: str) -> bool:
    """Whether ``question``, which says ``content`` besides words of asking, needs no other turn."""
    if _TIED.search(question) or not _ASKS.search(question):
        return False
    return len(content) >= (_NAMED if names_accredited(question) else _WHOLE)


def own_place(text: str, place: str) -> bool:
    """Whether ``text`` tells ``place`` as the one where the caller is."""
    return bool(re.search(rf"{_OWN}{re.escape(place)}", text))
