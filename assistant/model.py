"""What travels between the steps: evidence, the places in it, and the statements that rest on them."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.answer import Handoff, Mode, Outcome, Reason
from corpus.model import Article, PolicyMetadata, Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """An article that may support an answer, with its policy's metadata and source text.

    ``asked`` are its similar questions, where they are known: everyday words for what it rules;
    ``unsaid`` are questions around it that it leaves open.
    """

    policy: PolicyMetadata
    source: str
    article: Article
    asked: tuple[str, ...] = field(default=(), compare=False, repr=False)
    unsaid: tuple[str, ...] = field(default=(), compare=False, repr=False)


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


@dataclass(frozen=True, slots=True)
class Section:
    """Statements that belong together, under a title such as a document or a place.

    ``note`` follows them, such as the responsible unit; it needs no marker of its own.
    """

    statements: tuple[Statement, ...]
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is numbered and rendered; the order is the reading order."""

    outcome: Outcome
    sections: tuple[Section, ...] = ()
    lead: str = ""
    tail: str = ""
    reason: Reason | None = None
    related: tuple[Evidence, ...] = ()
    handoff: Handoff | None = None
    mode: Mode = Mode.EXTRACTIVE
