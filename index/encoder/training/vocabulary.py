"""The tokens: the words and character bigrams that the training texts use most."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import islice

import rjieba
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from index.encoder.features import Features, fold
from index.encoder.training.material import Material

CHARACTERS = 7000
_WEIGHTS = {
    "national": 1.0,
    "policy": 8.0,
    "customs": 1.5,
    "local": 0.3,
    "encyclopedia": 0.5,
    "answer": 4.0,
    "question": 8.0,
}
_RARE_WORD, _RARE_BIGRAM, _LONGEST_WORD = 3.0, 4.0, 8
_UNKNOWN, _PUNCTUATION_SCORE = -30.0, -5.0
_WORD = re.compile(r"[\u3400-\u9fff]+|[a-z0-9.%]+")
_LONG_NUMBER = re.compile(r"[\d.%]{4,}")
_BIGRAM = re.compile(r"[\u3400-\u9fffa-z]{2}")
_RUN = re.compile(r"\w+")
_PUNCTUATION = "，。、；：？！（）《》“”‘’()<>,.;:?!\"' -—/·…"


def features_of(material: Material, words: int, bigrams: int) -> Features:
    """Counts the material's words and bigrams, each kind of text with its weight, and keeps
    the ``words`` and ``bigrams`` most frequent; all frequent characters stay single tokens."""
    word_counts: dict[str, float] = defaultdict(float)
    bigram_counts: dict[str, float] = defaultdict(float)
    for text, weight in _weighted(material):
        for word in rjieba.cut(text):
            word_counts[word] += weight
        for run in _RUN.findall(text):
            for start in range(len(run) - 1):
                bigram_counts[run[start : start + 2]] += weight
    pairs = (
        pair for pair, n in _ranked(bigram_counts) if n >= _RARE_BIGRAM and _BIGRAM.fullmatch(pair)
    )
    return Features(_tokenizer(word_counts, words), list(islice(pairs, bigrams)))


def _weighted(material: Material) -> Iterable[tuple[str, float]]:
    for text in material.texts:
        yield fold(f"{text.head}\n{text.body}"), _WEIGHTS[text.kind]
    for source, asked in material.asked.items():
        if source not in ("rewritten", "answers", "titles"):
            for one in asked:
                yield fold(one.question), _WEIGHTS["question"]


def _tokenizer(counts: Mapping[str, float], size: int) -> Tokenizer:
    """A Unigram model whose scores are log frequencies, so that it cuts much as jieba does."""
    total = sum(counts.values())
    words = [word for word, n in _ranked(counts) if n >= _RARE_WORD and _is_word(word)][:size]
    scores = {word: math.log(counts[word] / total) for word in words}
    for character in _characters(counts):
        scores.setdefault(character, math.log(max(counts.get(character, 0.0), 0.5) / total))
    for sign in fold(_PUNCTUATION):
        scores.setdefault(sign, _PUNCTUATION_SCORE)
    vocabulary = [("[UNK]", _UNKNOWN), *scores.items()]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=0, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Whitespace(), pre_tokenizers.Punctuation()]
    )
    return tokenizer


def _characters(counts: Mapping[str, float]) -> list[str]:
    characters: dict[str, float] = defaultdict(float)
    for word, n in counts.items():
        for character in word:
            if character.isalnum():
                characters[character] += n
    return [character for character, _ in _ranked(characters)[:CHARACTERS]]


def _is_word(word: str) -> bool:
    fits = 1 < len(word) <= _LONGEST_WORD and bool(_WORD.fullmatch(word))
    return fits and not _LONG_NUMBER.fullmatch(word)


def _ranked(counts: Mapping[str, float]) -> list[tuple[str, float]]:
    """Most frequent first, ties by the word itself, so that the order never changes."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
