"""How surely an article supports an answer: small models over retrieval evidence.

They are learned from questions with known articles that stand beside no policy (``zhengwen eval
calibrate``): logistic weights in ``support.json``, trees in ``answering.jsonl`` and
``answering_bare.jsonl`` beside this file.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from assistant.composing.quoting import Scored
from assistant.model import Evidence
from assistant.understanding.domain import names_accredited
from assistant.weighing.features import COMPARED
from assistant.weighing.phrasing import TABLES
from assistant.weighing.readings import MEASURES as READ
from assistant.weighing.trees import Trees
from assistant.weighing.word_by_word import MEASURES
from index.model import Hit, Vector
from index.text import normalise

# What can be told of an article without similar questions. Topics of other authorities count only by
# how much nearer they come than the article (``elsewhere_lead``): they were written beside prepared
# documents, whose silence on them is known, and this one may be about the very topic.
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
    "focus_text",
    "elsewhere_lead",
    *(f"phrasing_{table}" for table in TABLES),
    "own_sentence",
    "own_pairs",
    *MEASURES,
    *READ,
    *(f"{name}_behind" for name in COMPARED),
    "ahead",
)
# What only the trees are shown. Among the weights the network's word chooses the article as well, and
# then tells less of whether the chosen one answers: in a trial 0.796 of 626 unanswerable questions
# left out of learning were told at 3% false refusals, not 0.827.
OF_THE_SUREST = ("recognised", "unsaid_recognised")
# The log odds of what is not there at all.
LEAST = -12.0
# Texts kept in normal form: a list looks for its subject in all that was found.
TEXTS = 4096
_TERM = re.compile(r"[\w+×*]+")
FOLDER = Path(__file__).parent
WEIGHTS, TREES, BARE_TREES = "support.json", "answering.jsonl", "answering_bare.jsonl"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article found, its sentences scored, and the probability that it supports an answer.

    ``asked`` when it has similar questions.
    """

    evidence: Evidence
    hit: Hit
    sentences: tuple[Scored, ...]
    support: float
    features: Mapping[str, float]
    vector: Vector
    asked: bool

    @property
    def policy_id(self) -> str:
        """The policy of the article."""
        return self.evidence.policy.id

    @property
    def for_accredited(self) -> bool:
        """Whether the article, or its whole document, is for accredited enterprises."""
        return names_accredited(f"{self.evidence.policy.title}\n{self.evidence.article.text}")


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


def list_features(best: Candidate, one: Candidate, *, rank: int, subject: str) -> dict[str, float]:
    """What tells whether ``one`` belongs to a list of all measures on ``subject``.

    ``rank`` counts the candidates by support, the best is 0. ``named`` is the share of the
    subject's terms that the article has in full, ``nearly`` how much it has of the term that it
    has most of: 跨境电商 may stand there as 跨境电子商务.
    """
    text = _spaceless(one.evidence.article.text)
    parts = [_share(term, text) for term in _terms(subject)]
    names = ("dense", "questions_near", "votes", "words", "pairs", "lexical", "sentence", "head")
    return {
        "bias": 1.0,
        "own": log_odds(one.support),
        "best": log_odds(best.support),
        "likeness": float(best.vector @ one.vector),
        "rank": math.log(rank + 1),
        "named": named_share(one, subject),
        "nearly": max(parts, default=0.0),
        **{name: one.features[name] for name in names},
    }


def named_share(one: Candidate, subject: str) -> float:
    """The share of the subject's terms that the article has in full; 0 where it has no terms."""
    text = _spaceless(one.evidence.article.text)
    full = [term in text for term in _terms(subject)]
    return sum(full) / len(full) if full else 0.0


@lru_cache(maxsize=TEXTS)
def _spaceless(text: str) -> str:
    return re.sub(r"\s", "", normalise(text))


@lru_cache(maxsize=TEXTS)
def _terms(subject: str) -> tuple[str, ...]:
    return tuple(term for term in _TERM.findall(normalise(subject)) if len(term) > 1)


