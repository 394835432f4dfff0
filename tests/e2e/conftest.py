"""A running server over a real index of our policies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from live_server import ROOT, Served, start, stop

from index import build_index
from index.encoder import load_encoder


@pytest.fixture(scope="session")
def index_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("index")
    build_index(ROOT / "corpus" / "policies", directory, load_encoder(None))
    return directory


@pytest.fixture(scope="session")
def server(index_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = start(tmp_path_factory.mktemp("serve") / "log", index_dir, "--port", "0")
    try:
        served.wait_for("/readyz")
        yield served
    finally:
        stop(served)
