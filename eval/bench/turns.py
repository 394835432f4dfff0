"""Latencies of systems that take turns at every question.

The rows of the table are measured minutes apart, and the speed of a shared machine drifts by more
than two fast systems differ. Here each question is asked of one system after the other, in an order
that goes round, in one process: what slows one slows all.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from eval.bench.model import Collection, Topic, Turns
from eval.bench.retrieval import System

_FIRST = Topic("", "海关", frozenset())


def in_turns(systems: Sequence[System], collection: Collection, work_dir: Path) -> list[Turns]:
    """The latencies of ``systems``, each asked every question once. All have been built."""
    if not collection.topics:
        return []
    opened = [system.open(collection, work_dir) for system in systems]
    for search in opened:
        search.rank(_FIRST)  # what is loaded on first use belongs to opening
    took = np.zeros((len(collection.topics), len(opened)))
    for row, topic in enumerate(collection.topics):
        first = row % len(opened)
        for place in (*range(first, len(opened)), *range(first)):
            started = time.perf_counter()
            opened[place].rank(topic)
            took[row, place] = (time.perf_counter() - started) * 1000
    ratios = np.median(took / took[:, :1], axis=0)
    p50, p95 = np.percentile(took, (50, 95), axis=0)
    return [
        Turns(collection.name, system.name, float(p50[at]), float(p95[at]), float(ratios[at]))
        for at, system in enumerate(systems)
    ]
