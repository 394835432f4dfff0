"""What a question is searched with: its own words in normal form, and the terms behind them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from index.lexicon import Lexicon
from index.pinyin import PinyinIndex
from index.text import normalise
from index.typos import TypoTolerance
from index.words import domain_words


@dataclass(frozen=True, slots=True)
class Query:
    """``text`` in normal form; ``terms`` are official words it means but does not say."""

    text: str
    terms: tuple[str, ...]


class QueryReader:
    """Reads questions with a lexicon and a list of known terms. Safe to share."""

    def __init__(self, lexicon: Lexicon, known: tuple[str, ...]) -> None:
        self._lexicon = lexicon
        self._pinyin = PinyinIndex(known)
        self._typos = TypoTolerance(known)

    def read(self, question: str) -> Query:
        """The query for a question as it was typed."""
        text = " ".join(normalise(question).split())
        mended = (*self._typos.terms(text), *self._pinyin.terms(text))
        meant = self._lexicon.terms(" ".join((text, *mended)))
        return Query(text, tuple(dict.fromkeys((*mended, *meant))))


@cache
def default_reader() -> QueryReader:
    """The reader over the project's own lexicon and word list."""
    return QueryReader(Lexicon.load(), domain_words())
