"""The assistant: one question in, one answer out, whole or streamed."""

from __future__ import annotations

import datetime as dt
import time
import uuid
from collections.abc import Iterator

from assistant.answer import Answer, Question, StreamEvent
from assistant.pipeline import PIPELINE, Parts, State
from assistant.rendering import render, suggestions
from corpus import PolicyStore


class Assistant:
    """Answers questions from one opened index. Safe to share between threads."""

    def __init__(self, parts: Parts, index_version: str) -> None:
        self._parts = parts
        self.index_version = index_version

    @property
    def store(self) -> PolicyStore:
        """The policies this assistant answers from."""
        return self._parts.store

    def ask(self, question: Question) -> Answer:
        """The answer to ``question``. Raises ``AssistantError`` for an unknown region."""
        *_, last = self.stream(question)
        assert last.answer is not None
        return last.answer

    def stream(self, question: Question) -> Iterator[StreamEvent]:
        """The steps as they begin, the words as they are settled, and last the whole answer."""
        started = time.perf_counter()
        timings: dict[str, float] = {}
        state = State(question, self._parts, question.as_of or self._parts.today())
        for step in PIPELINE:
            if state.draft is None:
                yield StreamEvent(event="stage", text=step.name)
                begun = time.perf_counter()
                state = step(state)
                timings[step.name] = _ms(begun)
        answer = self._finished(state, timings, started)
        for line in answer.answer.splitlines(keepends=True):
            yield StreamEvent(event="delta", text=line)
        yield StreamEvent(event="answer", answer=answer)

    def _finished(self, state: State, timings: dict[str, float], started: float) -> Answer:
        draft = state.draft
        if draft is None:
            raise RuntimeError("the pipeline ended without a draft")
        text, citations = render(draft, state.as_of)
        understood = state.understanding
        cited = {(citation.policy_id, citation.label) for citation in citations}
        related = [one for one in draft.related if (one.policy.id, one.article.label) not in cited]
        return Answer(
            id=state.question.id or uuid.uuid4().hex,
            question=state.question.question,
            resolved_question=(
                understood.text if understood is not None and understood.is_follow_up else None
            ),
            outcome=draft.outcome,
            reason=draft.reason,
            answer=text,
            mode=draft.mode,
            citations=citations,
            suggestions=suggestions(related),
            handoff=draft.handoff,
            as_of=state.as_of,
            index_version=self.index_version,
            timings_ms={**timings, "total": _ms(started)},
        )


def today() -> dt.date:
    """The day in China, where the policies apply, whatever the server's clock zone."""
    return dt.datetime.now(dt.timezone(dt.timedelta(hours=8))).date()


def _ms(since: float) -> float:
    return round((time.perf_counter() - since) * 1000, 3)
