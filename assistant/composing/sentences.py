"""Sentences of an article, with their offsets: the unit that a quoting answer is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.model import Article

_CLOSERS = "”’」』》）)】〕"
_ENDS = f"。！？!?；;，,：:{_CLOSERS}"
_END = re.compile(rf"[。！？!?；;][{_CLOSERS}]*|\n+")
_ITEM = re.compile(
    r"^\s*(?:(?P<chapter>[一二三四五六七八九十]{1,3}、)|(?P<section>[（(]?[一二三四五六七八九十]{1,3}[）)])"
    r"|(?P<bracketed>[（(]?\d{1,2}[）)])|(?P<counted>\d{1,2}\s*[.．、])|(?P<circled>[①-⑳]))"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """``Article.text[start:end]``; ``marker`` is the kind of number it begins with, if any."""

    text: str
    start: int
    end: int
    marker: str = ""

    @property
    def item(self) -> bool:
        """Whether it is one entry of an inner list."""
        return bool(self.marker) and not self.is_title

    @property
    def is_title(self) -> bool:
        """Whether it is a numbered title: no sentence ends there."""
        return bool(self.marker) and self.text[-1] not in _ENDS


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
    numbered = _ITEM.match(words)
    marker = (numbered.lastgroup or "") if numbered else ""
    found.append(Sentence(words, offset + begin, offset + begin + len(words), marker))


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
