"""What a responsible unit is called: in full, without its city, for short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.enumerating.shelf import fold
from corpus import jurisdictions
from index.text import leaves_out

# What an organisation's name ends in; a short name ends in the same.
_END = re.compile(r"(?:局|委|办|厅|院|会|所|部|行|站|关|区|政府|集团|公司|银行|中心|物流|总部|监)$")
_BRACKET = re.compile(r"[（(]([^）)]+)[）)]")
_STATE = re.compile(
    r"^(?:国家|中国|中华人民共和国|全国|[市省区县]委(?=..)|各|市|省|区|人民政府|政府(?=.))"
)
_BRANCH = re.compile(r"^(?:市|省)?(?:分局|分行|分公司|总部|监管局|管理局|中心支行|办事处)$")
_GOVERNMENT = re.compile(r"(?:人民)?政府$")
_SHORTEST = 3
# “金融局” is not short for “金融监督管理总局上海监管局” but for a name without such a middle.
_LONGEST_SHORT = 8


@lru_cache(maxsize=4096)
def called(unit: str) -> frozenset[str]:
    """The names under which ``unit`` may be meant literally, folded."""
    return frozenset(name for one in _official(unit) for name in _forms(one) if len(name) > 1)


@lru_cache(maxsize=8192)
def short_for(said: str, unit: str) -> bool:
    """Whether ``said`` leaves characters out of a name of ``unit``: 住建委, 人社局, 人行."""
    if not 2 <= len(said) <= _LONGEST_SHORT:
        return False
    return any(_abbreviates(said, name) for name in called(unit) if _END.search(name))


def _official(unit: str) -> list[str]:
    outside = fold(_BRACKET.sub("", unit))
    return [outside, *(fold(one) for one in _BRACKET.findall(unit))]


def _forms(name: str) -> Iterator[str]:
    """``name`` as printed, with its place taken away, and the head of a branch."""
    yield name
    bare = _without_state(name)
    if len(bare) >= 2:
        yield bare
    for start, end, _ in jurisdictions.spans_in(name):
        before, after = name[:start], name[end:]
        if len(before) >= 2 and _BRANCH.match(after):
            yield before
            yield _without_state(before)
            yield before + after.removeprefix("市")
            yield _without_state(before) + after.removeprefix("市")
        elif not before and len(after) >= _SHORTEST:
            yield after
        elif before and after:
            yield before + after
    if name.startswith("各"):
        yield _GOVERNMENT.sub("", name)
    if name.endswith("总站"):
        yield name.removesuffix("总站")
    elif name.endswith("新区"):
        yield name.removesuffix("新区")
    elif name.endswith("区") and len(name) > 2 and not name.startswith("各"):
        yield name.removesuffix("区")


def _without_state(name: str) -> str:
    while True:
        bare = _STATE.sub("", name, count=1)
        if bare == name or len(bare) < 2:
            return name
        name = bare


def _abbreviates(said: str, name: str) -> bool:
    if len(said) >= len(name) or said[0] != name[0] or said[-1] != name[-1]:
        return False
    if len(said) == 2 and len(name) > 4:
        return False
    return leaves_out(said, name)