def _share(term: str, text: str) -> float:
    """The share of the term's character pairs that ``text`` has."""
    pairs = [a + b for a, b in pairwise(term)]
    return sum(pair in text for pair in pairs) / len(pairs)


def answer_features(ranked: Sequence[Candidate]) -> dict[str, float]:
    """What tells whether the surest of ``ranked`` (never empty) really answers the question.

    Its own evidence once more, since what is sure enough depends on how the question is worded,
    and how far it leads.
    """
    best = ranked[0]
    second = log_odds(ranked[1].support) if len(ranked) > 1 else LEAST
    return {**best.features, "best": log_odds(best.support), "second": second}


@dataclass(frozen=True, slots=True)
class SupportModel:
    """Logistic weights by feature name, and the probabilities from which articles are cited.

    ``weights`` judge an article by itself; ``answer``, boosted trees, then whether the surest one
    really answers, which it does from ``answer_from`` on: how near is near enough depends on how much
    is worded alike, what is asked in vain beside it, and the next one. ``bare``, ``bare_answer`` and
    ``bare_from`` are the same for an article that nobody wrote similar questions for, such as one of
    a user's own document.
    ``companion`` judges whether one is cited beside a surer one, from ``cite_from`` on, and
    ``listed`` whether one belongs to a list, from ``list_from`` on.
    """

    weights: dict[str, float]
    answer: Trees
    bare: dict[str, float]
    bare_answer: Trees
    companion: dict[str, float]
    listed: dict[str, float]
    answer_from: float
    bare_from: float
    cite_from: float
    list_from: float

    @classmethod
    def load(cls, folder: Path = FOLDER) -> SupportModel:
        """The committed weights and trees."""
        return cls(
            **json.loads((folder / WEIGHTS).read_text("utf-8")),
            answer=Trees.load(folder / TREES),
            bare_answer=Trees.load(folder / BARE_TREES),
        )

    def save(self, folder: Path = FOLDER) -> None:
        """Write the weights and the trees where ``load`` finds them."""
        told = {one.name: getattr(self, one.name) for one in fields(self)}
        told.pop("answer").save(folder / TREES)
        told.pop("bare_answer").save(folder / BARE_TREES)
        (folder / WEIGHTS).write_text(json.dumps(told, indent=2) + "\n", "utf-8")

    def probability(self, features: Mapping[str, float], *, asked: bool = True) -> float:
        """The probability that the article supports an answer.

        ``asked`` tells whether the article has similar questions.
        """
        return logistic(self.weights if asked else self.bare, features)

    def answers(self, ranked: Sequence[Candidate], *, ease: float = 1.0) -> bool:
        """Whether the surest of ``ranked`` answers; ``ease`` scales how sure that must be."""
        if not ranked:
            return False
        least = self.answer_from if ranked[0].asked else self.bare_from
        return self.sureness(ranked) >= least * ease

    def sureness(self, ranked: Sequence[Candidate]) -> float:
        """The probability that the surest of ``ranked`` (never empty) answers the question."""
        trees = self.answer if ranked[0].asked else self.bare_answer
        return probability(trees.total(answer_features(ranked)))

    def beside(self, features: Mapping[str, float]) -> float:
        """The probability that the article belongs beside the surest one."""
        return logistic(self.companion, features)

    def in_list(self, features: Mapping[str, float]) -> float:
        """The probability that the article belongs to a list."""
        return logistic(self.listed, features)


def logistic(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """The logistic of the weighted sum; a feature without a weight counts nothing."""
    return probability(sum(weights.get(name, 0.0) * value for name, value in features.items()))


def probability(odds: float) -> float:
    """The logistic function of log odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def log_odds(probability: float) -> float:
    """The inverse of the logistic function, kept within ±12."""
    bounded = min(max(probability, 6e-6), 1 - 6e-6)
    return math.log(bounded / (1 - bounded))
