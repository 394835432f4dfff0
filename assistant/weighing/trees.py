"""Boosted regression trees over named features, as they are read from a file and followed.

Learned by scikit-learn (``zhengwen eval calibrate``), which is too heavy to load for following a
hundred paths.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Split:
    """Where a tree divides: ``low`` for values of ``feature`` up to ``threshold``, else ``high``."""

    feature: str
    threshold: float
    low: Node
    high: Node


Node = float | Split
"""A leaf's value, or a division."""


@dataclass(frozen=True, slots=True)
class Trees:
    """Gradient-boosted trees (Friedman 2001): ``start`` and a leaf of each tree add up."""

    start: float
    trees: tuple[Node, ...]

    @classmethod
    def load(cls, path: Path) -> Trees:
        """What ``save`` wrote: the start and one tree on each line."""
        start, *trees = map(json.loads, path.read_text("utf-8").splitlines())
        return cls(start, tuple(map(_read, trees)))

    def save(self, path: Path) -> None:
        """Write them to ``path``, a division as ``[feature, threshold, low, high]``."""
        lines = [json.dumps(one) for one in (self.start, *map(_written, self.trees))]
        path.write_text("\n".join(lines) + "\n", "utf-8")

    def total(self, features: Mapping[str, float]) -> float:
        """The log odds for ``features``; what is not among them counts as 0."""
        return self.start + sum(_leaf(tree, features) for tree in self.trees)

    def splits(self) -> Counter[str]:
        """How often the trees ask for each feature."""
        return Counter(name for tree in self.trees for name in _names(tree))


def _leaf(node: Node, features: Mapping[str, float]) -> float:
    while isinstance(node, Split):
        node = node.low if features.get(node.feature, 0.0) <= node.threshold else node.high
    return node


def _names(node: Node) -> Iterator[str]:
    if isinstance(node, Split):
        yield node.feature
        yield from _names(node.low)
        yield from _names(node.high)


def _read(node: Any) -> Node:
    if isinstance(node, list):
        feature, threshold, low, high = node
        return Split(feature, threshold, _read(low), _read(high))
    return float(node)


def _written(node: Node) -> float | list[Any]:
    if isinstance(node, Split):
        return [node.feature, node.threshold, _written(node.low), _written(node.high)]
    return node
