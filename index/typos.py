"""Known terms that a question misspells: 汇总证税 → 汇总征税."""

from __future__ import annotations

from collections.abc import Iterable

import rjieba
from pypinyin import lazy_pinyin
from rapidfuzz import fuzz, process

_SHORTEST = 4  # of three characters, two alike are too little to go by
_ALIKE = 74.0  # three of four characters
_LIMIT = 4
# Finals and initials that input methods and dialects confuse.
_CONFUSED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))


class TypoTolerance:
    """Finds terms of a word list that are written with one wrong character. Safe to share."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._terms = tuple(term for term in terms if len(term) >= _SHORTEST and not term.isascii())

    def terms(self, plain: str) -> tuple[str, ...]:
        """The terms meant by misspelled stretches of ``plain`` (normalised)."""
        near = process.extract(
            plain, self._terms, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=_LIMIT
        )
        return tuple(term for term, _, _ in near if term not in plain and _misspelled(plain, term))


def _misspelled(plain: str, term: str) -> bool:
    """Whether ``plain`` has the term with one character wrong, and not other words by right.

    出口货物 is one character from 进口货物, but both are words; a slip either sounds like the
    term or breaks a word in two.
    """
    for start in range(len(plain) - len(term) + 1):
        written = plain[start : start + len(term)]
        wrong = [place for place in range(len(term)) if written[place] != term[place]]
        if len(wrong) == 1:
            place = wrong[0]
            if _sound(written[place]) == _sound(term[place]) or _broken(written, place):
                return True
    return False


def _broken(written: str, place: int) -> bool:
    """Whether the cutter leaves the character at ``place`` alone, as it does inside a slip."""
    position = 0
    for word in rjieba.cut(written, hmm=False):
        if position <= place < position + len(word):
            return len(word) == 1
        position += len(word)
    return False


def _sound(character: str) -> str:
    sound = lazy_pinyin(character)[0]
    for spoken, confused in _CONFUSED:
        sound = sound.replace(spoken, confused)
    return sound
