"""What a benchmark is made of: topics, and the rows of its table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index.model import Filter

DEPTH = 100
MEASURES = ("R@1", "R@5", "R@10", "R@100", "RR@10", "nDCG@10")
NAMES = ("Recall@1", "Recall@5", "Recall@10", "Recall@100", "MRR@10", "nDCG@10")


@dataclass(frozen=True, slots=True)
class Topic:
    """A question, the articles that answer it (``policy_id#number``), and the caller's filter."""

    id: str
    question: str
    gold: frozenset[str]
    where: Filter | None = None


@dataclass(frozen=True, slots=True)
class Collection:
    """One size of the benchmark: documents on disk, and the questions asked of them."""

    name: str
    corpus_dir: Path
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Building:
    """What it took to build: seconds, the process's peak memory and the files, in MiB."""

    articles: int
    seconds: float
    peak_mib: float
    disk_mib: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. Latencies in milliseconds, memory of the searching process in MiB."""

    collection: str
    system: str
    topics: int
    measures: Mapping[str, float]
    p50_ms: float
    p95_ms: float
    open_s: float
    memory_mib: float
    building: Building


@dataclass(frozen=True, slots=True)
class Turns:
    """The latencies of systems that took turns, in milliseconds.

    ``ratio`` is the median over the questions of what a system took by what the first one took.
    """

    collection: str
    system: str
    p50_ms: float
    p95_ms: float
    ratio: float
