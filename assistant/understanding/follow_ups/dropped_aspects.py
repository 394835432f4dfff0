"""A turn that only asked for an aspect of what was spoken of, left out again.

After “电话给一个”, which no document answers, “哪个部门管呢” still asks of the matter before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understanding.asks.clauses import asks
from assistant.understanding.domain import is_outsider
from assistant.understanding.follow_ups.courtesies import asks_nothing, telling
from assistant.understanding.follow_ups.resolve import resolve
from assistant.understanding.scope import surface_places

# What the caller says of a case of his own holds for what he asks after it.
_CASE = re.compile(
    r"如果|要是|假如|万一|若|超过|不到|没到|未满|已经|只有|除了|^(?:我|咱|俺|本)|[类级档]的?呢"
)


def without_last_aspect(history: Sequence[str]) -> tuple[str, ...] | None:
    """The turns of ``history`` without the last, where that asked for an aspect and named nothing.

    ``None`` where it turned to another thing or place, or told of a case, or nothing is left.
    """
    *before, last = telling(history) or [""]
    if not before or surface_places(last) or _CASE.search(last):
        return None
    resolved = resolve(last, before, surface_places)
    bids = asks_nothing(last) and asks(last)  # “电话给一个”
    aspect = resolved.leans or bids or is_outsider(last)
    return tuple(before) if aspect and not resolved.noun else None
