"""Learning how surely an article supports an answer, from questions with known articles.

A logistic regression over the features of ``assistant.support``. Each gold question gives its
candidates twice: as they are, and with the gold articles taken away (then nothing that is left
supports an answer, except what the case calls acceptable, which is left out of training).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.support import Candidate, SupportModel

# Taken away from the top only: what stands lower never gets cited.
LEFT = 3


@dataclass(frozen=True, slots=True)
class Weighed:
    """A question's candidates, and which articles are gold or acceptable: (policy, number)."""

    candidates: tuple[Candidate, ...]
    gold: frozenset[tuple[str, int]]
    acceptable: frozenset[tuple[str, int]]


def rows(questions: Sequence[Weighed]) -> Iterator[tuple[dict[str, float], bool]]:
    """Feature rows with whether the article supports an answer."""
    for question in questions:
        for one in question.candidates:
            key = (one.evidence.policy.id, one.evidence.article.number)
            if key not in question.acceptable:
                yield dict(one.features), key in question.gold
        if question.gold:
            yield from _without_gold(question)


def _without_gold(question: Weighed) -> Iterator[tuple[dict[str, float], bool]]:
    wrong = [
        one
        for one in question.candidates
        if (one.evidence.policy.id, one.evidence.article.number)
        not in question.gold | question.acceptable
    ]
    wrong.sort(key=lambda one: -one.hit.score)
    best = [one.hit.score for one in wrong] + [0.0, 0.0]
    for place, one in enumerate(wrong[:LEFT]):
        lead = one.hit.score - (best[1] if place == 0 else best[0])
        yield {**one.features, "lead": lead}, False


def fit(questions: Sequence[Weighed], model: SupportModel, strength: float = 10.0) -> SupportModel:
    """``model`` with newly learned weights; its thresholds stay."""
    from sklearn.linear_model import LogisticRegression  # heavy: only for calibration

    seen = list(rows(questions))
    names = [name for name in seen[0][0] if name != "bias"]
    matrix = np.array([[row[name] for name in names] for row, _ in seen])
    labels = np.array([label for _, label in seen])
    learned = LogisticRegression(C=strength, max_iter=5_000).fit(matrix, labels)
    weights = {"bias": float(learned.intercept_[0])}
    weights |= dict(zip(names, map(float, learned.coef_[0]), strict=True))
    rounded = {name: round(weight, 3) for name, weight in weights.items()}
    return SupportModel(rounded, model.answer_from, model.list_from)


def save(model: SupportModel, path: Path) -> None:
    """Write the model where the assistant loads it from."""
    fields = {
        "weights": model.weights,
        "answer_from": model.answer_from,
        "list_from": model.list_from,
    }
    path.write_text(json.dumps(fields, indent=2) + "\n", "utf-8")
