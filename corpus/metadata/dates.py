"""Dates as official documents write them: 2024年1月15日, 二〇二四年一月十五日, 2024-01-15."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from corpus.parsing.numerals import to_int

_N = r"[\d０-９〇○Ｏ零一二三四五六七八九十]"
DATE = (
    rf"(?:{_N}{{4}}\s*年\s*{_N}{{1,3}}\s*月\s*{_N}{{1,3}}\s*日|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}})"
)
# A date without its day: 二〇二五年三月.
MONTH = rf"(?:{_N}{{4}}\s*年\s*{_N}{{1,3}}\s*月(?!\s*{_N}))"
ENACTED = re.compile(r"通过|公布|发布|修订|修正|批准|颁布|印发|制定")
_DATED = re.compile(rf"[（(]?经?{DATE}")
_PARTS = re.compile(rf"({_N}{{4}})\s*[-./年]\s*({_N}{{1,3}})\s*[-./月]\s*({_N}{{1,3}})")


def read_date(text: str) -> dt.date | None:
    """The first date of ``text``; ``None`` where there is none or the calendar has no such day."""
    match = _PARTS.search(text)
    if match is None:
        return None
    try:
        return dt.date(*(to_int(part) for part in match.groups()))
    except ValueError:
        return None


def first_date(text: str) -> dt.date | None:
    """The first full date of ``text``."""
    match = re.search(DATE, text)
    return read_date(match[0]) if match else None


def tells_enactment(line: str) -> bool:
    """Whether ``line`` begins with a date and says what was done then: 2024年1月15日某局公布."""
    return bool(_DATED.match(line) and ENACTED.search(line))


def years_later(start: dt.date, years: str) -> dt.date | None:
    """The last day of a validity of ``years`` that begins on ``start``; ``None`` past the calendar."""
    return _day_before(start.year + to_int(years), start.month, start.day)


def months_later(start: dt.date, months: str) -> dt.date | None:
    """The last day of a validity of ``months`` that begins on ``start``; ``None`` past the calendar."""
    after = start.month - 1 + to_int(months)
    return _day_before(start.year + after // 12, after % 12 + 1, start.day)


def _day_before(year: int, month: int, day: int) -> dt.date | None:
    """The day before that day, or the last of the month if it has no such day."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    last = calendar.monthrange(year, month)[1]
    if day > last:
        return dt.date(year, month, last)
    ordinal = dt.date(year, month, day).toordinal() - 1
    return dt.date.fromordinal(ordinal) if ordinal else None
