"""Turns to another article by its number or its place in the order: “下一条呢”, “那第21条呢”."""

from __future__ import annotations

import re

from assistant.understanding.asks.own_words import own_words
from corpus.parsing.numerals import to_int

_ARTICLE = re.compile(
    r"第\s*[0-9０-９一二三四五六七八九十百]+\s*条|[（(][一二三四五六七八九十]+[）)]"
)
# An article told by its place in the order: “最后一条呢” after a question for another one.
_PLACED = re.compile(
    rf"{_ARTICLE.pattern}|倒数第\s*[0-9一二三四五六七八九十]+\s*[条项点]"
    r"|(?:最后|最末|末尾|末|头|首)[的那这]?一?[条项点]"
)
_NEIGHBOUR = re.compile(r"(?P<before>前|上)一?[条项]|(?<!最)(?:后|下)一?[条项]")


def another_article(core: str, rest: str, before: str) -> str | None:
    """The question ``before`` asked of the article that ``core`` names, if it names nothing else.

    ``rest`` is ``core`` without places.
    """
    next_to = _neighbour(core, before)
    if next_to:
        return next_to
    placed = _PLACED.search(core)
    if placed and _PLACED.search(before) and not own_words(_PLACED.sub("", rest)):
        return _PLACED.sub(placed[0], before, count=1)
    return None


def without_number(text: str) -> str:
    """``text`` without the number of an article."""
    return _ARTICLE.sub("", text)


def _neighbour(core: str, before: str) -> str | None:
    """The earlier question for the article before or after the one it named (“下一条呢”)."""
    step, named = _NEIGHBOUR.search(core), _ARTICLE.search(before)
    if step is None or named is None:
        return None
    number = to_int(re.sub(r"[第条（()）\s]", "", named[0])) + (-1 if step["before"] else 1)
    return f"{before[: named.start()]}第{number}条{before[named.end() :]}"
