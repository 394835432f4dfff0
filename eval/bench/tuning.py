"""How the weights of the search were chosen: coordinate descent on the tuning questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eval.bench.model import Collection
from eval.bench.own import OwnSystem
from eval.bench.retrieval import score
from index.fusion import Weights

GRID: Mapping[str, tuple[float, ...]] = {
    "lexical": (0.0, 0.02, 0.05, 0.1, 0.2),
    "unasked": (0.0, 0.05, 0.08, 0.12),
    "phrased": (0.2, 0.3, 0.4, 0.5),
    "questions": (0.3, 0.6, 1.0, 1.5),
    "place": (0.0, 0.06, 0.12, 0.2),
    "named": (0.0, 0.1, 0.2, 0.3),
    "ended": (0.0, 0.05, 0.1, 0.2),
    "vector_terms": (0.0, 0.15, 0.3, 0.45),
    "vector_synonyms": (0.0, 0.1, 0.2),
    "lexical_terms": (0.0, 0.2, 0.4),
    "lexical_synonyms": (0.0, 0.1, 0.2, 0.4),
    "boosts.title": (0.0, 0.25, 0.5),
    "boosts.chapter": (0.25, 0.5, 1.0),
    "boosts.heading": (0.25, 0.5, 1.0),
    "boosts.text": (0.5, 0.75, 1.0),
    "boosts.text_pairs": (0.0, 0.25, 0.5),
    "boosts.questions": (0.5, 1.0, 1.5),
    "boosts.questions_pairs": (0.25, 0.5, 1.0),
}
_BOOST = "boosts."
_GAIN = 0.0005  # less is noise, and the earlier value stays


@dataclass(frozen=True, slots=True)
class Trial:
    """One set of weights and what it reached: the mean objective over the collections."""

    weights: Weights
    objective: float
    measures: Mapping[str, Mapping[str, float]]


def tune(
    collections: Sequence[Collection],
    work_dir: Path,
    start: Weights,
    progress: Callable[[str, float, Trial], None],
) -> Trial:
    """One round over the grid; ``progress`` is told every name, value and trial."""
    for collection in collections:
        OwnSystem("", (start,)).build(collection, work_dir)
    best = trial(collections, work_dir, start)
    for name, values in GRID.items():
        for value in values:
            tried = trial(collections, work_dir, changed(best.weights, name, value))
            progress(name, value, tried)
            if tried.objective > best.objective + _GAIN:
                best = tried
    return best


def changed(weights: Weights, name: str, value: float) -> Weights:
    """``weights`` with one number changed; ``boosts.text`` names a field's boost."""
    if name.startswith(_BOOST):
        boosts = {**weights.boosts, name.removeprefix(_BOOST): value}
        return replace(weights, boosts=boosts)
    fields: dict[str, float] = {name: value}
    return replace(weights, **fields)  # type: ignore[arg-type]  # boosts is handled above


def trial(collections: Sequence[Collection], work_dir: Path, weights: Weights) -> Trial:
    """Ask every collection's questions with these weights."""
    measures = {}
    for collection in collections:
        search = OwnSystem("", (weights,)).open(collection, work_dir)
        ranked = {topic.id: search.rank(topic) for topic in collection.topics}
        measures[collection.name] = score(collection.topics, ranked)
    objective = sum(map(_objective, measures.values())) / len(measures)
    return Trial(weights, objective, measures)


def _objective(measures: Mapping[str, float]) -> float:
    """The right article high up, and hardly ever missed."""
    return (measures["MRR@10"] + measures["nDCG@10"] + measures["Recall@100"]) / 3
