"""The settings and the library of the seed policies."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.settings import ROOT, Settings
from eval.library import Library

CORPUS = ROOT / "corpus" / "policies"


@pytest.fixture(scope="session")
def settings(seed_index: Path) -> Settings:
    return Settings(corpus_dir=CORPUS, index_dir=seed_index, model_base_url=None, encoder=None)


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.read(CORPUS)
