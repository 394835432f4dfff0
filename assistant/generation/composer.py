"""Composing an answer with a language model, nothing of which is shown unverified."""

from __future__ import annotations

import queue
from collections.abc import AsyncGenerator, Collection, Iterator, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING

import structlog
from anyio.from_thread import start_blocking_portal

from assistant.generation import passages
from assistant.generation.breaker import CircuitBreaker
from assistant.generation.connection import Connection
from assistant.generation.errors import (
    ModelDeclined,
    ModelResting,
    ModelUnreachable,
    ModelUnusable,
)
from assistant.generation.hygiene import as_material
from assistant.generation.rephrase import LONGEST_REPHRASE_S, accepted, shown_history
from assistant.generation.reply import Reply
from assistant.generation.writer import Writer
from assistant.model import Evidence, Statement
from assistant.settings import Settings
from corpus.errors import ModelUnavailable
from prompts import Prompt, load

if TYPE_CHECKING:
    from langchain_core.prompts import ChatPromptTemplate

_log = structlog.get_logger(__name__)


class GenerativeComposer:
    """The ``ModelWriter`` port over a chat model. Safe for many threads and for event loops."""

    def __init__(
        self,
        connection: Connection,
        timeout_s: float,
        breaker: CircuitBreaker | None = None,
    ) -> None:
        self._connection = connection
        self._timeout_s = timeout_s
        self._breaker = breaker or CircuitBreaker()
        self._compose = load("compose")
        self._rephrase = load("rephrase")

    @property
    def prompt_version(self) -> str:
        """The version of the composing prompt, as answers report it."""
        return self._compose.version

    def warm_up(self) -> None:
        """Loads the client libraries (2 s) so that the first caller does not wait for them."""
        self._connection.warm_up()

    def compose(
        self,
        question: str,
        evidence: Sequence[Evidence],
        jurisdictions: Collection[str] | None = None,
    ) -> Iterator[Statement]:
        """Yields verified statements as soon as each is complete.

        ``jurisdictions`` (full names) are the places that may be spoken of; None allows all.
        Raises ``ModelUnavailable`` when nothing could be verified; once a statement was given,
        a failing server only ends the stream. Closing the iterator closes the connection.
        """
        ready: queue.SimpleQueue[Statement | BaseException | None] = queue.SimpleQueue()

        async def produce() -> None:
            try:
                async with aclosing(self.acompose(question, evidence, jurisdictions)) as stream:
                    async for statement in stream:
                        ready.put(statement)
                ready.put(None)
            except BaseException as fault:
                ready.put(fault)
                raise

        with start_blocking_portal() as portal:
            running = portal.start_task_soon(produce)
            try:
                while (item := ready.get()) is not None:
                    if isinstance(item, BaseException):
                        raise item
                    yield item
            finally:
                running.cancel()

    async def acompose(
        self,
        question: str,
        evidence: Sequence[Evidence],
        jurisdictions: Collection[str] | None = None,
    ) -> AsyncGenerator[Statement, None]:
        """``compose`` for an event loop."""
        tokens = passages.numbered(evidence)
        if not tokens:
            raise ModelDeclined("没有可供大模型依据的条款")
        writer, heard = Writer(tokens, jurisdictions, question), Reply()
        values = {"passages": passages.shown(tokens), "question": as_material(question)}
        try:
            async with aclosing(self._ask(self._compose, values, self._timeout_s)) as reply:
                async for chunk in reply:
                    for statement in writer.take_all(heard.feed(chunk)):
                        yield statement
                    if writer.lost:
                        break
            for statement in writer.take_all(heard.end()):
                yield statement
        except ModelUnreachable:
            if not writer.verified:
                raise
            _log.warning("reply_cut_short", verified=writer.verified)
        if not writer.verified:
            raise _unusable(heard)

    def rephrase(self, question: str, history: Sequence[str]) -> str | None:
        """``arephrase`` for callers without an event loop."""
        with start_blocking_portal() as portal:
            return portal.call(self.arephrase, question, history)

    async def arephrase(self, question: str, history: Sequence[str]) -> str | None:
        """``question`` made understandable without the turns before it (``history``, oldest first).

        None on any fault, and when the reply brings in figures, places, numbers or names that
        no turn holds, or loses those of the question.
        """
        values = {"history": shown_history(history), "question": as_material(question)}
        seconds = min(LONGEST_REPHRASE_S, self._timeout_s)
        heard = Reply()
        try:
            async with aclosing(self._ask(self._rephrase, values, seconds)) as reply:
                async for chunk in reply:
                    heard.feed(chunk)
            heard.end()
        except ModelUnavailable:
            return None
        return accepted(heard.text, question, history)

    async def _ask(
        self, prompt: Prompt, values: dict[str, str], seconds: float
    ) -> AsyncGenerator[str, None]:
        """The reply's chunks; tells the breaker how it went."""
        if not self._breaker.admits():
            raise ModelResting("大模型连续失败，暂停调用，稍后自动恢复")
        stream = self._connection.stream(_template(prompt), dict(values), seconds)
        try:
            async with aclosing(stream) as chunks:
                async for chunk in chunks:
                    yield chunk
        except ModelUnreachable:
            self._breaker.failed()
            raise
        except BaseException:
            self._breaker.abandoned()
            raise
        self._breaker.succeeded()


def _template(prompt: Prompt) -> ChatPromptTemplate:
    # langchain_core takes half a second to import; who runs without a model never pays that.
    from langchain_core.prompts import ChatPromptTemplate

    return ChatPromptTemplate.from_messages([("system", prompt.system), ("human", prompt.user)])


def build_composer(settings: Settings) -> GenerativeComposer | None:
    """The composer for the configured model; None when no model is configured."""
    if not settings.model_base_url:
        return None
    return GenerativeComposer(Connection(settings), settings.model_timeout_s)


def _unusable(heard: Reply) -> ModelUnavailable:
    if heard.declines:
        return ModelDeclined("大模型认为所给条款不能回答这个问题")
    return ModelUnusable("大模型的回复没有一句能由条款证实")
