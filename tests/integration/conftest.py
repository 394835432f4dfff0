from __future__ import annotations

from pathlib import Path

import pytest

from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wiring import build_assistant


@pytest.fixture(scope="session")
def seed_settings(seed_index: Path) -> Settings:
    return Settings(index_dir=seed_index, model_base_url=None)


@pytest.fixture(scope="session")
def assistant(seed_settings: Settings) -> Assistant:
    return build_assistant(seed_settings)
