"""What travels between the steps: evidence, the places in it, and the statements that rest on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.model import Article, PolicyMetadata, Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """An article that may support an answer, with its policy's metadata and source text."""

    policy: PolicyMetadata
    source: str
    article: Article


@dataclass(frozen=True, slots=True)
class Basis:
    """The words ``evidence.article.text[start:end]``, on which a statement rests."""

    evidence: Evidence
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where these words stand in the source text."""
        return self.evidence.article.body.span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer, without markers, and what it rests on."""

    text: str
    bases: tuple[Basis, ...]


class Composer(Protocol):
    """Writes the statements of an answer from evidence, best first."""

    def compose(self, question: str, evidence: Sequence[Evidence]) -> Iterator[Statement]:
        """Yields statements one by one; raises ``ModelUnavailable`` when it cannot."""
        ...
