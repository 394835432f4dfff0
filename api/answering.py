"""Asking without ever breaking off: shared by the event stream and the console."""

from __future__ import annotations

from collections.abc import Iterator

import structlog

from api.clock import today
from api.ports import Assistant
from assistant.answer import Answer, Outcome, Question, Reason, StreamEvent
from assistant.composing.wording import NEXT_STEPS, REFUSALS

log = structlog.get_logger("zhengwen.ask")


def safe_stream(assistant: Assistant, question: Question) -> Iterator[StreamEvent]:
    """The assistant's events; a failure on the way becomes a last ``answer`` event."""
    try:
        for event in assistant.stream(question):
            if event.answer is not None:
                note(event.answer)
            yield event
    except Exception as error:
        # The message may hold the caller's words; the type is enough to find the place.
        log.error("stream_failed", error=type(error).__name__)
        yield StreamEvent(event="answer", answer=failure(question, assistant.index_version))


def failure(question: Question, index_version: str) -> Answer:
    """The answer object of a question that we failed to answer."""
    return Answer(
        id=question.id or "",
        question=question.question,
        outcome=Outcome.ERROR,
        reason=Reason.INTERNAL,
        answer=REFUSALS[Reason.INTERNAL] + NEXT_STEPS.get(Reason.INTERNAL, ""),
        as_of=question.as_of or today(),
        index_version=index_version,
    )


def note(answer: Answer) -> None:
    """Log how a question ended, without its words."""
    log.info(
        "answered",
        outcome=answer.outcome.value,
        reason=answer.reason.value if answer.reason else None,
        mode=answer.mode.value,
        citations=len(answer.citations),
        index_version=answer.index_version,
        timings_ms=answer.timings_ms,
    )
