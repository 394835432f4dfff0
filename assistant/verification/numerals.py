"""Chinese numerals as numbers."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SCALES = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
CHINESE = "".join(DIGITS) + "".join(SCALES) + "".join(MYRIADS)


def number(text: str) -> Decimal | None:
    """The value of ``二十``, ``1千``, ``3.5万``, ``三点五``, ``500亿``; None when it is not a number."""
    whole, point, fraction = text.replace(",", "").partition("点")
    if point:
        digits = _digits(fraction)
        value = _integer(whole)
        return None if digits is None or value is None else value + Decimal(f"0.{digits}")
    return _integer(whole)


def _digits(text: str) -> str | None:
    """``二〇二四`` as ``2024``: each numeral one digit."""
    if not text or any(c not in DIGITS and not c.isdigit() for c in text):
        return None
    return "".join(str(DIGITS.get(c, c)) for c in text)


def _integer(text: str) -> Decimal | None:
    for scale in ("亿", "万"):
        if scale in text:
            head, _, tail = text.rpartition(scale)
            high = _integer(head) if head else None
            low = _integer(tail) if tail else Decimal(0)
            return None if high is None or low is None else high * MYRIADS[scale] + low
    return _below_myriad(text)


def _below_myriad(text: str) -> Decimal | None:
    if not any(c in SCALES for c in text):
        try:
            return Decimal(text)
        except ArithmeticError:
            plain = _digits(text)
            return Decimal(plain) if plain else None
    total, pending = Decimal(0), ""
    for char in text:
        if char in SCALES:
            value = _below_myriad(pending) if pending else Decimal(1)
            if value is None:
                return None
            total, pending = total + value * SCALES[char], ""
        elif char not in {"零", "〇"}:
            pending += char
    rest = _below_myriad(pending) if pending else Decimal(0)
    return None if rest is None else total + rest
