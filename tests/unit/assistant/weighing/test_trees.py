"""Trees are followed here as scikit-learn, which grows them, follows them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.weighing.support import SupportModel
from assistant.weighing.trees import Split, Trees
from eval.learning import grow

SMALL = Trees(-1.0, (Split("near", 0.5, -2.0, Split("far", 0.2, 3.0, 1.0)), 0.25))


@pytest.mark.parametrize(
    ("features", "total"),
    [
        ({"near": 0.5, "far": 0.0}, -2.75),
        ({"near": 0.6, "far": 0.2}, 2.25),
        ({"near": 0.6, "far": 0.3}, 0.25),
        ({}, -2.75),
    ],
)
def test_a_leaf_of_each_tree_counts(features: dict[str, float], total: float) -> None:
    assert SMALL.total(features) == total


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    SMALL.save(tmp_path / "trees.json")
    assert Trees.load(tmp_path / "trees.json") == SMALL
    assert len((tmp_path / "trees.json").read_text("utf-8").splitlines()) == 3


def test_splits_are_counted_by_feature() -> None:
    assert SMALL.splits() == {"near": 1, "far": 1}


def test_grown_trees_tell_what_no_line_divides() -> None:
    rng = np.random.default_rng(7)
    points = rng.uniform(-1, 1, (600, 2))
    rows = [({"x": x, "y": y, "bias": 1.0}, bool(x * y > 0)) for x, y in points.tolist()]
    trees = grow(rows)
    right = [(trees.total(features) > 0) == label for features, label in rows]
    assert sum(right) / len(right) > 0.95
    assert set(trees.splits()) == {"x", "y"}


def test_the_committed_model_has_trees_and_survives_saving(tmp_path: Path) -> None:
    model = SupportModel.load()
    assert len(model.answer.trees) > 50
    assert len(model.bare_answer.trees) > 50
    model.save(tmp_path)
    assert SupportModel.load(tmp_path) == model
