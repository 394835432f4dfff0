"""A real server on a real port, over a small assistant of our own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from small_assistant import SmallAssistant, store_at
from web_server import served

from api.app import create_app
from assistant.settings import Settings
from corpus import PolicyStore


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
