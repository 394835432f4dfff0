"""The evidence that an article answers a question, as numbers that a model can weigh."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.composing.quoting import Scored
from assistant.phrasing import Phrasing
from assistant.understanding.domain import names_accredited
from index.coverage import Rarity, Terms
from index.model import Hit, Matrix, Vector
from index.query import Query

# Of the questions beside an article, those whose mean tells how near it is asked.
NEAREST = 3
# How much a nearer question outweighs a farther one.
SHARPNESS = 20.0
_LATIN = re.compile(r"[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """The terms of an article's own text, and of that with its similar questions.

    ``accredited`` when the article or its document is about accredited enterprises.
    """

    text: Terms
    all: Terms
    accredited: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the features see it: its terms, and the best scores among its hits.

    ``weight`` is what all of its terms weigh, against which a BM25 score becomes a share;
    ``foreign`` counts its Latin words that neither the collection nor the lexicon knows;
    ``phrasing`` is the evidence of its words that no document answers what is asked like this.
    """

    terms: Terms
    score: float
    runner_up: float
    lexical: float
    weight: float
    foreign: float
    accredited: bool
    phrasing: float

    @classmethod
    def of(cls, read: Query, hits: Sequence[Hit], rarity: Rarity, phrasing: Phrasing) -> Asked:
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
            phrasing.weight(terms),
        )


@dataclass(frozen=True, slots=True)
class Votes:
    """How one group of known questions speaks: those of an article, or of other authorities.

    ``near`` is the mean cosine of its nearest few; ``share`` its part of the votes that the
    questions of all groups cast, each weighing the more the nearer it is.
    """

    near: float
    share: float


def votes(vector: Vector, questions: Sequence[Matrix]) -> list[Votes]:
    """The votes of each group of questions, given their vectors."""
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
    unsaid: Votes,
    elsewhere: Votes,
) -> dict[str, float]:
    """The evidence that one article supports an answer, by feature name.

    Cosines of the dense side, of the nearest similar question and of the best sentence; shares
    of the question's words and character pairs that the article names, alone and with its
    similar questions; shares that nothing in the collection names; the lead over the next hit;
    whether it asks of accredited enterprises what the article grants to others (``for_others``);
    how near the question is to what is asked around the article in vain (``unsaid``) and to what
    other authorities are asked (``elsewhere``); and how it is worded (``phrasing``).
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
        "unsaid_near": unsaid.near,
        "unsaid_votes": unsaid.share,
        "phrasing": asked.phrasing,
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
