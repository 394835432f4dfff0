"""A real HTTP server that speaks /v1/chat/completions and misbehaves on command.

``with ModelServer() as server:`` listens on a random loopback port. ``server.script(...)`` lays
down the behaviours of the next requests, one each; the last one stays in force.
"""

from __future__ import annotations

import json
import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

from pydantic import SecretStr

from assistant.settings import Settings


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What the server does with one request.

    ``text`` is the reply, sent in pieces of ``piece`` characters with ``pause_s`` between them.
    ``first_s`` is the wait before the first; after ``stop_after`` characters the server stalls
    for ``stall_s``, then goes on, or drops the connection when ``cut``, or ends properly but
    without a finish reason when ``unfinished``. ``raw`` replaces the whole body; ``endless``
    repeats the text until the client leaves.
    """

    text: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    piece: int = 7
    pause_s: float = 0.0
    first_s: float = 0.0
    stop_after: int | None = None
    stall_s: float = 0.0
    cut: bool = False
    unfinished: bool = False
    raw: bytes | None = None
    content_type: str = "text/event-stream"
    endless: bool = False
    reasoning: str = ""
    broken_json_after: int | None = None


class ModelServer:
    """The server, what it was asked, and how each connection ended."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.abandoned = threading.Event()
        self._script: deque[Behaviour] = deque([Behaviour()])
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)
        self.closing = threading.Event()

    def __enter__(self) -> ModelServer:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(timeout=5)

    @property
    def url(self) -> str:
        """The base URL of the API."""
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def settings(self, **changed: Any) -> Settings:
        """Settings that point here."""
        values: dict[str, Any] = {
            "model_base_url": self.url,
            "model_name": "test-model",
            "model_api_key": SecretStr("secret-key"),
            "model_timeout_s": 3.0,
        }
        return Settings(_env_file=None, **(values | changed))

    def script(self, *behaviours: Behaviour) -> None:
        """What to do with the next requests."""
        self._script = deque(behaviours)
        self.requests.clear()
        self.abandoned.clear()

    def says(self, text: str, **how: Any) -> None:
        """Answers every request with ``text``."""
        self.script(Behaviour(text, **how))

    def next(self) -> Behaviour:
        """The behaviour of the request that has just come in."""
        return self._script.popleft() if len(self._script) > 1 else self._script[0]


def _handler(server: ModelServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: Any) -> None:
            del format, args

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", "0")))
            request = json.loads(body)
            request["headers"] = {key.lower(): value for key, value in self.headers.items()}
            server.requests.append(request)
            self.close_connection = True
            try:
                self._answer(server.next(), streamed=bool(request.get("stream")))
            except OSError:
                server.abandoned.set()

        def _answer(self, how: Behaviour, *, streamed: bool) -> None:
            _wait(server, how.first_s)
            self.send_response(how.status)
            for name, value in how.headers.items():
                self.send_header(name, value)
            self.send_header(
                "Content-Type", how.content_type if how.status == 200 else "application/json"
            )
            self.send_header("Connection", "close")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            if how.status != 200:
                self._chunk(b'{"error": {"message": "scripted", "type": "server_error"}}')
            elif how.raw is not None:
                self._chunk(how.raw)
            elif not streamed:
                self._chunk(json.dumps(_whole(how.text), ensure_ascii=False).encode())
            else:
                for event in _events(server, how):
                    if event is None:
                        return
                    self._chunk(event)
            self._chunk(b"")

        def _chunk(self, data: bytes) -> None:
            self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
            self.wfile.flush()

    return Handler


def _events(server: ModelServer, how: Behaviour) -> Iterator[bytes | None]:
    """The chunks of a streamed reply, as server-sent events; None drops the connection."""
    yield _event({"role": "assistant", "content": ""})
    if how.reasoning:
        yield _event({"reasoning_content": how.reasoning})
    sent = 0
    while True:
        for start in range(0, len(how.text), how.piece):
            if how.stop_after is not None and sent >= how.stop_after:
                _wait(server, how.stall_s)
                if how.cut:
                    yield None
                if how.cut or how.unfinished:
                    return
                how = Behaviour(how.text, piece=how.piece)
            if how.broken_json_after is not None and sent >= how.broken_json_after:
                yield b'data: {"id": "x", "choices": [{"delta": {"content": \n\n'
                return
            piece = how.text[start : start + how.piece]
            sent += len(piece)
            yield _event({"content": piece})
            _wait(server, how.pause_s)
        if not how.endless or server.closing.is_set():
            break
    yield _event({}, "stop")
    yield b"data: [DONE]\n\n"


def _event(delta: dict[str, str], finish: str | None = None) -> bytes:
    chunk = {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "test-model",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
    }
    return b"data: " + json.dumps(chunk, ensure_ascii=False).encode() + b"\n\n"


def _whole(text: str) -> dict[str, Any]:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "test-model",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": text},
                "finish_reason": "stop",
            }
        ],
    }


def _wait(server: ModelServer, seconds: float) -> None:
    """Sleeps, but not beyond the end of the server."""
    if seconds:
        server.closing.wait(seconds)
    time.sleep(0)
