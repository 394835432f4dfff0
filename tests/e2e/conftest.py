"""A running server over a real index of our policies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from live_server import Served, start, stop


@pytest.fixture(scope="session")
def server(seed_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = start(tmp_path_factory.mktemp("serve") / "log", seed_index, "--port", "0")
    try:
        served.wait_for("/readyz")
        yield served
    finally:
        stop(served)
