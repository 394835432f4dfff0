"""One normal form of text for everything that is compared: index, questions, names."""

from __future__ import annotations

import unicodedata
from functools import cache

import opencc  # type: ignore[import-untyped]


def normalise(text: str) -> str:
    """NFKC, lower case, simplified characters; invisible characters dropped.

    Full-width digits, circled numbers and ligatures become their plain forms, so the result may
    be longer than the input.
    """
    return simplify(text).lower()


def simplify(text: str) -> str:
    """``normalise`` for text that is shown again: capital letters stay."""
    return unicodedata.normalize("NFKC", text).translate(_table())


def says_nothing(text: str) -> bool:
    """Whether ``text`` has no letter, digit or character: empty, spaces, signs alone."""
    return not any(character.isalnum() for character in normalise(text))


def leaves_out(short: str, full: str) -> bool:
    """Whether ``short`` is ``full`` with characters left out: 商委 of 商务委员会."""
    rest = iter(full)
    return all(character in rest for character in short)


@cache
def _table() -> dict[int, str | None]:
    """Traditional to simplified, character by character, and invisible characters to nothing.

    One table from OpenCC's own conversion costs 0.1 s once and then runs at the speed of
    ``str.translate``; the words that OpenCC tells apart by context (乾隆, 著名) do not matter for
    comparing, as both sides go through the same table.
    """
    characters = [chr(code) for code in range(0x3400, 0xA000)]
    simplified = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    table: dict[int, str | None] = {
        ord(char): simple
        for char, simple in zip(characters, simplified, strict=True)
        if char != simple
    }
    invisible = (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065))
    table |= dict.fromkeys((0xAD, 0xFEFF, *invisible, *range(0xE0000, 0xE0080)))
    return table
