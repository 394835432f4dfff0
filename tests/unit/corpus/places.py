"""Where the documents lie that the tests of this room read."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

POLICIES = Path(str(files("corpus"))) / "policies"
SHARED = Path(__file__).resolve().parents[4] / "shared"
