"""How surely an article supports an answer: a small logistic model over retrieval evidence.

The weights are learned from questions with known articles (``zhengwen eval calibrate``), with
each asked question's own record left out, and lie in ``support.json`` beside this file.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.composing.quoting import Scored
from assistant.model import Evidence
from assistant.understanding.domain import names_accredited
from index.coverage import Rarity, Terms
from index.model import Hit, Matrix, Vector
from index.query import Query

# Of the similar questions of an article, those whose mean tells how near it is asked.
NEAREST = 3
# How much a nearer similar question outweighs a farther one.
SHARPNESS = 20.0
_LATIN = re.compile(r"[a-z]{2,}")
# What can be told of an article without similar questions.
BARE = (
    "bias",
    "dense",
    "sentence",
    "lexical",
    "lexical_share",
    "words",
    "words_unknown",
    "pairs",
    "pairs_unknown",
    "foreign",
    "for_others",
    "head",
)
WEIGHTS = Path(__file__).with_name("support.json")


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """The terms of an article's own text, and of that with its similar questions.

    ``accredited`` when the article or its document is about accredited enterprises.
    """

    text: Terms
    all: Terms
    accredited: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article found, its sentences scored, and the probability that it supports an answer."""

    evidence: Evidence
    hit: Hit
    sentences: tuple[Scored, ...]
    support: float
    features: Mapping[str, float]
    vector: Vector

    @property
    def policy_id(self) -> str:
        """The policy of the article."""
        return self.evidence.policy.id


def companion_features(
    best: Candidate, other: Candidate, *, rank: int, broad: bool
) -> dict[str, float]:
    """What tells whether ``other`` is cited beside ``best``.

    ``rank`` counts the candidates by support, the best is 0; ``broad`` when the question asks
    for several measures anyway (a list, a topic, a comparison).
    """
    return {
        "bias": 1.0,
        "best": log_odds(best.support),
        "own": log_odds(other.support),
        "likeness": float(best.vector @ other.vector),
        "rank": float(rank),
        "same_policy": float(best.policy_id == other.policy_id),
        "broad": float(broad),
        "for_others": other.features["for_others"] - best.features["for_others"],
        "words": other.features["words_asked"] - best.features["words_asked"],
    }


@dataclass(frozen=True, slots=True)
class SupportModel:
    """Logistic weights by feature name, and the probabilities from which articles are cited.

    ``weights`` judge an article by itself (``bare`` one that nobody wrote similar questions for,
    such as a user's own document), from ``answer_from`` on it may carry an answer;
    ``companion`` judges whether one is cited beside a surer one, from ``cite_from`` on.
    """

    weights: dict[str, float]
    bare: dict[str, float]
    companion: dict[str, float]
    answer_from: float
    cite_from: float

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> SupportModel:
        """The committed weights."""
        return cls(**json.loads(path.read_text("utf-8")))

    def probability(self, features: Mapping[str, float], *, asked: bool = True) -> float:
        """The probability that the article supports an answer.

        ``asked`` tells whether the article has similar questions.
        """
        return _logistic(self.weights if asked else self.bare, features)

    def beside(self, features: Mapping[str, float]) -> float:
        """The probability that the article belongs beside the surest one."""
        return _logistic(self.companion, features)


def _logistic(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    total = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def log_odds(probability: float) -> float:
    """The inverse of the logistic function, kept within ±12."""
    bounded = min(max(probability, 6e-6), 1 - 6e-6)
    return math.log(bounded / (1 - bounded))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the features see it: its terms, and the best scores among its hits.

    ``weight`` is what all of its terms weigh, against which a BM25 score becomes a share;
    ``foreign`` counts its Latin words that neither the collection nor the lexicon knows.
    """

    terms: Terms
    score: float
    runner_up: float
    lexical: float
    weight: float
    foreign: float
    accredited: bool

    @classmethod
    def of(cls, read: Query, hits: Sequence[Hit], rarity: Rarity) -> Asked:
        """The question as the index reads it, and its hits, best first.

        A question mostly in Latin letters is weighed by the Chinese terms it means.
        """
        scores = [hit.score for hit in hits] + [0.0, 0.0]
        latin = _LATIN.findall(read.text)
        chinese = _LATIN.sub(" ", read.text)
        spelled_out = bool(read.terms) and sum(map(len, latin)) > len(chinese.replace(" ", ""))
        terms = Terms.of(" ".join((chinese, *read.terms)) if spelled_out else read.text)
        strange = [] if read.terms else rarity.unknown(latin)
        lexical = max((hit.scores.get("lexical", 0.0) for hit in hits), default=0.0)
        weight = sum(map(rarity.weight, terms.words | terms.pairs)) or 1.0
        return cls(
            terms,
            scores[0],
            scores[1],
            lexical,
            weight,
            min(len(strange), 3.0),
            names_accredited(read.text),
        )


@dataclass(frozen=True, slots=True)
class Votes:
    """How the similar questions near the question speak for one article.

    ``near`` is the mean cosine of its nearest few; ``share`` its part of the votes that the
    similar questions of all candidates cast, each weighing the more the nearer it is.
    """

    near: float
    share: float


def votes(vector: Vector, questions: Sequence[Matrix]) -> list[Votes]:
    """The votes for each group of similar questions, given their vectors."""
    cosines = [np.sort(rows @ vector)[::-1] for rows in questions]
    weights = [float(np.exp(SHARPNESS * one).sum()) for one in cosines]
    whole = sum(weights) or 1.0
    return [
        Votes(float(one[:NEAREST].mean()) if len(one) else 0.0, weight / whole)
        for one, weight in zip(cosines, weights, strict=True)
    ]


def features(
    asked: Asked,
    hit: Hit,
    words: ArticleWords,
    sentences: tuple[Scored, ...],
    rarity: Rarity,
    vote: Votes,
    elsewhere: Votes,
) -> dict[str, float]:
    """The evidence that one article supports an answer, by feature name.

    Cosines of the dense side, of the nearest similar question and of the best sentence; shares
    of the question's words and character pairs that the article names, alone and with its
    similar questions; shares that nothing in the collection names; the lead over the next hit;
    whether it asks of accredited enterprises what the article grants to others (``for_others``);
    and how near the question is to what other authorities are asked (``elsewhere``).
    """
    lexical = hit.scores.get("lexical", 0.0)
    rival = asked.runner_up if hit.score >= asked.score else asked.score
    terms = asked.terms
    return {
        "bias": 1.0,
        "dense": hit.scores.get("dense", 0.0),
        "questions": hit.scores.get("questions", 0.0),
        "questions_near": vote.near,
        "votes": vote.share,
        "elsewhere_near": elsewhere.near,
        "elsewhere_votes": elsewhere.share,
        "sentence": max((entry.score for entry in sentences), default=0.0),
        "lexical": lexical / asked.lexical if asked.lexical else 0.0,
        "lexical_share": lexical / asked.weight,
        "words": rarity.covered(terms.words, words.text.words),
        "words_asked": rarity.covered(terms.words, words.all.words),
        "words_unknown": rarity.covered(terms.words, rarity.unknown(terms.words)),
        "pairs": rarity.covered(terms.pairs, words.text.pairs),
        "pairs_asked": rarity.covered(terms.pairs, words.all.pairs),
        "pairs_unknown": rarity.covered(terms.pairs, rarity.unknown(terms.pairs)),
        "foreign": asked.foreign,
        "for_others": float(asked.accredited and not words.accredited),
        "lead": hit.score - rival,
        "head": float(hit.passage.number == 0),
    }
