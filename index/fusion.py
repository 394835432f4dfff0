"""How the sides become one score.

The weights were chosen by coordinate descent (``zhengwen bench tune``) on the questions of
``eval/gold/tune.jsonl`` over the five policies and on the STARD questions with ``id % 10 == 0``
over all laws and over ten thousand articles of them; they lie on a plateau, where a third more or
less of any one changes no figure by more than a point. With these vectors the words of the articles
themselves add little to lay questions; the words of the similar questions add much, where there
are any.

BM25 scores of the articles' words count squared: a strong match speaks for an article, of the weak
ones there are hundreds, which would displace what the vectors find. They count less where an
article's questions speak for it: at the weight that suits articles without questions, the heads of
laws, which have some, crowded the end of the list. Adding scaled scores was as good as reciprocal
rank fusion at its best constant, and unlike a rank a score says how near an article came.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from index.dense import Scores

# Between these numbers of articles the weight of words falls with their logarithm.
FEW, MANY = 2_000, 50_000

BOOSTS: Mapping[str, float] = {
    "title": 0.25,
    "number": 1.0,
    "chapter": 0.5,
    "heading": 0.5,
    "text": 0.75,
    "questions": 1.0,
    "text_pairs": 0.25,
    "questions_pairs": 0.5,
}


@dataclass(frozen=True, slots=True)
class Weights:
    """What each side contributes to a score.

    ``dense`` and ``questions`` weigh cosines, negative ones counted as 0; an article's own
    wording counts as one of its similar questions, so that having some is never a drawback and
    having none only a small one. ``lexical`` weighs the BM25 score of the article's words,
    ``unasked`` that of an article without similar questions (both scores squared) among many
    articles, ``unasked_among_few`` among few, either times the strength of the match, and
    ``phrased`` that of the similar questions' words, all scaled to 0…1. ``place`` is added to
    articles of a place that the question names and taken off those of other places, ``named`` is
    added to articles of a document that it names, ``ended`` taken off articles that are no longer
    in force, and ``addressed`` added to the very article whose number it gives.

    ``boosts`` say what a match in each lexical field weighs.

    The other four are the shares of the lexicon: what everyday words mean (``terms``) and other
    names (``synonyms``), against the question's own words at 1, in the lexical query and in the
    question's vector.
    """

    dense: float = 1.0
    questions: float = 0.6
    lexical: float = 0.02
    unasked: float = 0.08
    unasked_among_few: float = 0.4
    phrased: float = 0.3
    place: float = 0.12
    named: float = 0.3
    ended: float = 0.1
    addressed: float = 10.0

    boosts: Mapping[str, float] = field(default_factory=lambda: BOOSTS)
    lexical_terms: float = 0.2
    lexical_synonyms: float = 0.1
    vector_terms: float = 0.15
    vector_synonyms: float = 0.1

    def among(self, articles: int) -> Weights:
        """The weights for a collection of so many articles.

        The more articles, the likelier the best match of words is one by chance. Everyday
        questions over 800 articles of twenty laws and regulations find theirs among the first ten
        in 0.77 with 0.3 and in 0.72 with 0.08 (of fixed weights); times the strength of the match 0.4
        is best among few and 0.08 among 150,000 (STARD).
        """
        share = (math.log(max(articles, 1)) - math.log(FEW)) / (math.log(MANY) - math.log(FEW))
        share = min(max(share, 0.0), 1.0)
        unasked = self.unasked_among_few + share * (self.unasked - self.unasked_among_few)
        return replace(self, unasked=unasked)


@dataclass(frozen=True, slots=True)
class Sides:
    """The scores of the candidates, side by side; the arrays run in parallel.

    ``strength`` is what a term of the question brings the best match of the articles' words.
    ``lexical`` and ``phrased`` are 0 where a candidate was not found that way, ``questions``
    NaN where an article has no similar questions; ``asked`` tells whether it has enough of them.
    ``place`` is 1 for the named place, -1 for another one,
    else 0; ``named``, ``ended`` and ``addressed`` are 1 or 0.
    """

    dense: Scores
    questions: Scores
    asked: npt.NDArray[np.bool_]
    strength: float
    lexical: Scores
    phrased: Scores
    place: Scores
    named: Scores
    ended: Scores
    addressed: Scores


def fuse(weights: Weights, sides: Sides) -> Scores:
    """The fused score of each candidate."""
    questions = np.fmax(sides.questions, sides.dense)
    worded = np.where(sides.asked, weights.lexical, weights.unasked * sides.strength)
    total = (
        weights.dense * np.maximum(sides.dense, 0.0)
        + weights.questions * np.maximum(questions, 0.0)
        + worded * sides.lexical**2
        + weights.phrased * sides.phrased
        + weights.place * sides.place
        + weights.named * sides.named
        - weights.ended * sides.ended
        + weights.addressed * sides.addressed
    )
    fused: Scores = total.astype(np.float32)
    return fused
