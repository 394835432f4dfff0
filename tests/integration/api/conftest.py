"""A real server on a real port, over a small assistant of our own."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from small_assistant import SmallAssistant, store_at

from api.app import create_app
from assistant.settings import Settings
from corpus import PolicyStore


@contextmanager
def served(app: FastAPI) -> Iterator[httpx.Client]:
    config = uvicorn.Config(
        app, host="127.0.0.1", port=0, log_config=None, timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> PolicyStore:
    directory: Path = tmp_path_factory.mktemp("store")
    return store_at(directory / "policies.sqlite")


@pytest.fixture(scope="session")
def app(store: PolicyStore) -> FastAPI:
    return create_app(lambda _settings: SmallAssistant(store), Settings())


@pytest.fixture(scope="session")
def client(app: FastAPI) -> Iterator[httpx.Client]:
    with served(app) as client:
        yield client
