"""Options that several commands share, turned into settings and the assistant."""

from __future__ import annotations

from pathlib import Path

from assistant.service import Assistant
from assistant.settings import Settings


def settings_for(index: Path | None = None) -> Settings:
    """The settings of the environment, with the index directory of the command line."""
    settings = Settings()
    return settings.model_copy(update={"index_dir": index}) if index else settings


def assistant_for(index: Path | None = None) -> Assistant:
    """The assistant over the live index."""
    from assistant.wiring import build_assistant  # heavy: opens the index and the encoder

    return build_assistant(settings_for(index))
