"""How the three sides become one score."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.dense import Scores


@dataclass(frozen=True, slots=True)
class Weights:
    """What each side contributes.

    ``lexical`` scores are divided by the best one of the question, so that they lie in 0…1
    like cosines; ``dense`` and ``questions`` are cosines, negative ones counted as 0.
    ``terms`` is the weight of lexicon terms against the question's own words, in the lexical
    query and in the question's vector.
    """

    dense: float = 1.0
    lexical: float = 0.3
    questions: float = 0.6
    lexical_terms: float = 0.5
    dense_terms: float = 0.3


def fuse(weights: Weights, dense: Scores, lexical: Scores, questions: Scores) -> Scores:
    """The fused score of each candidate; the arrays run in parallel over the candidates."""
    best = lexical.max(initial=0.0)
    total = weights.dense * np.maximum(dense, 0.0)
    total += weights.lexical * lexical / best if best > 0 else 0.0
    total += weights.questions * np.maximum(questions, 0.0)
    fused: Scores = total.astype(np.float32)
    return fused
