"""The model's turn: the drafted answer written afresh from the same articles, verified.

Only answers are rewritten. Refusals, facts from metadata and articles asked for by number stand
as they are: a model has nothing to add to them.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from assistant.answer import Mode, Outcome
from assistant.composing.answers import section
from assistant.composing.rendering import Numbering, render_section
from assistant.model import Draft, Evidence, Section, Statement
from assistant.weighing.support import Candidate
from corpus.errors import ModelUnavailable
from corpus.model import NATIONWIDE


class ModelWriter(Protocol):
    """What the pipeline needs of a model; ``assistant.generation.GenerativeComposer`` is one."""

    @property
    def prompt_version(self) -> str:
        """The version of the prompt it writes with."""
        ...

    def compose(
        self,
        question: str,
        evidence: Sequence[Evidence],
        jurisdictions: Collection[str] | None = None,
    ) -> Iterator[Statement]:
        """Verified statements; raises ``ModelUnavailable`` when there are none."""
        ...

    def rephrase(self, question: str, history: Sequence[str]) -> str | None:
        """The question made self-contained, ``None`` on any fault."""
        ...


def rewritten(
    model: ModelWriter,
    question: str,
    draft: Draft,
    chosen: Sequence[Candidate],
    numbering: Numbering,
) -> Generator[str, None, Draft]:
    """Yields the words of the answer as they are verified; returns the whole draft.

    What the model leaves out is quoted after its words, so that an answer with a model is never
    less complete than one without. When the model fails, ``draft`` comes back, marked degraded.
    """
    evidence = [candidate.evidence for candidate in chosen]
    places = {one.policy.jurisdiction for one in evidence} | {NATIONWIDE}
    statements: list[Statement] = []
    try:
        for statement in model.compose(question, evidence, places):
            statements.append(statement)
            yield numbering.mark(statement)
    except ModelUnavailable:
        if not statements:
            return replace(draft, mode=Mode.DEGRADED)
    written = Section(tuple(statements))
    cited = {basis.evidence.article.id for one in statements for basis in one.bases}
    left_out = [one for one in chosen if one.evidence.article.id not in cited]
    quoted = tuple(section(candidate, labelled=len(places) > 2) for candidate in left_out)
    for part in quoted:
        yield f"\n{render_section(part, numbering)}"
    return replace(draft, lead="", sections=(written, *quoted), mode=Mode.GENERATIVE)


def can_be_rewritten(draft: Draft, chosen: Sequence[Candidate]) -> bool:
    """Whether the draft answers from retrieved articles, and so leaves a model something to do."""
    return bool(chosen) and draft.outcome in (Outcome.ANSWERED, Outcome.PARTIAL)
