"""The articles of the collection by what can be told without weighing: words, chapter, units."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from corpus import PolicyStore
from corpus.model import Article
from index.naming import Catalogue
from index.text import normalise

# Policies whose entries stay in memory; no list is read off more of them than that.
REMEMBERED = 512
_TIMES = re.compile(r"(?<=\d)\s*[×*✕✖x]\s*(?=\d)")
_SIGNS = re.compile(r"[^\w+%]")


def fold(text: str) -> str:
    """``text`` in normal form without spaces and signs; 7×24 and 7*24 are the same."""
    return _SIGNS.sub("", _TIMES.sub("x", normalise(text)))


@dataclass(frozen=True, slots=True)
class Entry:
    """A numbered article: its number, its folded words, the titles above it, its responsible units."""

    policy_id: str
    label: str
    number: int
    words: str
    text: str
    path: tuple[str, ...]
    units: tuple[str, ...]


class Shelf:
    """Hands out the entries of policies in the order of print. Safe to share between threads."""

    def __init__(self, store: PolicyStore, catalogue: Catalogue) -> None:
        self._store = store
        self._entries = lru_cache(maxsize=REMEMBERED)(self._read)
        self.metadata = tuple(store.metadata())
        self.catalogue = catalogue

    def of(self, policy_ids: Iterable[str]) -> tuple[Entry, ...]:
        """The numbered articles of these policies."""
        return tuple(entry for one in policy_ids for entry in self._entries(one))

    def _read(self, policy_id: str) -> tuple[Entry, ...]:
        articles = self._store.articles(policy_id)
        return tuple(_entry(article) for article in articles if article.number > 0)


def _entry(article: Article) -> Entry:
    return Entry(
        article.policy_id,
        article.label,
        article.number,
        fold(article.text),
        article.text,
        article.path,
        article.responsible_units,
    )
