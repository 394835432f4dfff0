"""Sentences of an article, with their offsets: the unit that a quoting answer is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.model import Article

_CLOSERS = "”’」』》）)】〕"
_END = re.compile(rf"[。！？!?；;][{_CLOSERS}]*|\n+")
_ITEM = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|[（(]?\d{1,2}[）)]|\d{1,2}\s*[.．、]|[①-⑳])"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """``Article.text[start:end]``; ``item`` when it is one entry of an inner list."""

    text: str
    start: int
    end: int
    item: bool = False


def split(text: str, offset: int = 0) -> tuple[Sentence, ...]:
    """Sentences of ``text``; semicolons part too, since a 款 may hold several measures."""
    found: list[Sentence] = []
    start = 0
    for match in _END.finditer(text):
        _append(found, text, start, match.end(), offset)
        start = match.end()
    _append(found, text, start, len(text), offset)
    return tuple(found)


def _append(found: list[Sentence], text: str, start: int, end: int, offset: int) -> None:
    raw = text[start:end]
    words = raw.strip()
    if not any(character.isalnum() for character in words):
        return
    begin = start + len(raw) - len(raw.lstrip())
    found.append(
        Sentence(words, offset + begin, offset + begin + len(words), bool(_ITEM.match(words)))
    )


def of_article(article: Article) -> tuple[Sentence, ...]:
    """The sentences of ``article`` after its heading; the heading alone when there is no more."""
    heading = heading_length(article)
    return split(article.text[heading:], heading) or split(article.text)


def heading_length(article: Article) -> int:
    """How many characters of ``article.text`` its heading takes, its full stop included."""
    if not article.heading or not article.text.startswith(article.heading):
        return 0
    length = len(article.heading)
    while length < len(article.text) and article.text[length] in "。.：: \n":
        length += 1
    return length
