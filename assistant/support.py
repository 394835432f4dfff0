"""How surely an article supports an answer: a small logistic model over retrieval evidence.

The weights are learned from questions with known articles (``zhengwen eval calibrate``), with
each asked question's own record left out, and lie in ``support.json`` beside this file.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path

from assistant.composing.quoting import Scored, bigrams, overlap
from assistant.model import Evidence
from index.model import Hit

WEIGHTS = Path(__file__).with_name("support.json")
FEATURES = ("bias", "dense", "questions", "lexical", "overlap", "sentence", "margin")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article found, its sentences scored, and the probability that it supports an answer."""

    evidence: Evidence
    hit: Hit
    sentences: tuple[Scored, ...]
    support: float


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


def features(
    question: str, hit: Hit, evidence: Evidence, sentences: tuple[Scored, ...], best: float
) -> dict[str, float]:
    """The evidence for one article; ``best`` is the top fused score for the question."""
    pairs = bigrams(question)
    return {
        "bias": 1.0,
        "dense": hit.scores.get("dense", 0.0),
        "questions": hit.scores.get("questions", 0.0),
        "lexical": hit.scores.get("lexical", 0.0),
        "overlap": overlap(pairs, f"{evidence.article.heading} {evidence.article.text}"),
        "sentence": max((entry.score for entry in sentences), default=0.0),
        "margin": hit.score / best if best > 0 else 0.0,
    }
