"""The same encoder as a sentence-transformers module.

So that a folder of this project's weights loads as
``SentenceTransformer(folder, trust_remote_code=True)`` wherever the project is installed
(a module outside that library is only imported when trusted). Imports torch: nothing
else in the project may import this module at load time.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sentence_transformers.base.modules.input_module import InputModule
from torch.nn.functional import embedding_bag, normalize

from index.encoder.features import Features
from index.encoder.static import split_head
from index.encoder.table import StaticTable, read_folder

MODULE_TYPE = "index.encoder.module.StaticBag"


class StaticBag(InputModule):
    """Weighted bags of token vectors; ``task="document"`` encodes passages, all else questions."""

    def __init__(self, features: Features, table: StaticTable) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.features = features
        self.table = table
        rows = torch.from_numpy(table.table.astype(np.float32))
        self.rows = torch.nn.Parameter(rows, requires_grad=False)
        self.query_gain = torch.from_numpy(table.query_gain.astype(np.float32))
        self.passage_gain = torch.from_numpy(table.passage_gain.astype(np.float32))

    # The library's own signatures name every kind of input and every hub option.
    def preprocess(  # type: ignore[override]
        self, inputs: Sequence[str], prompt: str | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        """Token ids of head and body of every input; a question is all body."""
        texts = [f"{prompt or ''}{text}" for text in inputs]
        document = kwargs.get("task") == "document"
        pairs = [split_head(text) if document else ("", text) for text in texts]
        return {
            "head": self._bag([head for head, _ in pairs]),
            "body": self._bag([body for _, body in pairs]),
            "document": document,
        }

    def forward(self, features: dict[str, Any], **kwargs: Any) -> dict[str, Any]:  # noqa: ARG002
        """Adds ``sentence_embedding``: one unit vector per input."""
        gain = self.passage_gain if features["document"] else self.query_gain
        body, head = self._pool(features["body"], gain), self._pool(features["head"], gain)
        features["sentence_embedding"] = normalize(body + self.table.head_weight * head)
        return features

    def get_embedding_dimension(self) -> int:
        """Numbers per vector."""
        return self.table.dimensions

    def save(self, output_path: str, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        """Writes tokenizer, bigrams, weights and configuration."""
        self.features.save(Path(output_path))
        self.table.save(Path(output_path))

    @classmethod
    def load(  # type: ignore[override]
        cls,
        model_name_or_path: str,
        subfolder: str = "",
        **kwargs: Any,  # noqa: ARG003
    ) -> StaticBag:
        """Reads a local folder."""
        return cls(*read_folder(Path(model_name_or_path) / subfolder))

    def _bag(self, texts: Sequence[str]) -> tuple[torch.Tensor, torch.Tensor]:
        ids = self.features.ids(texts)
        offsets = np.cumsum([0, *(len(row) for row in ids[:-1])])
        return torch.from_numpy(np.concatenate(ids)), torch.from_numpy(offsets)

    def _pool(self, bag: tuple[torch.Tensor, torch.Tensor], gain: torch.Tensor) -> torch.Tensor:
        ids, offsets = bag
        sums = embedding_bag(ids, self.rows, offsets, mode="sum", per_sample_weights=gain[ids])
        return normalize(sums)


def write_modules(folder: Path) -> None:
    """Writes ``modules.json``, which tells sentence-transformers what to load."""
    modules = [{"idx": 0, "name": "0", "path": "", "type": MODULE_TYPE}]
    (folder / "modules.json").write_text(json.dumps(modules, indent=2) + "\n", encoding="utf-8")
