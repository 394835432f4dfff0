"""What a question is searched with: its own words in normal form, and the terms behind them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from index.lexicon import Lexicon
from index.pinyin import PinyinIndex
from index.text import normalise
from index.typos import TypoTolerance
from index.words import domain_words

REMEMBERED = 1024


@dataclass(frozen=True, slots=True)
class Query:
    """What a question says and means.

    ``text`` is the question in normal form, known English and pinyin in Chinese, known terms
    spelled right. ``terms`` are official words for what it says in everyday ones, ``synonyms``
    other names of what it names; neither repeats words of the text.
    """

    text: str
    terms: tuple[str, ...]
    synonyms: tuple[str, ...] = ()


class QueryReader:
    """Reads questions with a lexicon and a list of known terms. Safe to share."""

    def __init__(self, lexicon: Lexicon, known: tuple[str, ...]) -> None:
        self._lexicon = lexicon
        self._pinyin = PinyinIndex(known, lexicon.latin)
        self._typos = TypoTolerance(known)
        # One question is searched in several scopes; a busy hour asks the same things again.
        self._read = lru_cache(maxsize=REMEMBERED)(self._read_anew)

    def read(self, question: str) -> Query:
        """The query for a question as it was typed."""
        return self._read(question)

    def names(self, term: str) -> tuple[str, ...]:
        """What else a term is called."""
        return self._lexicon.names(normalise(term))

    def _read_anew(self, question: str) -> Query:
        text = " ".join(normalise(question).split())
        text = self._typos.mended(self._pinyin.in_chinese(self._lexicon.in_chinese(text)))
        return Query(text, self._lexicon.meant(text), self._lexicon.synonyms(text))


@cache
def default_reader() -> QueryReader:
    """The reader over the project's own lexicon and word list."""
    return QueryReader(Lexicon.load(), domain_words())
