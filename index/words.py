"""Cutting Chinese text into the terms of the lexical index: words and character pairs."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import rjieba

WORD_LIST = Path(__file__).with_name("words.txt")

# High enough that the cutter keeps a listed term whole, whatever its parts' frequencies.
_FREQUENCY = 100_000
# Words whose inner words are remembered: a language has some ten thousand common ones.
_WORDS = 16_384
_RUNS = re.compile(r"[0-9a-z]+(?:[.%][0-9a-z]+)*%?|[\u3400-\u9fff]+")
_HAN = re.compile(r"[\u3400-\u9fff]+")


def domain_words() -> tuple[str, ...]:
    """The project's own terms of customs and trade, longest first."""
    return _domain_words()


def words(text: str) -> list[str]:
    """The words of ``text`` in order, long ones after the shorter words inside them.

    Expects normalised text (see ``index.text.normalise``); punctuation is dropped.
    """
    cutter = _cutter()
    terms: list[str] = []
    for run in _RUNS.findall(text):
        if "\u3400" <= run[0] <= "\u9fff":
            for word in cutter.cut(run):
                terms += [*_inner(word), word]
        else:
            terms.append(run)
    return terms


@lru_cache(maxsize=_WORDS)
def _inner(word: str) -> tuple[str, ...]:
    """The shorter words inside a word; a lone character is none."""
    known = _cutter().has_word
    return tuple(
        inner
        for length in range(2, len(word))
        for start in range(len(word) - length + 1)
        if known(inner := word[start : start + length])
    )


def pairs(text: str) -> list[str]:
    """The overlapping pairs of neighbouring Chinese characters; a lone character stands alone."""
    terms: list[str] = []
    for run in _HAN.findall(text):
        terms.extend(run[i : i + 2] for i in range(max(len(run) - 1, 1)))
    return terms


@cache
def _domain_words() -> tuple[str, ...]:
    lines = WORD_LIST.read_text(encoding="utf-8").splitlines()
    found = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def _cutter() -> rjieba.Jieba:
    cutter = rjieba.Jieba()
    for word in _domain_words():
        cutter.add_word(word, _FREQUENCY, "n")
    return cutter
