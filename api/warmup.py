"""Start-up behind an open door: the server answers while the assistant is still being built."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from api.background import in_daemon_thread
from api.catalogue import Catalogue, Counts
from api.ports import Assistant
from api.problems import ProblemError
from corpus.errors import ZhengwenError

log = structlog.get_logger("zhengwen.api")


@dataclass(frozen=True, slots=True)
class Ready:
    """What there is when the warm-up is over."""

    assistant: Assistant
    counts: Counts


class Warmup:
    """Builds the assistant once, in the background, and hands it to whoever waits for it."""

    def __init__(
        self, build: Callable[[], Assistant], on_failed: Callable[[Exception], None]
    ) -> None:
        self._build = build
        self._on_failed = on_failed
        self._task: asyncio.Task[Ready] | None = None

    def start(self) -> None:
        """Begin building; must be called on the running event loop."""
        self._task = asyncio.create_task(self._run())
        # Whoever waits gets the failure too; this only marks it as seen.
        self._task.add_done_callback(lambda task: task.cancelled() or task.exception())

    def stop(self) -> None:
        """Give up waiting for a build that is still under way."""
        if self._task is not None:
            self._task.cancel()

    async def wait(self, seconds: float | None) -> Ready:
        """What is ready, waiting at most ``seconds`` for it (``None``: as long as it takes).

        Raises a 503 problem when it is not ready by then or could not be built.
        """
        if self._task is None:
            raise not_ready()
        await asyncio.wait({self._task}, timeout=seconds)
        if not self._task.done() or self._task.cancelled():
            raise not_ready()
        failure = self._task.exception()
        if failure is not None:
            raise failed(failure)
        return self._task.result()

    async def _run(self) -> Ready:
        began = time.perf_counter()
        try:
            ready = await in_daemon_thread(self._make_ready, "build-assistant")
        except Exception as error:
            log.error("assistant_failed", error=type(error).__name__, detail=_shown(error))
            self._on_failed(error)
            raise
        log.info(
            "assistant_ready",
            index_version=ready.assistant.index_version,
            policies=ready.counts.policies,
            articles=ready.counts.articles,
            seconds=round(time.perf_counter() - began, 2),
        )
        return ready

    def _make_ready(self) -> Ready:
        assistant = self._build()
        return Ready(assistant, Catalogue(assistant.store).counts())


def not_ready() -> ProblemError:
    """The problem of a service that is still starting."""
    return ProblemError(
        503,
        "service-starting",
        "服务正在启动",
        "索引与模型正在载入，请几秒后重试。",
        headers={"Retry-After": "3"},
    )


def failed(failure: BaseException) -> ProblemError:
    """The problem of a service that could not start."""
    return ProblemError(
        503,
        "service-unavailable",
        "服务未能启动",
        _shown(failure),
        headers={"Retry-After": "60"},
    )


def _shown(failure: BaseException) -> str:
    """What may be shown of a failure: our own messages, never those of other libraries."""
    if isinstance(failure, ZhengwenError):
        return str(failure)
    return "问答引擎未能载入，请查看服务日志或联系管理员。"
