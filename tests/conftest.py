"""What all tests share: the five policies, indexed once for the whole run."""

from __future__ import annotations

from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "policies"


@pytest.fixture(scope="session")
def seed_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the five policies; nobody may write to it."""
    # Imported here: tests that need no index should not wait for it.
    from index.build import build_index
    from index.encoder import load_encoder

    directory = tmp_path_factory.mktemp("seed") / "index"
    build_index(CORPUS, directory, load_encoder(None))
    return directory
