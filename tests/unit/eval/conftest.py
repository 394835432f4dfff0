"""The seed policies as a library."""

from __future__ import annotations

import pytest

from assistant.settings import ROOT
from eval.library import Library


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.read(ROOT / "corpus" / "policies")
