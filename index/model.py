"""What the index takes in and gives back: passages, filters, hits, and the ports between them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
Vector = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Passage:
    """What is indexed: an article, or one part of a long one.

    ``text`` is the article's own clean words; ``start`` is where they begin in ``Article.text``.
    """

    id: str
    policy_id: str
    label: str
    number: int
    part: int
    start: int
    title: str
    doc_number: str | None
    path: tuple[str, ...]
    heading: str
    text: str
    jurisdiction: str

    @property
    def article_id(self) -> str:
        """``policy_id#label`` of the article this passage belongs to."""
        return f"{self.policy_id}#{self.label}"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which passages may be found. ``None`` leaves a side open.

    ``jurisdictions`` are full names; national rules always apply beside them, and documents of
    uncertain place that speak of one of them.
    ``as_of`` keeps the policies in force on that day.
    """

    jurisdictions: frozenset[str] | None = None
    as_of: dt.date | None = None
    policy_ids: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found, best passage first: the fused score and what each retriever said.

    ``scores`` has the keys ``dense``, ``lexical``, ``questions`` where that side found it: two
    cosines, and BM25 with the question's best passage at 1;
    ``question`` is the similar question that came closest, if one did.
    """

    passage: Passage
    score: float
    scores: Mapping[str, float] = field(default_factory=dict)
    question: str | None = None


class Encoder(Protocol):
    """Turns text into unit vectors of ``dimensions`` float32.

    ``fingerprint`` names the passage vectors themselves: a short string that changes whenever
    the same passage would get another vector (a digest of the weights, or a model name and
    revision). An index is only searched with the encoder that built it, and vectors are only
    reused under the same fingerprint.
    """

    name: str
    dimensions: int
    fingerprint: str

    def encode_queries(self, texts: Sequence[str]) -> Matrix:
        """One row per text; an empty text gives a zero row."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        """One row per text; an empty text gives a zero row."""
        ...


@runtime_checkable
class Searcher(Protocol):
    """Finds articles for a question."""

    def search(self, query: str, k: int = 10, where: Filter | None = None) -> list[Hit]:
        """At most ``k`` hits, best first, an article once."""
        ...
