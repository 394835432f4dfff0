"""Chinese and Arabic numerals of official documents, read as integers."""

from __future__ import annotations

from functools import lru_cache

_FIGURES = "零一二三四五六七八九"
_DIGITS = {char: value for value, char in enumerate(_FIGURES)}
_DIGITS |= {"〇": 0, "○": 0, "Ｏ": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
CHINESE = "零〇○一二三四五六七八九十百千两"


@lru_cache(maxsize=4096)
def to_int(text: str) -> int:
    """``一百二十`` → 120, ``一二〇`` → 120, ``１２`` → 12; ``ValueError`` for anything else."""
    if text.isdecimal():
        return int(text)
    if not any(char in _UNITS for char in text):
        return int("".join(str(_digit(char, text)) for char in text))
    total, pending = 0, 0
    for char in text:
        if char in _UNITS:
            total += (pending or 1) * _UNITS[char]
            pending = 0
        else:
            pending = _digit(char, text)
    return total + pending


def to_chinese(number: int) -> str:
    """``12`` → 十二, ``105`` → 一百零五; for 1 to 999, figures for any other."""
    if not 1 <= number <= 999:
        return str(number)
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = f"{_FIGURES[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{_FIGURES[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (_FIGURES[ones] if ones else "")


def _digit(char: str, text: str) -> int:
    if char in _DIGITS:
        return _DIGITS[char]
    raise ValueError(f"不是数字：{text}")
