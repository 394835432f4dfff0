"""From articles to passages: what is embedded and looked up, and how long articles are cut.

A passage is one article, or a part of a long one. Parts end where a clause or a sentence ends,
so that no measure is torn in two; every part keeps the title, the path and the article's label.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from corpus.model import Article, PolicyMetadata
from index.model import Passage

MAX_CHARS = 400
"""Where an article is cut. Static vectors are means over words, so a long text blurs; the laws'
articles have a median of 90 characters and one in forty is longer than this."""

_BORDERS = (
    re.compile(r"\n+"),
    re.compile(r"[。！？；;!?][”’」』）)]*"),
    re.compile(r"[，、：,:]"),
)


def passages_of(
    policy: PolicyMetadata, article: Article, max_chars: int = MAX_CHARS
) -> Iterator[Passage]:
    """The passages of one article of ``policy``, in the order of its text."""
    for part, (start, end) in enumerate(split_text(article.text, max_chars)):
        yield Passage(
            id=f"{article.id}@{part}",
            policy_id=policy.id,
            label=article.label,
            number=article.number,
            part=part,
            start=start,
            title=policy.title,
            doc_number=policy.doc_number,
            path=article.path,
            heading=article.heading,
            text=article.text[start:end],
            jurisdiction=policy.jurisdiction,
        )


def embedded_text(passage: Passage) -> str:
    """What the encoder sees of a passage: where it stands, then its words."""
    return f"{place_of(passage.title, passage.path, passage.heading)}\n{passage.text}"


def place_of(title: str, path: Sequence[str], heading: str) -> str:
    """Where an article stands: its document, its chapters, its heading."""
    return " ".join(part for part in (title, *path, heading) if part)


def split_text(text: str, max_chars: int) -> list[tuple[int, int]]:
    """Cuts ``text`` into even ranges of at most ``max_chars`` that together cover all of it.

    A range ends at a paragraph, else at a sentence, else at a comma, else at the limit.
    """
    ranges: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > max_chars:
        end = _best_break(text, start, max_chars)
        ranges.append((start, end))
        start = end
    ranges.append((start, len(text)))
    return ranges


def _best_break(text: str, start: int, max_chars: int) -> int:
    """The border nearest to an even share of what is left of ``text``."""
    rest = len(text) - start
    even = start + rest // math.ceil(rest / max_chars)
    limit = start + max_chars
    for pattern in _BORDERS:
        ends = [match.end() for match in pattern.finditer(text, (start + even) // 2, limit)]
        if ends:
            return min(ends, key=lambda end: abs(end - even))
    return limit
