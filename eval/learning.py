"""Models from rows of features with labels: logistic weights, and boosted trees."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from assistant.weighing.trees import Node, Split, Trees

Row = tuple[dict[str, float], bool]
"""Features by name, and whether the article supports an answer."""

# The inverse of the regularisation; a dozen features and thousands of rows need little of it.
STRENGTH = 1.0
# The trees that judge whether the surest article answers: twice as many, or deeper
# ones, are within the noise on questions left out of learning.
GROWN, DEPTH, LEAF, RATE, SAMPLED = 150, 3, 30, 0.06, 0.7


def learn(seen: Sequence[Row], strength: float = STRENGTH) -> dict[str, float]:
    """Logistic weights by feature name, the bias among them.

    Learned from features of one spread, so that the regularisation does not favour those that
    happen to be large.
    """
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]  # heavy

    names = [name for name in seen[0][0] if name != "bias"]
    matrix = np.array([[row[name] for name in names] for row, _ in seen])
    labels = np.array([label for _, label in seen])
    centre, spread = matrix.mean(axis=0), matrix.std(axis=0)
    spread[spread == 0] = 1.0
    learned = LogisticRegression(C=strength, max_iter=5_000)
    learned.fit((matrix - centre) / spread, labels)
    own = learned.coef_[0] / spread
    weights = {"bias": float(learned.intercept_[0] - own @ centre)}
    weights |= dict(zip(names, map(float, own), strict=True))
    return {name: round(weight, 3) for name, weight in weights.items()}


def grow(seen: Sequence[Row]) -> Trees:
    """Boosted trees that tell the labels by the features, as log odds."""
    from sklearn.ensemble import GradientBoostingClassifier  # type: ignore[import-untyped]  # heavy

    names = [name for name in seen[0][0] if name != "bias"]
    matrix = np.array([[row[name] for name in names] for row, _ in seen])
    labels = np.array([label for _, label in seen])
    grown = GradientBoostingClassifier(
        n_estimators=GROWN,
        learning_rate=RATE,
        max_depth=DEPTH,
        min_samples_leaf=LEAF,
        subsample=SAMPLED,
        max_features=SAMPLED,
        random_state=0,
    ).fit(matrix, labels)
    prior = float(labels.mean())
    trees = tuple(_node(tree.tree_, 0, names) for tree in grown.estimators_[:, 0])
    return Trees(round(math.log(prior / (1 - prior)), 4), trees)


def _node(tree: Any, at: int, names: Sequence[str]) -> Node:
    """The node at ``at`` of a scikit-learn tree, with all under it."""
    if tree.children_left[at] < 0:
        return round(float(tree.value[at, 0, 0]) * RATE, 4)
    return Split(
        names[tree.feature[at]],
        round(float(tree.threshold[at]), 5),
        _node(tree, tree.children_left[at], names),
        _node(tree, tree.children_right[at], names),
    )
