from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.generation import GenerativeComposer, build_composer
from assistant.model import Evidence
from tests.support.model_server import ModelServer
from tests.support.policies import evidence


@pytest.fixture(scope="session", autouse=True)
def _client_libraries() -> None:
    """Loaded once, so that no test measures their import."""
    with ModelServer() as server:
        composer = build_composer(server.settings())
    assert composer is not None
    composer.warm_up()


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as running:
        yield running


@pytest.fixture
def composer(server: ModelServer) -> GenerativeComposer:
    built = build_composer(server.settings())
    assert built is not None
    return built


@pytest.fixture(scope="session")
def permits() -> list[Evidence]:
    """Shanghai's and Xiamen's articles on work permits, and Shanghai's on refunds."""
    names = ("sh-aeo-2024#第5条", "xm-aeo-2024#第7条", "sh-aeo-2024#第15条")
    return [evidence()[name] for name in names]
