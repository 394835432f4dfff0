"""How surely an article supports an answer: a small logistic model over retrieval evidence.

The weights are learned from questions with known articles (``zhengwen eval calibrate``), with
each asked question's own record left out, and lie in ``support.json`` beside this file.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.composing.quoting import Scored
from assistant.model import Evidence
from index.coverage import Rarity, Terms
from index.model import Hit

WEIGHTS = Path(__file__).with_name("support.json")


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """The terms of an article's own text, and of that with its similar questions."""

    text: Terms
    all: Terms


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article found, its sentences scored, and the probability that it supports an answer."""

    evidence: Evidence
    hit: Hit
    sentences: tuple[Scored, ...]
    support: float
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class SupportModel:
    """Logistic weights by feature name, and the probabilities from which articles are cited."""

    weights: dict[str, float]
    answer_from: float
    list_from: float

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> SupportModel:
        """The committed weights."""
        return cls(**json.loads(path.read_text("utf-8")))

    def probability(self, features: dict[str, float]) -> float:
        """The probability that the article supports an answer."""
        total = sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the features see it: its terms, and the best scores among its hits."""

    terms: Terms
    score: float
    runner_up: float
    lexical: float

    @classmethod
    def of(cls, topic: str, hits: Sequence[Hit]) -> Asked:
        """The question and its hits, best first."""
        scores = [hit.score for hit in hits] + [0.0, 0.0]
        lexical = max((hit.scores.get("lexical", 0.0) for hit in hits), default=0.0)
        return cls(Terms.of(topic), scores[0], scores[1], lexical)


def features(
    asked: Asked, hit: Hit, words: ArticleWords, sentences: tuple[Scored, ...], rarity: Rarity
) -> dict[str, float]:
    """The evidence that one article supports an answer, by feature name.

    Cosines of the dense side, of the nearest similar question and of the best sentence; shares
    of the question's words and character pairs that the article names, alone and with its
    similar questions; shares that nothing in the collection names; the lead over the next hit.
    """
    rival = asked.runner_up if hit.score >= asked.score else asked.score
    terms = asked.terms
    return {
        "bias": 1.0,
        "dense": hit.scores.get("dense", 0.0),
        "questions": hit.scores.get("questions", 0.0),
        "sentence": max((entry.score for entry in sentences), default=0.0),
        "lexical": hit.scores.get("lexical", 0.0) / asked.lexical if asked.lexical else 0.0,
        "words": rarity.covered(terms.words, words.text.words),
        "words_asked": rarity.covered(terms.words, words.all.words),
        "words_unknown": rarity.covered(terms.words, rarity.unknown(terms.words)),
        "pairs": rarity.covered(terms.pairs, words.text.pairs),
        "pairs_asked": rarity.covered(terms.pairs, words.all.pairs),
        "pairs_unknown": rarity.covered(terms.pairs, rarity.unknown(terms.pairs)),
        "lead": hit.score - rival,
        "head": float(hit.passage.number == 0),
    }
