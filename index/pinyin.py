"""Domain terms behind pinyin (``chukou tuishui`` → 出口退税) and behind homophones."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pypinyin import lazy_pinyin

_LATIN = re.compile(r"[a-z]+(?:[ '’\-]+[a-z]+)*")
_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|an|ao|ei|en|er|ia|ie|in|iu"
    r"|ou|ua|ui|un|uo|ue|ve|vn|a|e|i|o|u|v)"
)
_SHORTEST = 6  # letters; shorter pinyin is too often an English word


class PinyinIndex:
    """The terms of a word list by their pinyin without tones. Safe to share."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._terms: dict[str, str] = {}
        for term in terms:
            spelling = spell(term)
            if len(term) > 1 and len(spelling) >= _SHORTEST and spelling.isalpha():
                self._terms.setdefault(spelling, term)
        self._longest = max(map(len, self._terms), default=0)

    def terms(self, plain: str) -> tuple[str, ...]:
        """The terms spelled in the Latin parts of ``plain`` (normalised)."""
        found: list[str] = []
        for run in _LATIN.findall(plain):
            for start in (0, *(match.end() for match in re.finditer(r"[ '’\-]+", run))):
                found += self._spelled(re.sub(r"[^a-z]", "", run[start:]))
        return tuple(dict.fromkeys(found))

    def _spelled(self, letters: str) -> list[str]:
        """Terms from the beginning of ``letters`` on, passing over other valid syllables."""
        found, position = [], 0
        while position < len(letters):
            length = self._match(letters, position)
            if length:
                found.append(self._terms[letters[position : position + length]])
            else:
                syllable = _SYLLABLE.match(letters, position)
                if syllable is None:
                    break
                length = len(syllable[0])
            position += length
        return found

    def _match(self, letters: str, position: int) -> int:
        for length in range(min(self._longest, len(letters) - position), _SHORTEST - 1, -1):
            if letters[position : position + length] in self._terms:
                return length
        return 0


def spell(text: str) -> str:
    """The pinyin of ``text`` without tones; what is not Chinese stays as it is."""
    return "".join(lazy_pinyin(text))
