"""What is known of one question on its way through the pipeline, and what the steps work with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from assistant.answer import Question
from assistant.composing.rewriting import ModelWriter
from assistant.differing.counterparts import Counterparts
from assistant.enumerating import Shelf
from assistant.gathering import Gatherer
from assistant.model import Draft
from assistant.searching.finder import Finder
from assistant.searching.sides import Side
from assistant.understanding import Addresser, Understanding
from assistant.weighing.support import Candidate, SupportModel
from corpus import PolicyStore


@dataclass(frozen=True, slots=True)
class Parts:
    """What the steps work with; made once, shared by all questions."""

    store: PolicyStore
    finder: Finder
    shelf: Shelf
    gatherer: Gatherer
    counterparts: Counterparts
    support: SupportModel
    addresser: Addresser
    clean: Callable[[str], str]
    today: Callable[[], dt.date]
    model: ModelWriter | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What is known of one question so far.

    ``heard`` is the article that answered the question before, where this one follows up.
    """

    question: Question
    parts: Parts
    as_of: dt.date
    text: str = ""
    understanding: Understanding | None = None
    heard: Candidate | None = None
    sides: tuple[Side, ...] = ()
    chosen: tuple[tuple[str, tuple[Candidate, ...]], ...] = ()
    draft: Draft | None = None

    @property
    def cited(self) -> tuple[Candidate, ...]:
        """The chosen candidates of all sides, each once."""
        by_article = {one.evidence.article.id: one for _, found in self.chosen for one in found}
        return tuple(by_article.values())

    @property
    def understood(self) -> Understanding:
        """The understanding, for the steps after ``understand_question``."""
        if self.understanding is None:
            raise RuntimeError("the question has not been understood yet")
        return self.understanding
