"""Options that several commands share, turned into settings and the assistant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.service import Assistant
    from index.model import Encoder


def settings_for(index: Path | None = None) -> Settings:
    """The settings of the environment, with the index directory of the command line."""
    settings = Settings()
    return settings.model_copy(update={"index_dir": index}) if index else settings


def encoder_for(settings: Settings) -> Encoder:
    """The encoder that the settings name."""
    from index.encoder import load_encoder  # heavy: NumPy

    key = settings.encoder_api_key
    return load_encoder(
        settings.encoder,
        query_prompt=settings.encoder_query_prompt,
        api_key=key.get_secret_value() if key else None,
    )


def assistant_for(index: Path | None = None) -> Assistant:
    """The assistant over the live index."""
    from assistant.wiring import build_assistant  # heavy: opens the index and the encoder

    return build_assistant(settings_for(index))
