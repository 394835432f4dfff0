"""Options that several commands share, turned into settings and the assistant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from assistant.settings import Settings
from corpus.errors import ZhengwenError
from corpus.invalid import in_chinese

if TYPE_CHECKING:
    from assistant.service import Assistant
    from index.model import Encoder


class SettingsInvalid(ZhengwenError):
    """A setting is not as it must be; names the variable, never its value."""


def environment() -> Settings:
    """The settings of the environment; raises ``SettingsInvalid``."""
    try:
        return Settings()
    except ValidationError as error:
        problems = (
            f"ZHENGWEN_{str(one['loc'][0]).upper()} {in_chinese(one)}" for one in error.errors()
        )
        raise SettingsInvalid(f"环境变量或 .env 里的设置不对：{'；'.join(problems)}") from None


def settings_for(index: Path | None = None) -> Settings:
    """The settings of the environment, with the index directory of the command line."""
    settings = environment()
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
