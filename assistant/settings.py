"""Settings, read once at the entry points from ``ZHENGWEN_*`` variables or a ``.env`` file."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Everything an operator may set. Paths may be relative to the working directory."""

    model_config = SettingsConfigDict(
        env_prefix="ZHENGWEN_", env_file=".env", extra="ignore", frozen=True
    )

    corpus_dir: Path = Field(ROOT / "corpus" / "policies", description="政策文件所在目录")
    index_dir: Path = Field(ROOT / "var" / "index", description="索引目录")
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65535)

    encoder: str | None = Field(
        None, description="编码器：空为自带；或模型文件夹、模型名、OpenAI 兼容的嵌入端点"
    )
    encoder_query_prompt: str = ""
    encoder_api_key: SecretStr | None = None

    model_base_url: str | None = Field(None, description="OpenAI 兼容接口地址；空则不用大模型")
    model_name: str = ""
    model_api_key: SecretStr = SecretStr("none")
    model_timeout_s: float = Field(20.0, gt=0)
    model_max_tokens: int = Field(800, gt=0)
