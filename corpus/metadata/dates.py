"""Dates as official documents write them: 2024年1月15日, 二〇二四年一月十五日, 2024-01-15."""

from __future__ import annotations

import datetime as dt
import re

from corpus.parsing.numerals import to_int

_N = r"[\d０-９〇○Ｏ零一二三四五六七八九十]"
DATE = (
    rf"(?:{_N}{{4}}\s*年\s*{_N}{{1,3}}\s*月\s*{_N}{{1,3}}\s*日|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}})"
)
# A date without its day: 二〇二五年三月.
MONTH = rf"(?:{_N}{{4}}\s*年\s*{_N}{{1,3}}\s*月(?!\s*{_N}))"
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


def years_later(start: dt.date, years: str) -> dt.date:
    """The last day of a validity of ``years`` that begins on ``start``."""
    year = start.year + to_int(years)
    try:
        anniversary = start.replace(year=year)
    except ValueError:  # 29 February
        anniversary = dt.date(year, 3, 1)
    return anniversary - dt.timedelta(days=1)


def months_later(start: dt.date, months: str) -> dt.date:
    """The last day of a validity of ``months`` that begins on ``start``."""
    after = start.month - 1 + to_int(months)
    year, month = start.year + after // 12, after % 12 + 1
    try:
        end = start.replace(year=year, month=month)
    except ValueError:  # the month has no such day
        end = dt.date(year + month // 12, month % 12 + 1, 1)
    return end - dt.timedelta(days=1)
