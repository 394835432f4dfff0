"""The chat model behind an OpenAI-compatible address, with one overall deadline.

This is the border to langchain_openai, openai and httpx2: whatever they raise leaves here as
``ModelUnreachable``.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import structlog

from assistant.generation.errors import ModelUnreachable
from assistant.settings import Settings

if TYPE_CHECKING:
    import httpx2
    from langchain_core.messages import AIMessageChunk
    from langchain_core.prompt_values import PromptValue
    from langchain_core.runnables import Runnable
    from langchain_openai import ChatOpenAI

    Prompted = Runnable[dict[str, Any], PromptValue]

_log = structlog.get_logger(__name__)

# A refused request may be tried once more when the server asks for no longer a pause than this.
LONGEST_PAUSE_S = 2.0
_SHORTEST_PAUSE_S = 0.2
_CONNECT_S = 5.0
# A token is at most about this many characters; a reply beyond max_tokens of them is not one.
_CHARACTERS_PER_TOKEN = 4


class _Deadline:
    """A moment (monotonic seconds) by which everything must be over."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds left, never below zero."""
        return max(0.0, self._end - time.monotonic())


class Connection:
    """Asks the configured model. Each request has its own client, closed when it ends."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def warm_up(self) -> None:
        """Loads what a request needs and a process without a model never loads."""
        import langchain_openai  # noqa: F401  # 1.6 s

        _tls()

    async def stream(
        self, prompt: Prompted, values: dict[str, Any], seconds: float
    ) -> AsyncGenerator[str, None]:
        """The reply as it comes, within ``seconds`` in all. Raises ``ModelUnreachable``; closing it closes the connection.

        One task of its own reads the server, so that the deadline holds even while nothing
        comes, and so that a caller who stops reading cancels the request at once.
        """
        await asyncio.to_thread(self.warm_up)  # not the server's fault, so not on its time
        deadline = _Deadline(seconds)
        queue: asyncio.Queue[str | Exception | None] = asyncio.Queue()
        reader = asyncio.create_task(self._read(prompt, values, deadline, queue))
        try:
            while True:
                try:
                    item = await asyncio.wait_for(queue.get(), deadline.left)
                except TimeoutError:
                    raise ModelUnreachable("大模型未在限定时间内答复") from None
                if item is None:
                    return
                if isinstance(item, Exception):
                    raise item
                yield item
        finally:
            reader.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await reader

    async def _read(
        self,
        prompt: Prompted,
        values: dict[str, Any],
        deadline: _Deadline,
        queue: asyncio.Queue[str | Exception | None],
    ) -> None:
        import httpx2  # the library of openai; a run without a model never loads it

        try:
            async with httpx2.AsyncClient(verify=_tls(), timeout=self._timeout()) as client:
                chain = prompt | self._model(client)
                async with aclosing(self._chunks(chain, values, deadline)) as chunks:
                    async for chunk in chunks:
                        queue.put_nowait(chunk)
            queue.put_nowait(None)
        except Exception as fault:  # any fault of the server or of the client libraries
            _log.warning("model_failed", kind=type(fault).__name__, detail=str(fault)[:200])
            queue.put_nowait(_translated(fault))

    async def _chunks(
        self, chain: Runnable[dict[str, Any], Any], values: dict[str, Any], deadline: _Deadline
    ) -> AsyncGenerator[str, None]:
        """The text of each chunk; asks once more when it was refused before the first."""
        room = self._settings.model_max_tokens * _CHARACTERS_PER_TOKEN
        for attempt in range(2):
            started, finished = False, False
            try:
                # Left to the garbage collector, the generators would keep the connection open.
                replies = cast("AsyncGenerator[AIMessageChunk, None]", chain.astream(values))
                async with aclosing(replies) as messages:
                    async for message in messages:
                        finished = finished or "finish_reason" in message.response_metadata
                        if not message.text:
                            continue
                        started = True
                        room -= len(message.text)
                        yield message.text
                        if room < 0:
                            return
                if not finished:
                    raise ModelUnreachable("大模型的回复中断")
                return
            except Exception as fault:  # judged by _pause; anything else goes on to _read
                pause = None if started or attempt else _pause(fault)
                if pause is None or pause >= deadline.left:
                    raise
                await asyncio.sleep(pause)

    def _model(self, client: httpx2.AsyncClient) -> ChatOpenAI:
        # langchain_openai takes 1.6 s to import; who runs without a model never pays that.
        from langchain_openai import ChatOpenAI

        settings = self._settings
        return ChatOpenAI(
            model=settings.model_name,
            base_url=settings.model_base_url,
            api_key=settings.model_api_key,
            http_async_client=client,
            temperature=0,
            seed=7,
            max_retries=0,
            # Usage in the stream is asked for by an option that some gateways refuse.
            stream_usage=False,
            # max_tokens would go out as max_completion_tokens, which many servers do not know.
            extra_body={"max_tokens": settings.model_max_tokens},
        )

    def _timeout(self) -> httpx2.Timeout:
        import httpx2  # loaded by _read already

        whole = self._settings.model_timeout_s
        return httpx2.Timeout(whole, connect=min(_CONNECT_S, whole))


@cache
def _tls() -> ssl.SSLContext:
    """Certificates are read once: 25 ms a request otherwise."""
    return ssl.create_default_context()


def _pause(fault: Exception) -> float | None:
    """How long to wait before asking again; None when asking again is of no use."""
    import openai  # loaded with langchain_openai by now

    if isinstance(fault, openai.APITimeoutError):
        return None
    if isinstance(fault, openai.APIConnectionError):
        return _SHORTEST_PAUSE_S
    if isinstance(fault, openai.APIStatusError) and fault.status_code in {429, 503}:
        try:
            pause = float(fault.response.headers.get("retry-after", _SHORTEST_PAUSE_S))
        except ValueError:
            return None
        return max(pause, _SHORTEST_PAUSE_S) if pause <= LONGEST_PAUSE_S else None
    return None


def _translated(fault: Exception) -> ModelUnreachable:
    import httpx2  # loaded by _read already
    import openai  # loaded with langchain_openai by now

    if isinstance(fault, ModelUnreachable):
        return fault
    if isinstance(fault, openai.APITimeoutError | TimeoutError):
        return ModelUnreachable("大模型未在限定时间内答复")
    if isinstance(fault, openai.RateLimitError):
        return ModelUnreachable("大模型服务繁忙（429）")
    if isinstance(fault, openai.APIStatusError):
        return ModelUnreachable(f"大模型服务出错（{fault.status_code}）")
    if isinstance(fault, openai.APIConnectionError | httpx2.TransportError):
        return ModelUnreachable("与大模型的连接失败或中断")
    return ModelUnreachable("大模型的回复无法读取")
