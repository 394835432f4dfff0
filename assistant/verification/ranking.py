"""Comparisons that a sentence draws itself from the figures beside them: 上海更快：上海2天，厦门3天.

What ranks one place before another is no claim of an article's; it follows from the two figures, each
of which is verified with the place that it is said of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.verification.figures import figures, number
from assistant.verification.fold import fold
from assistant.verification.places import scopes

_LESS = r"快|短|早|少|低"
_MORE = r"慢|长|晚|迟|多|高"
_DEGREE = r"更为?|要?比较|较为?|要(?:更)?|会(?:更)?"
# 上海更快, 厦门的时间要长一些
_RANKED = re.compile(
    rf"(?P<who>[^\W\d_]{{2,8}}?)(?:的)?(?:办理|审批|平均)*(?:时间|时限|期限|比例|年限|有效期|速度)?"
    rf"(?:{_DEGREE})(?:(?P<less>{_LESS})|(?P<more>{_MORE}))(?:一些|一点|些|了)?"
    r"(?=[,，。;；:：]|$)"
)
_EDGES = " ,，;；:："


def without_true(text: str) -> tuple[str, bool]:
    """``text`` without the ranking that its own figures bear out, and whether there was one."""
    for match in _RANKED.finditer(text):
        rest = text[: match.start()] + text[match.end() :]
        if _borne_out(match, rest):
            return rest.strip(_EDGES), True
    return text, False


def _borne_out(match: re.Match[str], rest: str) -> bool:
    """Whether the place named has the lesser (or the greater) of the two figures in ``rest``."""
    who = {place for scope in scopes(match["who"]) for place in scope.places}
    told = dict(_of_each_place(rest))
    if len(who) != 1 or len(told) != 2 or not who <= set(told):
        return False
    (unit, own), (other_unit, other) = (told.pop(who.pop()), *told.values())
    return unit == other_unit and (own < other if match["less"] else own > other)


def _of_each_place(text: str) -> Iterator[tuple[str, tuple[str, Decimal]]]:
    """The one figure, by unit and value, of each stretch that speaks of one place."""
    for scope in scopes(text):
        found = [figure for figure in figures(fold(scope.text)) if not figure.is_label]
        value = number(found[0].value) if len(found) == 1 else None
        if len(scope.places) == 1 and value is not None:
            yield scope.places[0], (found[0].unit, value)
