"""Claims about the passages themselves, settled before the words of a sentence are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.verification import counting, labels, ranking, unruled
from assistant.verification.source import Source


@dataclass(frozen=True, slots=True)
class Claims:
    """What is left of a stretch of words when its true claims are taken out.

    ``of_each``: the rest is said of every cited article. ``nothing_more``: only grammar is left.
    """

    text: str
    of_each: bool = False
    nothing_more: bool = False


def settle(text: str, cited: Sequence[Source], given: Sequence[Source]) -> Claims:
    """Takes out of ``text`` what is true of absence, of numbers of articles, of counts and ranks."""
    rest, missing = unruled.without_true(text, cited, given)
    rest, labelled = labels.without_true(rest, [source.evidence for source in cited])
    rest, counted = counting.without_true(rest, cited)
    rest, titled = counting.without_titles(rest, cited)
    rest, ranked = ranking.without_true(rest)
    if not (missing or labelled or counted or titled or ranked):
        return Claims(text)
    told = labelled or titled
    several = len(cited) > 1 and (told or counted)
    if several:
        rest = rest.rstrip("。.；; ") + "："  # it only leads to what each article is said to be
    return Claims(rest, several, (missing or told) and labels.says_nothing_more(rest))
