"""Which encoder a setting names."""

from __future__ import annotations

from pathlib import Path

from index.encoder.static import StaticEncoder
from index.encoder.table import is_static_folder
from index.model import Encoder

OWN_WEIGHTS = Path(__file__).parent / "weights"
"""The project's own weights, with their model card."""


def words_by(encoder: Encoder) -> StaticEncoder:
    """``encoder`` if it has words, else the project's own, which are then loaded.

    Raises:
        EncoderUnreadable: the project's own weights are damaged.
    """
    return encoder if isinstance(encoder, StaticEncoder) else StaticEncoder.load(OWN_WEIGHTS)


def load_encoder(
    name: str | None = None, query_prompt: str = "", api_key: str | None = None
) -> Encoder:
    """The encoder that ``name`` stands for.

    ``None`` or ``""`` is the project's own; ``http(s)://…#model`` an OpenAI-compatible endpoint;
    a folder written by ``zhengwen encoder train`` is read directly; any other folder or name
    goes to sentence-transformers.

    Raises:
        EncoderUnreadable: the folder is damaged.
        EncoderUnknown: no model of this name.
        EndpointFailed: the endpoint does not answer with vectors.
    """
    if not name:
        return StaticEncoder.load(OWN_WEIGHTS, "zhengwen-static")
    if name.startswith(("http://", "https://")):
        # Imported here: an HTTP client is of no use to the encoders that need no network.
        from index.encoder.endpoint import EndpointEncoder

        return EndpointEncoder(name, query_prompt, api_key)
    if is_static_folder(Path(name)):
        return StaticEncoder.load(Path(name))
    # Imported here: it leads to sentence-transformers and torch.
    from index.encoder.hub import HubEncoder

    return HubEncoder(name, query_prompt)
