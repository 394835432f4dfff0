"""Demands for the names of the members of a group."""

from __future__ import annotations

import re

from assistant.understanding.asks.demands.model import Demand

_GROUPS = "银行|保险公司|船公司|快递公司|航空公司|货代|机构|码头|协会|商会|高校|学校|医院|园区|商场|超市|实验室|律所|品牌|航线|班列|线路|车站|机场|院校|口岸"
_WHICH = re.compile(
    rf"(?:是|有|包括)哪(?:几|些)(?P<all>家)(?:$|企业|公司|电商|单位|机构)|(?<!由)(?:哪(?:几|"
    rf"些)?(?:个|家|条|所)??|什么|啥)(?P<group>{_GROUPS})|哪几?家(?P<firm>企业|公司)|"
    rf"(?P<of>{_GROUPS})(?:名单)?(?:具体)?(?:有|是|包括|分别是)?哪(?:几|些)"
)

_FIRMS = re.compile(
    r"公司|银行|集团|中心|协会|学院|港务|机场|支行|总会|基金会|合作社|联社|研究[院所]|大学|[一-鿿]{2}(?:药|纺织|机械|制造)?厂(?![区房内家商长])"
)


def demand_of(asked: str) -> Demand | None:
    """The names that ``asked`` wants, if any."""
    match = _WHICH.search(asked)
    if match is None:
        return None
    group = match["group"] or match["firm"] or match["all"] or match["of"]
    if group in ("家", "企业", "公司"):
        return Demand("具体是哪几家", lambda said: bool(_FIRMS.search(said)))
    named = re.compile(group)
    return Demand(f"具体是哪些{group}", lambda said: bool(named.search(said)))
