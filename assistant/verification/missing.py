"""Whether a word, or another of its field of meaning, stands nowhere in the passages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log

from assistant.verification.fold import fold
from assistant.verification.occurrences import bigrams
from assistant.verification.source import Source
from assistant.verification.vocabulary import FIELDS, SYNONYMS

# A word in so many of an article's similar questions is a word for what it rules.
_HEARD = 2
# Fewer questions of a kind tell nothing of how people ask.
_ENOUGH = 20
# 资信费 for 资信调查费: a word that stands there with others between.
_CONTRACTED, _SKIPPING = 3, r"[^,，。;；\n]{0,3}"
_VAGUE_HOLDER = re.compile(r"(?:等|有关|相关|各|行业商?|所在地|其他|其它|该|本)$")


def asked(word: str, source: Source) -> bool:
    """Whether the article is asked about with ``word``, or with both halves of a longer one."""
    halves = (word[:2], word[-2:]) if len(word) > 3 else (word,)
    return all(source.asked.count(half) >= _HEARD for half in halves)


def in_vain(word: str, source: Source) -> bool:
    """Whether callers ask around the article with ``word``, most of them in vain."""
    return source.unsaid.count(word) > 2 * source.asked.count(word)


def leaning(said: str, near: Iterable[Source]) -> float:
    """Whether ``said`` is worded like what passages are asked in vain (above 0) or like what they
    answer, by the pairs of characters of their known questions; 0 where too few are known.
    """
    pairs = bigrams(said)
    known = [one for one in near if min(one.asked.count("|"), one.unsaid.count("|")) >= _ENOUGH]
    if not pairs or not known:
        return 0.0
    return min(_odds(pairs, one) / len(pairs) for one in known)


def _odds(pairs: frozenset[str], source: Source) -> float:
    answered, in_vain = _pairs_of(source.asked), _pairs_of(source.unsaid)
    return sum(
        log((in_vain[0][pair] + 0.5) / (in_vain[1] + 1))
        - log((answered[0][pair] + 0.5) / (answered[1] + 1))
        for pair in pairs
    )


@lru_cache(maxsize=256)
def _pairs_of(questions: str) -> tuple[Counter[str], int]:
    """In how many of the questions each pair stands, and how many there are."""
    each = questions.split("|")
    return Counter(pair for one in each for pair in bigrams(one)), len(each)


def missing(word: str, texts: Iterable[str], *, unnamed: bool) -> bool:
    """Whether neither the word nor one of its field stands in ``texts``.

    Of a longer word, no half of it may stand there. ``unnamed``: a general holder
    (行业商协会) names no particular one.
    """
    pool = "\n".join(texts)
    related = {other for group in _groups() if _touches(word, group) for other in group}
    if any(other in pool for other in related - {word}):
        return False
    if len(word) == _CONTRACTED and re.search(_SKIPPING.join(map(re.escape, word)), pool):
        return False
    if len(word) == 2 and word[::-1] in pool:
        return False  # 核验 of 验核
    pairs = bigrams(word)
    if pairs and 2 * sum(pair in pool for pair in pairs) > len(pairs):
        places = [match.start() for match in re.finditer(re.escape(word), pool)]
        return (
            unnamed and bool(places) and all(_VAGUE_HOLDER.search(pool[:place]) for place in places)
        )
    return bool(pairs) or word not in pool


def _touches(word: str, group: tuple[str, ...]) -> bool:
    return any(
        other == word or (len(other) > 1 and other in word) or (len(word) > 1 and word in other)
        for other in group
    )


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold(word) for word in group) for group in (*FIELDS, *SYNONYMS))
