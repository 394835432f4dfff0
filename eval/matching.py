"""When a surface form stands in a text: the one rule behind required and forbidden facts.

Both sides are normalised in the same way, then the form must be contained in the text:

1. NFKC: full width becomes half width (``５％`` → ``5%``, ``，`` → ``,``, ``①`` → ``1``).
2. White space and quotation marks are dropped (``“清零”机制`` → ``清零机制``).
3. Numerals become digits: ``二十四小时`` → ``24小时``, ``两步`` → ``2步``, ``二〇二四`` → ``2024``,
   ``百分之五`` → ``5%``, ``1千万元`` and ``一千万元`` → ``1000万元``, ``10,000`` → ``10000``.
4. A form that begins (ends) with a digit must not touch another digit of the text there, also
   not across a decimal point: ``5%`` is neither in ``15%`` nor in ``0.5%``.

Left as they are, on both sides: 万 and 亿 (a unit of speech, ``500亿``), two numerals in a row
without 十百千 (``三五家``, ``一两年`` mean "about", not 35 or 12), 百 and 千 without a numeral
before them (``百货``), 零 by itself (``清零``), and 一 where it ends a word (``统一``, ``单一``, ``唯一``, ``同一``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_DROPPED = re.compile(r"[\s\u200b\ufeff“”‘’\"'「」『』〝〞´`]+")
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_DIGITS = {
    character: value
    for value, characters in enumerate(
        ("零〇", "一", "二两兩", "三", "四", "五", "六", "七", "八", "九")
    )
    for character in characters
}
_SCALES = {"十": 10, "百": 100, "千": 1000}
_D = "[一二两兩三四五六七八九]"
_RUN = re.compile(rf"[{''.join(_DIGITS)}{''.join(_SCALES)}]+")
_SCALED = re.compile(rf"(?=.*[十百千])(?:{_D}千)?(?:零?{_D}百)?(?:零?{_D}?十{_D}?|零{_D})?")
_POSITIONAL = re.compile(rf"{_D}|[{''.join(_DIGITS)}]{{3,}}|{_D}[零〇]|[零〇]{_D}")
_DIGIT_SCALE = re.compile(r"(\d+(?:\.\d+)?)([百千])(?!分)")
_PERCENT = re.compile(r"\ue001(\d+(?:\.\d+)?)")
# Private characters stand for what must not be taken for a numeral while those are rewritten.
_KEPT = (("百分之", "\ue001"), *((f"{word}一", f"{word}\ue000") for word in "统单唯同"))


@lru_cache(maxsize=8192)
def normalise(text: str) -> str:
    """``text`` in the form in which forms and texts are compared."""
    text = _DROPPED.sub("", unicodedata.normalize("NFKC", _GROUPED.sub("", text)))
    for words, stand_in in _KEPT:
        text = text.replace(words, stand_in)
    text = _RUN.sub(lambda match: _numeral(match[0]), text)
    text = _DIGIT_SCALE.sub(lambda match: f"{float(match[1]) * _SCALES[match[2]]:.15g}", text)
    text = _PERCENT.sub(r"\1%", text)
    for words, stand_in in _KEPT:
        text = text.replace(stand_in, words)
    return text


def _numeral(run: str) -> str:
    """A run of numeral characters as digits, or unchanged where it is not one number."""
    if _SCALED.fullmatch(run):
        return str(_value(run))
    if _POSITIONAL.fullmatch(run):
        return "".join(str(_DIGITS[character]) for character in run)
    return run


def _value(run: str) -> int:
    """The value of a numeral below ten thousand; 十 without a digit before it is ten."""
    total, current = 0, 0
    for character in run:
        if character in _SCALES:
            total += (current or 1) * _SCALES[character]
            current = 0
        else:
            current = _DIGITS[character]
    return total + current


def contains(text: str, form: str) -> bool:
    """Whether ``form`` stands in ``text`` by the rule above; an empty form stands nowhere."""
    haystack, needle = normalise(text), normalise(form)
    if not needle:
        return False
    at = haystack.find(needle)
    while at >= 0:
        if not _touched(haystack, at, at + len(needle)):
            return True
        at = haystack.find(needle, at + 1)
    return False


def _touched(text: str, start: int, end: int) -> bool:
    """Whether the number at either edge of ``text[start:end]`` goes on outside it."""
    before = text[start].isdigit() and re.search(r"\d\.?$", text[max(start - 2, 0) : start])
    after = text[end - 1].isdigit() and re.match(r"\.?\d", text[end : end + 2])
    return bool(before or after)


def contains_any(text: str, forms: Iterable[str]) -> bool:
    """Whether any of the surface forms of one fact stands in ``text``."""
    return any(contains(text, form) for form in forms)
