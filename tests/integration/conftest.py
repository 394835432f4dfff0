from __future__ import annotations

from pathlib import Path

import pytest

from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wiring import build_assistant
from index import build_index
from index.encoder import load_encoder

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "policies"


@pytest.fixture(scope="session")
def seed_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The five policies, indexed once for all tests."""
    directory = tmp_path_factory.mktemp("seed") / "index"
    build_index(CORPUS, directory, load_encoder(None))
    return directory


@pytest.fixture(scope="session")
def seed_settings(seed_index: Path) -> Settings:
    return Settings(index_dir=seed_index, model_base_url=None)


@pytest.fixture(scope="session")
def assistant(seed_settings: Settings) -> Assistant:
    return build_assistant(seed_settings)
