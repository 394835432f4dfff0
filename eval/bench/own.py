"""The project's own search, whole and with sides left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson

from eval.bench.model import DEPTH, Building, Collection, Topic
from eval.bench.process import peak_mib, size_mib
from index.build import build_index
from index.encoder import load_encoder
from index.fusion import Weights
from index.model import Searcher
from index.opening import open_index

_RRF_CONSTANT = 60
_WORDS = 0.1
"""What an article's own words count against its questions' words where there are no vectors."""

WHOLE = Weights()
DENSE = Weights(lexical=0, unasked=0, phrased=0, questions=0)
DENSE_AND_QUESTIONS = Weights(lexical=0, unasked=0, phrased=0)
LEXICAL = Weights(dense=0, questions=0, lexical=_WORDS, unasked=_WORDS, phrased=0)
LEXICAL_AND_QUESTIONS = Weights(dense=0, questions=0, lexical=_WORDS, unasked=_WORDS)
BOTH = Weights(questions=0, lexical=Weights().unasked, phrased=0)


@dataclass(frozen=True, slots=True)
class OwnSystem:
    """The index with one or several sets of weights; several are fused by reciprocal rank."""

    name: str
    weights: tuple[Weights, ...]

    def build(self, collection: Collection, work_dir: Path) -> Building:
        """Build the index, or recall what it took when it was built from the same files."""
        directory = _directory(collection, work_dir)
        report = build_index(collection.corpus_dir, directory, load_encoder(None))
        record = directory / f"{report.version}.building.json"
        if report.unchanged and record.is_file():
            return Building(**orjson.loads(record.read_bytes()))
        building = Building(
            report.manifest.articles, report.seconds, peak_mib(), size_mib(report.path)
        )
        record.write_bytes(orjson.dumps(building))
        return building

    def open(self, collection: Collection, work_dir: Path) -> OwnSearch:
        """The searchers over the index."""
        directory, encoder = _directory(collection, work_dir), load_encoder(None)
        opened = [open_index(directory, encoder, weights=one) for one in self.weights]
        return OwnSearch(tuple(one.searcher for one in opened))


@dataclass(frozen=True, slots=True)
class OwnSearch:
    """Ranks articles with one searcher, or by the reciprocal ranks of several."""

    searchers: tuple[Searcher, ...]

    def rank(self, topic: Topic) -> list[str]:
        """``policy_id#number``, best first."""
        lists = [
            [
                f"{hit.passage.policy_id}#{hit.passage.number}"
                for hit in searcher.search(topic.question, DEPTH, topic.where)
            ]
            for searcher in self.searchers
        ]
        return lists[0] if len(lists) == 1 else by_reciprocal_rank(lists)


def by_reciprocal_rank(lists: Iterable[Sequence[str]]) -> list[str]:
    """Reciprocal rank fusion (Cormack et al. 2009), every list weighing the same."""
    scores: dict[str, float] = {}
    for ranked in lists:
        for rank, one in enumerate(dict.fromkeys(ranked), start=1):
            scores[one] = scores.get(one, 0.0) + 1 / (_RRF_CONSTANT + rank)
    return sorted(scores, key=lambda one: -scores[one])


def _directory(collection: Collection, work_dir: Path) -> Path:
    return work_dir / collection.name / "index"
