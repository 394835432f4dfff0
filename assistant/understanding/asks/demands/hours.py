"""Demands for the hours of a service that is named by its number: “962116是24小时的吗”."""

from __future__ import annotations

import re

from assistant.understanding.asks.demands.model import Demand

_NUMBER = re.compile(r"(?<!\d)\d{5,12}(?![\d号])")
_HOURS = re.compile(
    r"(?<!前)(?<!由)(?<!从)(?:24|二十四|七乘二十四)个?小时|7[×*xX]24|全天|周末|周六|周日|双休|礼拜[天六日]|星期[天六日]|节假日|"
    r"晚上|夜里|半夜|凌晨|几点|上班时间|服务时间|随时"
)
_STATES = re.compile(
    r"24小时(?!缩|内|以)|7[×*xX]24|全天|节假日|周末|夜间|工作日|随时|服务时间|\d[:∶：]\d"
)


def demand_of(asked: str) -> Demand | None:
    """The hours of the number that ``asked`` names, which only words about that number tell."""
    number = _NUMBER.search(asked)
    if number is None or not _HOURS.search(asked):
        return None
    return Demand(
        "办理或开放的时间",
        lambda said: number[0] in said and bool(_STATES.search(said)),
        about=number[0],
    )
