"""Figures bound to their noun: who asks for the 速动比率 is not told by another ratio."""

from __future__ import annotations

import re
from functools import partial

from assistant.understanding.asks.demands.model import Demand

_ASKED = r"[^，]{0,6}(?:多少|多[高低长久大]|几)"
_RATIO = re.compile(
    rf"(?!目标|具体|平均|总体|最[高低]|规定|大概|到底|"
    rf"实际)(?P<of>[一-鿿])(?![的来种业地])[一-鿿](?:比例|比率){_ASKED}"
)
_SIMPLE = re.compile(
    rf"(?P<of>[一-鿿][费薪]|营业额|销售额|出口额|注册资本|保额|有效期|预算|税率|利率|罚金){_ASKED}"
)
_REQUIRED = re.compile(
    r"(?P<of>注册资本|资产|年龄|学历|人数|面积|库容)[^，]{0,4}(?:要求|标准|门槛|[上下]限)$"
)
_VALUE = re.compile(r"(?:优秀|标准|平均|参考|基准)值[^，]{0,4}(?:多少|几)")
_VERB = re.compile(
    r"(?P<of>回复|答复|反馈|通知|通报|复核|复评|续[签期办]?|保存|保留|留存|留档|延期|罚|赔付?|"
    r"公示|审核|审批|更新|交换|走访|开会)"
    r"[^，一-鿿]{0,2}(?:要|会|最多|需要?)?(?:多少|多久|几[天日年个])"
)
# What a caller calls so, a text may call otherwise.
_SAME = (
    "回复 答复 反馈",
    "通知 通报 告知",
    "复核 复评 复审 复查 重新认证",
    "审核 审批 审查 审定 核准 核定",
    "保存 保留 留存 留档 备查",
    "延期 续签 续期 续办 续展 延续 延长",
    "走访 回访 上门 调研",
    "赔付 赔 补偿",
)
_MEANT = {word: group.replace(" ", "|") for group in _SAME for word in group.split()}
_MEANT["有效期"] = r"有效期|有效\d|\d[年月日天]内有效"
# These name any figure, and ask for none by name.
_ANY = re.compile(r"[的免消]费")


def demand_of(asked: str) -> Demand | None:
    """The measure by name that ``asked`` wants a figure of, if any."""
    if _VALUE.search(asked):
        return Demand("所问的具体数字", states_value)
    match = (
        _RATIO.search(asked)
        or _SIMPLE.search(asked)
        or _REQUIRED.search(asked)
        or _VERB.search(asked)
    )
    if match is None or _ANY.fullmatch(match["of"]):
        return None
    return Demand("所问的具体数字", partial(contains, match["of"]))


def states_value(text: str) -> bool:
    """Whether ``text`` itself states a standard value, instead of naming where it stands."""
    return bool(re.search(r"值[为是]?\d", text))


def contains(name: str, text: str) -> bool:
    """Whether ``text`` speaks of ``name``, or calls the same otherwise.

    A fee is known by its last two characters, which may stand apart: 装费 of 吊装、移位、仓储费用.
    """
    if name.endswith("费"):
        return bool(re.search(rf"{name[0]}[^。；]{{0,12}}费(?!者)", text))
    return bool(re.search(_MEANT.get(name, re.escape(name)), text))
