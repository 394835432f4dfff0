"""One index over the seed policies, built once for this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.settings import ROOT, Settings
from eval.library import Library
from index import build_index
from index.encoder import load_encoder

CORPUS = ROOT / "corpus" / "policies"


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    index_dir: Path = tmp_path_factory.mktemp("eval") / "index"
    build_index(CORPUS, index_dir, load_encoder(None))
    return Settings(corpus_dir=CORPUS, index_dir=index_dir, model_base_url=None, encoder=None)


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.read(CORPUS)
