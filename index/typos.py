"""Known terms that a question misspells: 汇总证税 → 汇总征税."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import rjieba
from pypinyin import lazy_pinyin
from rapidfuzz import fuzz, process

REMEMBERED = 8192
"""Characters whose sound is kept: more than any newspaper has."""

_SHORTEST = 4  # of three characters, two alike are too little to go by
_ALIKE = 74.0  # three of four characters
_LIMIT = 4
# ``partial_ratio`` compares the n characters of the shorter text with a stretch of w <= n characters
# of the other and is 2m / (n + w) for m in common, m <= w: below this share of n it cannot reach
# ``_ALIKE``.
_COMMON = _ALIKE / (200.0 - _ALIKE)
# Initials and finals that input methods and dialects confuse.
_CONFUSED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))


class TypoTolerance:
    """Restores the terms of a word list that are written with one wrong character."""

    def __init__(self, terms: Iterable[str]) -> None:
        listed = [term for term in terms if not term.isascii()]
        self._terms = tuple(term for term in listed if len(term) >= _SHORTEST)
        self._lengths = np.array([len(term) for term in self._terms])
        self._having = _postings(self._terms)
        self._short: dict[tuple[str, ...], str] = {}
        for term in listed:
            if len(term) < _SHORTEST:
                # Read as a word: 厦 is xia in 厦门, sha by itself.
                self._short.setdefault(tuple(map(_unconfused, lazy_pinyin(term))), term)

    def mended(self, plain: str) -> str:
        """``plain`` (normalised) with misspelled terms put right."""
        near = process.extract(
            plain, self._likely(plain), scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=_LIMIT
        )
        for term, _, _ in near:
            wrong = None if term in plain else _misspelled(plain, term)
            plain = plain.replace(wrong, term) if wrong else plain
        return self._homophones(plain)

    def _likely(self, plain: str) -> list[str]:
        """The terms with enough characters in ``plain`` to be like any of it."""
        having = [self._having[one] for one in set(plain) if one in self._having]
        if not having:
            return []
        common = np.bincount(np.concatenate(having), minlength=len(self._terms))
        needed = _COMMON * np.minimum(self._lengths, len(plain))
        return [self._terms[at] for at in np.flatnonzero(common >= needed).tolist()]

    def _homophones(self, plain: str) -> str:
        """``plain`` with what is no word, but sounds like a short term, put right: 退水 → 退税."""
        words = rjieba.cut(plain, hmm=False)
        for left, right in pairwise(words):
            if len(left) == len(right) == 1 and not (left + right).isascii():
                term = self._short.get(_sounds(left + right))
                plain = plain.replace(left + right, term) if term else plain
        return plain


def _postings(terms: Sequence[str]) -> dict[str, npt.NDArray[np.int64]]:
    """For each character the positions of the terms that have it, once per occurrence."""
    having: dict[str, list[int]] = {}
    for at, term in enumerate(terms):
        for character in term:
            having.setdefault(character, []).append(at)
    return {character: np.array(places) for character, places in having.items()}


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
    """The pinyin of each character by itself, with sounds that are often confused made equal."""
    return tuple(map(_sound, text))


@lru_cache(maxsize=REMEMBERED)
def _sound(character: str) -> str:
    return _unconfused("".join(lazy_pinyin(character)))


def _unconfused(spelling: str) -> str:
    for spoken, confused in _CONFUSED:
        spelling = spelling.replace(spoken, confused)
    return spelling
