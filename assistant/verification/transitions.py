"""Old and new values: 由24小时缩短至8小时, and which of the two a sentence speaks of."""

from __future__ import annotations

import re
from enum import StrEnum

from assistant.verification.figures import Figure


class Role(StrEnum):
    """What a figure is in a change; ``MAYBE_OLD`` follows 由 or 从, which also mean "by" and "from"."""

    OLD = "old"
    NEW = "new"
    MAYBE_OLD = "maybe_old"


_CHANGE = (
    r"(?:缩短|压缩|延长|降低|提高|提升|增加|减少|调整|扩大|下调|上调|变更|优化|放宽|压减|拉长|缩减|"
    r"降|增|减|调|扩|升|改|变|压|缩)"
)
_BETWEEN = re.compile(rf"{_CHANGE}[^,，。;；]{{0,6}}?(?:至|到|为|成)")
_CHANGED_TO = re.compile(rf"{_CHANGE}(?:至|到|为|成)|现为|现行|现需|如今")
_BY = re.compile(rf"{_CHANGE}了?$")
_FORMER = re.compile(
    r"原来|原先|原有|原为|原是|原需|原要|此前|以前|先前|过去|之前|以往|不再|而非|而不是"
)
_FROM = re.compile(r"[由从](?!此|事)")
_PRESENT = re.compile(_BETWEEN.pattern + r"|现在|如今|目前|现为|现行|现需")
_BREAK = re.compile(r"[,，。;；:：]")


def paired_roles(text: str, found: tuple[Figure, ...]) -> tuple[Role | None, ...]:
    """The roles of figures that the folded ``text`` itself pairs as before and after."""
    roles: list[Role | None] = [None] * len(found)
    for i in range(len(found) - 1):
        first, second = found[i], found[i + 1]
        between = text[first.end : second.start]
        alike = first.unit == second.unit or (first.is_time and second.is_time)
        if alike and len(between) <= 24 and _BETWEEN.search(between):
            roles[i], roles[i + 1] = Role.OLD, Role.NEW
    return tuple(roles)


def spoken_roles(text: str, found: tuple[Figure, ...]) -> tuple[Role | None, ...]:
    """The roles that a sentence gives its figures, paired or by a word of their own."""
    paired = paired_roles(text, found)
    return tuple(role or _marked(text, found, i) for i, role in enumerate(paired))


def agrees(said: Role | None, source: Role | None) -> bool:
    """An old value must be called old, and no other value may be."""
    if source is Role.OLD:
        return said in (Role.OLD, Role.MAYBE_OLD)
    return said is not Role.OLD


def by_so_much(text: str, figure: Figure) -> bool:
    """Whether the figure says by how much something changes (缩短8小时), not to what (缩短至8小时)."""
    return _BY.search(text, 0, figure.start) is not None


def spans(text: str) -> list[tuple[int, int]]:
    """Where words of before and after stand; they are judged with their figure."""
    return [m.span() for pattern in (_FORMER, _CHANGED_TO) for m in pattern.finditer(text)]


def _marked(text: str, found: tuple[Figure, ...], index: int) -> Role | None:
    """A role that stands on its own: 原来需要20日, 现在压缩到5日."""
    figure = found[index]
    low = found[index - 1].end if index else 0
    cut = max((match.end() for match in _BREAK.finditer(text, low, figure.start)), default=low)
    before = text[cut : figure.start]
    places = {
        Role.OLD: _last(_FORMER, before),
        Role.MAYBE_OLD: _last(_FROM, before),
        Role.NEW: _last(_PRESENT, before),
    }
    role = max(places, key=lambda key: places[key])
    return role if places[role] >= 0 else None


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)
