"""The assistant: one question in, one answer out, whole or streamed."""

from __future__ import annotations

import datetime as dt
import time
import uuid
from collections.abc import Generator, Iterator
from dataclasses import replace

from assistant.answer import Answer, Mode, Question, StreamEvent
from assistant.composing.rendering import Numbering, render, suggestions
from assistant.composing.rewriting import can_be_rewritten, rewritten
from assistant.model import Draft
from assistant.pipeline import ENUMERATED, JUDGE, PIPELINE
from assistant.state import Parts, State
from corpus import PolicyStore

REHEARSED = ("办理要几个工作日", "有哪些支持措施")
"""A question of each way through the search, asked before anybody calls."""


# The stage in which a model writes, after the pipeline's own.
WRITE = "write"


class Assistant:
    """Answers questions from one opened index. Safe to share between threads."""

    def __init__(self, parts: Parts, index_version: str) -> None:
        self._parts = parts
        self.index_version = index_version

    @property
    def store(self) -> PolicyStore:
        """The policies this assistant answers from."""
        return self._parts.store

    def warm_up(self) -> None:
        """Does ahead what the first questions would else wait for; they may be asked meanwhile."""
        self._parts.finder.warm_up()
        for question in REHEARSED:  # what is compiled and mapped on first use
            self.weighed(Question(question=question))

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
        for stage in PIPELINE:
            if state.draft is None:
                yield StreamEvent(event="stage", text=stage.name)
                begun = time.perf_counter()
                state = stage(state)
                timings[stage.name] = _ms(begun)
        state = yield from self._written(state, timings)
        answer = self._finished(state, timings, started)
        if answer.mode is not Mode.GENERATIVE:
            for line in answer.answer.splitlines(keepends=True):
                yield StreamEvent(event="delta", text=line)
        yield StreamEvent(event="answer", answer=answer)

    def weighed(self, question: Question) -> State:
        """The state after the search, for calibration and for warming up; nothing is judged or composed."""
        return self._before(JUDGE, question)

    def understood(self, question: Question) -> State:
        """The state with the question understood, for calibration; nothing is searched."""
        return self._before(ENUMERATED, question)

    def _before(self, name: str, question: Question) -> State:
        state = State(question, self._parts, question.as_of or self._parts.today())
        for stage in PIPELINE:
            if stage.name == name:
                break
            state = stage(state)
        return state

    def _written(
        self, state: State, timings: dict[str, float]
    ) -> Generator[StreamEvent, None, State]:
        """The state with its draft written afresh by the model, where there is one."""
        model, draft, understood = self._parts.model, state.draft, state.understanding
        if model is None or draft is None or understood is None:
            return state
        if not can_be_rewritten(draft, state.cited):
            return state
        yield StreamEvent(event="stage", text=WRITE)
        begun = time.perf_counter()
        numbering = Numbering(state.as_of)
        words = rewritten(model, understood.text, draft, state.cited, numbering)
        while True:
            try:
                yield StreamEvent(event="delta", text=next(words))
            except StopIteration as done:
                timings[WRITE] = _ms(begun)
                return replace(state, draft=done.value)

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
            prompt_version=self._prompt_version(draft),
            timings_ms={**timings, "total": _ms(started)},
        )

    def _prompt_version(self, draft: Draft) -> str | None:
        model = self._parts.model
        return model.prompt_version if model and draft.mode is not Mode.EXTRACTIVE else None


def today() -> dt.date:
    """The day in China, where the policies apply, whatever the server's clock zone."""
    return dt.datetime.now(dt.timezone(dt.timedelta(hours=8))).date()


def _ms(since: float) -> float:
    return round((time.perf_counter() - since) * 1000, 3)
