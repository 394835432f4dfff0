"""What the search for a question that sets nothing side by side leads with, and how surely."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.searching.sides import Side
from assistant.weighing.support import Candidate, log_odds
from index.text import normalise

# From this on (log odds) an article is what is meant, whether or not it has the very words.
SURE = 1.5


def lead_of(sides: Sequence[Side]) -> Candidate | None:
    """The surest article of the one side; ``None`` where nothing was found."""
    return next(iter(sides[0].candidates), None)


def sureness(one: Candidate | None) -> float:
    """How sure (log odds) ``one`` is; very unsure where there is none."""
    return log_odds(one.support if one else 0.0)


def same_article(one: Candidate | None, other: Candidate | None) -> bool:
    """Whether both are the same article, and not nothing."""
    if one is None or other is None:
        return False
    return one.evidence.article.id == other.evidence.article.id


def words_of(one: Candidate | None) -> str:
    """The words of the article, as words are compared; empty where there is none."""
    return normalise(one.evidence.article.text) if one else ""
