"""Vectors from an OpenAI-compatible ``/v1/embeddings`` endpoint."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any
from urllib.parse import urldefrag

import httpx
import numpy as np

from index.encoder.errors import EndpointFailed
from index.encoder.static import unit
from index.model import Matrix

_BATCH = 64
_TIMEOUT_SECONDS = 60.0


class EndpointEncoder:
    """An embedding service behind the encoder port.

    Args:
        address: ``URL#model``, where the URL ends in ``/v1`` or in ``/v1/embeddings``.
        query_prompt: put before every question.
        api_key: sent as a bearer token when given; never part of a message or a name.

    Raises:
        EndpointFailed: the service cannot be reached or does not answer with vectors. One
            request is made at once, to learn the number of dimensions.
    """

    def __init__(self, address: str, query_prompt: str = "", api_key: str | None = None) -> None:
        url, self._model = urldefrag(address)
        self._url = url.rstrip("/").removesuffix("/embeddings") + "/embeddings"
        self._prompt = query_prompt
        headers = {"Authorization": f"Bearer {api_key}"} if api_key else {}
        self._client = httpx.Client(timeout=_TIMEOUT_SECONDS, headers=headers)
        self.dimensions = int(self._request(["政策"]).shape[1])
        identity = f"{self._model or self._url}/{self.dimensions}"
        self.fingerprint = hashlib.sha256(identity.encode()).hexdigest()[:16]
        self.name = f"{self._model or self._url}@{self.fingerprint}"

    def encode_queries(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors (n × dimensions, float32); an empty text gives a zero row."""
        return self._encode(texts, self._prompt)

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors (n × dimensions, float32); an empty text gives a zero row."""
        return self._encode(texts, "")

    def _encode(self, texts: Sequence[str], prompt: str) -> Matrix:
        out = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        filled = [i for i, text in enumerate(texts) if text.strip()]
        for start in range(0, len(filled), _BATCH):
            rows = filled[start : start + _BATCH]
            out[rows] = self._request([prompt + texts[i] for i in rows])
        return out

    def _request(self, texts: list[str]) -> Matrix:
        try:
            reply = self._client.post(self._url, json={"model": self._model, "input": texts})
            reply.raise_for_status()
            return _vectors(reply.json(), len(texts))
        except httpx.HTTPStatusError as error:
            reason = f"状态码 {error.response.status_code}"
            raise EndpointFailed(self._url, reason) from error
        except httpx.HTTPError as error:
            raise EndpointFailed(self._url, str(error) or type(error).__name__) from error
        except (ValueError, KeyError, TypeError) as error:
            raise EndpointFailed(self._url, "响应不是 OpenAI 格式的向量") from error


def _vectors(reply: Any, expected: int) -> Matrix:
    """The rows of a reply in the order of the request, at length one."""
    items = sorted(reply["data"], key=lambda item: int(item["index"]))
    rows = np.array([item["embedding"] for item in items], dtype=np.float32)
    if rows.ndim != 2 or len(rows) != expected or not np.isfinite(rows).all():
        raise ValueError(f"expected {expected} rows of finite numbers, got shape {rows.shape}")
    return unit(rows)
