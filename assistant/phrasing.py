"""What the words of a question alone tell: do such documents answer what is asked like this?

Two questions on one subject may differ in a word: how long a refund takes is ruled, which forms it
needs is not. The collection keeps both kinds of questions beside its articles, and every word has
a weight of evidence, the logarithm of how much oftener it is in one kind than in the other (Good,
1950; a naive Bayes classifier, its evidence scaled by the square root of the words counted, since
neighbouring words say the same twice).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from index.coverage import Terms

# Added to every count, so that a word seen in one kind only is no proof.
PRIOR = 0.5
# A word met once tells nothing.
SEEN = 2


class Phrasing:
    """Weighs the words of questions. Safe to share between threads."""

    def __init__(self, answered: Iterable[Terms], unanswered: Iterable[Terms]) -> None:
        self._answered, answers = _counted(answered)
        self._unanswered, gaps = _counted(unanswered)
        self._scale = math.log((answers + 2 * PRIOR) / (gaps + 2 * PRIOR))

    def weight(self, terms: Terms) -> float:
        """The evidence that such a question is *not* answered: about -5 to 5, 0 for none."""
        told = [
            self._evidence(term)
            for term in terms.words | terms.pairs
            if self._answered[term] + self._unanswered[term] >= SEEN
        ]
        return sum(told) / math.sqrt(len(told)) if told else 0.0

    def _evidence(self, term: str) -> float:
        odds = (self._unanswered[term] + PRIOR) / (self._answered[term] + PRIOR)
        return math.log(odds) + self._scale


def _counted(questions: Iterable[Terms]) -> tuple[Counter[str], int]:
    counts: Counter[str] = Counter()
    number = 0
    for terms in questions:
        counts.update(terms.words | terms.pairs)
        number += 1
    return counts, number
