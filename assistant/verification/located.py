"""Whether a passage names a particular place: a district of a city, or whose port or office is meant."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

import rjieba

from corpus.jurisdictions import find_in

_DISTRICT = re.compile(r"[一-龥]{2}(?<!地)(?<!港)(?:区|县|镇|路|街道)$")
DISTRICTS = frozenset("区县")
_PLACES = frozenset(("港口", "口岸", "机场", "国家", "地区", "城市", "海关", "省市", "园区"))
# 上海浦东国际机场: a place names the port that it stands this near before.
_BESIDE = 8


@lru_cache(maxsize=256)
def within_a_city(text: str) -> bool:
    """Whether a place within a city is named (黄浦, 浦东新区)."""
    words = [*rjieba.tag(text), ("", "")]
    return any(
        tag == "ns" and (_DISTRICT.search(word) or after.startswith(("等区", "区")))
        for (word, tag), (after, _) in pairwise(words)
    )


def beside(noun: str, clause: str) -> bool:
    """Whether a place stands close before ``noun``; elsewhere in the clause it names something else."""
    if noun not in _PLACES:
        return False
    starts = (match.start() for match in re.finditer(noun, clause))
    return any(find_in(clause[max(0, at - _BESIDE) : at + len(noun)]) for at in starts)
