"""How surely an article belongs to a list: a small logistic model, and where a list ends.

The weights are learned from questions for lists with known articles (``eval.memberships``) and
lie in ``membership.json`` beside this file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.weighing.support import logistic

WEIGHTS = Path(__file__).with_name("membership.json")
# How much more a missing article costs than one too many.
RECALL = 1.75
# What is less sure than this is not expected to belong to any list.
EXPECTED = 0.05


@dataclass(frozen=True, slots=True)
class Membership:
    """Logistic weights by feature name."""

    weights: Mapping[str, float]

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> Membership:
        """The committed weights."""
        return cls(json.loads(path.read_text("utf-8")))

    def probability(self, features: Mapping[str, float]) -> float:
        """The probability that the article belongs to the list."""
        return logistic(self.weights, features)


def threshold(probabilities: Sequence[float], recall: float = RECALL) -> float:
    """The probability from which a list is best: its expected F measure is the highest.

    What lies on both sides of it decides: of many equally likely articles all are taken, and after
    a few sure ones nothing that is far less so. ``recall`` weighs completeness.
    """
    ranked = sorted(probabilities, reverse=True)
    weight = recall * recall
    expected = sum(one for one in ranked if one >= EXPECTED)
    best, least, taken = -1.0, 1.0, 0.0
    for count, one in enumerate(ranked, 1):
        taken += one
        measure = (1 + weight) * taken / (count + weight * expected)
        if measure > best:
            best, least = measure, one
    return least
