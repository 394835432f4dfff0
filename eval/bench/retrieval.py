"""The benchmark itself: every system over every collection, each in a process of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from eval.bench import own
from eval.bench.model import DEPTH, MEASURES, NAMES, Building, Collection, Row, Topic
from eval.bench.own import OwnSystem
from eval.bench.process import apart, peak_mib
from eval.bench.recipe import RecipeSystem

WHOLE = "政问：三路融合"
SYSTEMS: tuple[System, ...]


class Search(Protocol):
    """An opened system."""

    def rank(self, topic: Topic) -> list[str]:
        """``policy_id#number``, best first, at most ``DEPTH``."""
        ...


class System(Protocol):
    """One way to search: picklable, as it travels to its own process."""

    @property
    def name(self) -> str:
        """As the table calls it."""
        ...

    def build(self, collection: Collection, work_dir: Path) -> Building:
        """Build what searching needs, unless it is there."""
        ...

    def open(self, collection: Collection, work_dir: Path) -> Search:
        """Open it for searching."""
        ...


_OURS = OwnSystem(WHOLE, (own.WHOLE,))
_RECIPES = (RecipeSystem("LangChain 配方"), RecipeSystem("LangChain 配方＋BM25", ensemble=True))
SYSTEMS = (
    OwnSystem("BM25", (own.LEXICAL,)),
    OwnSystem("BM25＋相似问", (own.LEXICAL_AND_QUESTIONS,)),
    OwnSystem("向量", (own.DENSE,)),
    OwnSystem("向量＋相似问", (own.DENSE_AND_QUESTIONS,)),
    OwnSystem("BM25＋向量，倒数排名融合", (own.LEXICAL, own.DENSE)),
    OwnSystem("BM25＋向量，加权融合", (own.BOTH,)),
    _OURS,
    *_RECIPES,
)
IN_TURNS: tuple[System, ...] = (_OURS, *_RECIPES)
"""Those that are timed in turns: this project's whole search first."""


def run(
    collections: Sequence[Collection], work_dir: Path, progress: Callable[[str], None]
) -> Iterator[Row]:
    """The rows of the table, one after the other; ``progress`` is told what begins."""
    for collection in collections:
        for system in SYSTEMS:
            progress(f"{collection.name} · {system.name}")
            building = apart(system.build, collection, work_dir)
            yield apart(measure, system, collection, work_dir, building)


def measure(system: System, collection: Collection, work_dir: Path, building: Building) -> Row:
    """Open the system, ask every question once, and score what it ranked."""
    started = time.perf_counter()
    search = system.open(collection, work_dir)
    search.rank(collection.topics[0])  # what is loaded on first use belongs to opening
    opened = time.perf_counter() - started
    ranked, took = {}, []
    for topic in collection.topics:
        started = time.perf_counter()
        ranked[topic.id] = search.rank(topic)
        took.append((time.perf_counter() - started) * 1000)
    p50, p95 = (float(value) for value in np.percentile(took, (50, 95)))
    measures = score(collection.topics, ranked)
    count = len(collection.topics)
    return Row(
        collection.name, system.name, count, measures, p50, p95, opened, peak_mib(), building
    )


def score(topics: Sequence[Topic], ranked: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """The measures by ir-measures, under the names the table uses."""
    # Imported here: a development dependency.
    import ir_measures

    qrels = {topic.id: dict.fromkeys(topic.gold, 1) for topic in topics}
    scored = {
        id: {one: float(DEPTH - place) for place, one in enumerate(dict.fromkeys(articles))}
        for id, articles in ranked.items()
    }
    wanted = {
        name: ir_measures.parse_measure(one) for name, one in zip(NAMES, MEASURES, strict=True)
    }
    found = ir_measures.calc_aggregate(list(wanted.values()), qrels, scored)
    return {name: float(found[one]) for name, one in wanted.items()}
