"""Any sentence-transformers model, from a folder or a hub, with its query prompt."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.encoder.errors import EncoderUnknown
from index.encoder.static import unit
from index.model import Matrix


class HubEncoder:
    """A ``SentenceTransformer`` behind the encoder port.

    Args:
        name: a folder or a model name of the hub.
        query_prompt: put before every question, as the model's card asks for; when empty, the
            model's own ``query`` prompt is used if it has one.

    Raises:
        EncoderUnknown: nothing of this name could be loaded.
    """

    def __init__(self, name: str, query_prompt: str = "") -> None:
        # Imported here: the library takes seconds and hundreds of megabytes to import.
        from sentence_transformers import SentenceTransformer

        try:
            model: Any = SentenceTransformer(name)
        except Exception as error:  # the library raises many kinds for "not there"
            raise EncoderUnknown(name, str(error).split("\n")[0]) from error
        self._model = model
        self._prompt = query_prompt or None
        self.dimensions = int(model.get_embedding_dimension())
        self.fingerprint = _fingerprint(name, model)
        self.name = f"{name}@{self.fingerprint}"

    def encode_queries(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors (n × dimensions, float32); an empty text gives a zero row."""
        return self._encode(self._model.encode_query, texts, prompt=self._prompt)

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors (n × dimensions, float32); an empty text gives a zero row."""
        return self._encode(self._model.encode_document, texts)

    def _encode(self, encode: Any, texts: Sequence[str], **kwargs: Any) -> Matrix:
        out = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        filled = [i for i, text in enumerate(texts) if text.strip()]
        if filled:
            rows = encode([texts[i] for i in filled], show_progress_bar=False, **kwargs)
            out[filled] = unit(np.asarray(rows, dtype=np.float32))
        return out


def _fingerprint(name: str, model: Any) -> str:
    """A digest over the weights' names, shapes and first numbers, and over the model's name.

    Hashing billions of weights would cost more than loading them; two models that agree in the
    head and tail of every tensor are taken for the same.
    """
    digest = hashlib.sha256(Path(name).name.encode())
    for key, tensor in model.state_dict().items():
        flat = tensor.detach().flatten().float().cpu().numpy()
        digest.update(f"{key}{tuple(tensor.shape)}".encode())
        digest.update(np.concatenate([flat[:256], flat[-256:]]).tobytes())
    return digest.hexdigest()[:16]
