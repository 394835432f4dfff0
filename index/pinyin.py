"""Chinese words written in pinyin: ``chukou tuishui`` → 出口退税."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from itertools import takewhile

from pypinyin import lazy_pinyin

_RUN = re.compile(r"(?<![0-9a-z])[a-z]+(?:[ '’\-]+[a-z]+)*(?![0-9a-z])")
_WORD = re.compile(r"[a-z]+")
_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|an|ao|ei|en|er|ia|ie|in|iu"
    r"|ou|ua|ui|un|uo|ue|ve|vn|a|e|i|o|u|v)"
)
_SHORTEST = 4  # letters


class PinyinIndex:
    """The words of a list by their pinyin without tones. Safe to share.

    ``foreign`` words are never read as pinyin.
    """

    def __init__(self, terms: Iterable[str], foreign: Container[str] = ()) -> None:
        self._foreign = foreign
        self._terms: dict[str, str] = {}
        for term in terms:
            spelling = "".join(lazy_pinyin(term))
            if len(term) > 1 and len(spelling) >= _SHORTEST and spelling.isalpha():
                self._terms.setdefault(spelling, term)
        self._longest = max(map(len, self._terms), default=0)

    def in_chinese(self, plain: str) -> str:
        """``plain`` (normalised) with the words of the list in Chinese, all else as it is."""
        return _RUN.sub(self._replaced, plain)

    def _replaced(self, run: re.Match[str]) -> str:
        """One stretch of Latin words: a word of the list may be spelled over several of them."""
        words = _WORD.findall(run[0])
        written: list[str] = []
        while words:
            count, spelled = self._longest_spelled(words)
            written += spelled
            words = words[count:]
        return " ".join(written)

    def _longest_spelled(self, words: list[str]) -> tuple[int, list[str]]:
        """How many of the first ``words`` together are pinyin, and what they spell."""
        native = list(takewhile(lambda word: word not in self._foreign, words))
        for count in range(len(native), 0, -1):
            spelled = self._spelled("".join(words[:count]))
            if spelled:
                return count, spelled
        return 1, words[:1]

    def _spelled(self, letters: str) -> list[str]:
        """``letters`` as words of the list and single syllables; empty when neither fits."""
        parts: list[str] = []
        position, known = 0, 0
        while position < len(letters):
            length = self._match(letters, position)
            syllable = None if length else _SYLLABLE.match(letters, position)
            if not length and syllable is None:
                return []
            end = position + (length or len(syllable[0] if syllable else ""))
            parts.append(self._terms[letters[position:end]] if length else letters[position:end])
            known += length
            position = end
        return parts if 2 * known >= len(letters) else []

    def _match(self, letters: str, position: int) -> int:
        longest = min(self._longest, len(letters) - position)
        for length in range(longest, _SHORTEST - 1, -1):
            if letters[position : position + length] in self._terms:
                return length
        return 0
