"""Known terms that a question misspells: 汇总证税 → 汇总征税."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import rjieba
from pypinyin import lazy_pinyin
from rapidfuzz import fuzz, process

_SHORTEST = 4  # of three characters, two alike are too little to go by
_ALIKE = 74.0  # three of four characters
_LIMIT = 4
# Initials and finals that input methods and dialects confuse.
_CONFUSED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))


class TypoTolerance:
    """Restores the terms of a word list that are written with one wrong character."""

    def __init__(self, terms: Iterable[str]) -> None:
        listed = [term for term in terms if not term.isascii()]
        self._terms = tuple(term for term in listed if len(term) >= _SHORTEST)
        self._short: dict[tuple[str, ...], str] = {}
        for term in listed:
            if len(term) < _SHORTEST:
                self._short.setdefault(_sounds(term), term)

    def mended(self, plain: str) -> str:
        """``plain`` (normalised) with misspelled terms put right."""
        near = process.extract(
            plain, self._terms, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=_LIMIT
        )
        for term, _, _ in near:
            wrong = None if term in plain else _misspelled(plain, term)
            plain = plain.replace(wrong, term) if wrong else plain
        return self._homophones(plain)

    def _homophones(self, plain: str) -> str:
        """``plain`` with what is no word, but sounds like a short term, put right: 退水 → 退税."""
        words = rjieba.cut(plain, hmm=False)
        for left, right in pairwise(words):
            if len(left) == len(right) == 1 and not (left + right).isascii():
                term = self._short.get(_sounds(left + right))
                plain = plain.replace(left + right, term) if term else plain
        return plain


def _misspelled(plain: str, term: str) -> str | None:
    """The stretch of ``plain`` that is the term with one character wrong, not words by right.

    出口货物 is one character from 进口货物, but both are words; a slip either sounds like the
    term or breaks a word in two.
    """
    for start in range(len(plain) - len(term) + 1):
        written = plain[start : start + len(term)]
        wrong = [place for place in range(len(term)) if written[place] != term[place]]
        if len(wrong) == 1:
            place = wrong[0]
            if _sounds(written[place]) == _sounds(term[place]) or _broken(written, place):
                return written
    return None


def _broken(written: str, place: int) -> bool:
    """Whether the cutter leaves the character at ``place`` alone, as it does inside a slip."""
    position = 0
    for word in rjieba.cut(written, hmm=False):
        if position <= place < position + len(word):
            return len(word) == 1
        position += len(word)
    return False


def _sounds(text: str) -> tuple[str, ...]:
    """The pinyin of each character, with sounds that are often confused made equal."""
    return tuple(map(_sound, lazy_pinyin(text)))


def _sound(spelling: str) -> str:
    for spoken, confused in _CONFUSED:
        spelling = spelling.replace(spoken, confused)
    return spelling
