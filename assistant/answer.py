"""The answer object: one schema for the command line, batch files, HTTP and SSE."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Outcome(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    CLARIFICATION = "clarification"
    UNANSWERABLE = "unanswerable"
    REFUSED = "refused"
    ERROR = "error"


class Reason(StrEnum):
    """Why an outcome other than ``answered`` came about."""

    NO_BASIS = "no_basis"
    NOT_SPECIFIED = "not_specified"
    OTHER_REGION = "other_region"
    EXPIRED = "expired"
    NO_SUCH_ARTICLE = "no_such_article"
    OFF_TOPIC = "off_topic"
    INJECTION = "injection"
    ABUSE = "abuse"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    INTERNAL = "internal"


class Mode(StrEnum):
    """Who wrote the answer: the articles themselves, a model, or the fallback of one."""

    EXTRACTIVE = "extractive"
    GENERATIVE = "generative"
    DEGRADED = "degraded"


class Frozen(BaseModel):
    """Base of the wire models: immutable, unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Citation(Frozen):
    """One place the answer rests on; ``quote`` is exactly ``source[start:end]``."""

    marker: int
    policy_id: str
    title: str
    doc_number: str | None
    article: int
    label: str
    heading: str
    quote: str
    start: int
    end: int
    jurisdiction: str
    issued_on: dt.date | None
    status: str
    responsible_units: tuple[str, ...]
    url: str


class Suggestion(Frozen):
    """An article that is related but not what the answer rests on."""

    policy_id: str
    title: str
    label: str
    heading: str
    url: str


class Handoff(Frozen):
    """Who can help further: a department, a hotline, and why."""

    department: str
    phone: str | None = None
    note: str | None = None


class Answer(Frozen):
    """What every caller receives for one question."""

    id: str
    question: str
    resolved_question: str | None = Field(
        default=None, description="the self-contained question when it was a follow-up"
    )
    outcome: Outcome
    reason: Reason | None = None
    answer: str
    mode: Mode = Mode.EXTRACTIVE
    citations: tuple[Citation, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    handoff: Handoff | None = None
    as_of: dt.date
    index_version: str
    prompt_version: str | None = None
    timings_ms: dict[str, float] = Field(default_factory=dict)


class Question(Frozen):
    """What a caller asks. ``history`` holds the user's earlier turns, oldest first."""

    id: str | None = None
    question: str
    history: tuple[str, ...] = ()
    region: str | None = None
    as_of: dt.date | None = None


class StreamEvent(Frozen):
    """One event of a streamed answer; the last one is always ``answer``.

    ``stage`` carries the name of the step that begins, ``delta`` verified words to append,
    ``answer`` the whole answer object.
    """

    event: Literal["stage", "delta", "answer"]
    text: str = ""
    answer: Answer | None = None
