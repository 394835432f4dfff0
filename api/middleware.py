"""What happens to every request before and after its route, as plain ASGI middleware."""

from __future__ import annotations

import re
import time
import traceback
import uuid

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import Problem, problem_response

log = structlog.get_logger("zhengwen.access")

REQUEST_ID = "X-Request-ID"
ACCEPTED_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
# Probes, assets and the console's own traffic are of interest only when debugging.
QUIET_PATHS = ("/healthz", "/readyz", "/static/", "/console/")

# The browser itself is told to load nothing from anywhere else. Gradio and Swagger UI need
# inline scripts and styles, and Gradio compiles its templates at run time.
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'"
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


class AccessLog:
    """Gives every request an id, logs it without its words, and turns a crash into a problem.

    A caller's own ``X-Request-ID`` is kept when it is harmless. Neither query string nor body
    nor an exception's message is logged: they may hold what a caller asked.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request within its log entry."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = _request_id(scope)
        scope.setdefault("state", {})["request_id"] = request_id
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        await self._answer(scope, receive, send, request_id)

    async def _answer(self, scope: Scope, receive: Receive, send: Send, request_id: str) -> None:
        began = time.perf_counter()
        status = 0

        async def tagged(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers[REQUEST_ID] = request_id
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self.app(scope, receive, tagged)
        except Exception as error:
            log.error("crash", path=scope["path"], **_where(error))
            if not status:
                problem = internal_error()
                response = problem_response(problem, instance=scope["path"], request_id=request_id)
                await response(scope, receive, tagged)
        finally:
            _write(scope, status, time.perf_counter() - began)


class BodyLimit:
    """Refuses request bodies of more than ``max_bytes``, announced or not, with a 413.

    Starlette's own limiter answers an announced body in plain English text; raising where the
    body is read lets our error handlers answer.
    """

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self.app = app
        self.max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request with its body counted."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "")
        length = int(announced) if announced.isdecimal() else 0
        received = 0

        async def counted() -> Message:
            nonlocal received
            if length > self.max_bytes:
                raise HTTPException(413)
            message = await receive()
            received += len(message.get("body", b""))
            if received > self.max_bytes:
                raise HTTPException(413)
            return message

        await self.app(scope, counted, send)


def internal_error() -> Problem:
    """The problem of a failure of ours: it says what to do, not what broke."""
    return Problem(
        type="urn:zhengwen:problem:internal-error",
        title="服务内部错误",
        status=500,
        detail="本次请求未能完成，请稍后重试；若多次出现，请将请求编号告知管理员。",
    )


def _request_id(scope: Scope) -> str:
    given = Headers(scope=scope).get(REQUEST_ID, "")
    return given if ACCEPTED_ID.fullmatch(given) else uuid.uuid4().hex


def _where(error: Exception) -> dict[str, object]:
    frames = traceback.extract_tb(error.__traceback__)
    return {
        "error": type(error).__name__,
        "frames": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-8:]],
    }


def _write(scope: Scope, status: int, seconds: float) -> None:
    write = log.debug if scope["path"].startswith(QUIET_PATHS) else log.info
    write(
        "request",
        method=scope["method"],
        path=scope["path"],
        status=status,
        duration_ms=round(seconds * 1000, 1),
    )
