"""The door of ``/console``: a waiting page until Gradio is there, then Gradio.

Importing Gradio takes seconds. It is imported in the background, after the assistant, so that
neither the liveness probe nor the first answers wait for it.
"""

from __future__ import annotations

import asyncio
import re

import structlog
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.background import in_daemon_thread
from api.console.mount import mount
from api.pages.rendering import page
from api.problems import ProblemError
from api.warmup import Ready, Warmup

log = structlog.get_logger("zhengwen.console")

# What the console's own page asks for. Gradio's other doors (uploads, files by path, proxying,
# monitoring, editing) stay shut.
OPEN_PATHS = re.compile(
    r"/?|/(assets|static)/.+|/(gradio_api/)?theme\.css|/config|/manifest\.json"
    r"|/gradio_api/(info|startup-events|queue/join|queue/data|cancel|reset|heartbeat/[^/]+)/?"
)


class ConsoleGate:
    """The ASGI application mounted at ``/console``."""

    def __init__(self, warmup: Warmup) -> None:
        self._warmup = warmup
        self._console: ASGIApp | None = None
        self._failure: str | None = None
        self._task: asyncio.Task[None] | None = None
        self._closing = asyncio.Event()

    def start(self) -> None:
        """Begin building the console once the assistant is ready."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Shut the console down, or give up building it."""
        self._closing.set()
        if self._task is None:
            return
        if self._console is None:
            self._task.cancel()
        await asyncio.wait({self._task}, timeout=5)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request from Gradio, or the waiting page until Gradio is there."""
        if self._console is None:
            await self._waiting()(scope, receive, send)
            return
        inner = scope["path"].removeprefix(scope.get("root_path", ""))
        if not OPEN_PATHS.fullmatch(inner):
            raise HTTPException(404)
        await self._console(scope, receive, send)

    async def _run(self) -> None:
        try:
            ready = await self._warmup.wait(None)
            await self._serve(ready)
        except ProblemError as error:
            self._failure = error.problem.detail
        except Exception as error:
            self._failure = "坐席台未能载入，请查看服务日志；问答接口不受影响。"
            log.error("console_failed", error=type(error).__name__, exc_info=True)

    async def _serve(self, ready: Ready) -> None:
        mounted = await in_daemon_thread(lambda: mount(ready), "build-console")
        async with mounted.lifespan():
            self._console = mounted.app
            log.info("console_ready")
            await self._closing.wait()

    def _waiting(self) -> Response:
        headers = {"Retry-After": "2", "Cache-Control": "no-store"}
        return page("waiting.html", status=503, headers=headers, failure=self._failure)
