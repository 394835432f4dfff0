"""The whole corpus as negatives for the questions of callers.

In a batch a question competes with two thousand passages, mostly of other sources; when asked
for real it competes with every article. So the vectors of all articles are kept beside the
training (refreshed every few steps, without a gradient), and a sample of them joins the
softmax. It is what moved Recall@100 most (see the model card): questions learn to step away
from the articles that merely sound alike, and towards the codes that callers' questions
are mostly about.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from index.encoder.training.bags import Ints
from index.encoder.training.documents import Documents
from index.encoder.training.model import TrainableTable, encode_passages

if TYPE_CHECKING:
    import torch

_CHUNK = 8192


def encode_documents(
    table: TrainableTable, documents: Documents, rows: Ints
) -> tuple[torch.Tensor, Ints]:
    """The vectors of all parts of the documents, and the document of every part."""
    import torch

    owners, starts, ends = documents.parts(rows)
    vectors = [
        encode_passages(
            table,
            documents.clauses.ranges(starts[at : at + _CHUNK], ends[at : at + _CHUNK]),
            documents.heads.take(documents.head[owners[at : at + _CHUNK]]),
        )
        for at in range(0, len(owners), _CHUNK)
    ]
    return torch.cat(vectors), owners


class CorpusNegatives:
    """Articles that a question must not prefer to its own.

    Args:
        documents: all documents.
        rows: those that serve as negatives, in ascending order.
        always: those of them that are part of every sample.
        friends: for a document the others that answer a common training question; they are
            never its negatives.
        size: how many others are sampled for a step.
    """

    def __init__(
        self,
        documents: Documents,
        rows: Ints,
        *,
        always: Ints,
        friends: Mapping[int, set[int]],
        size: int,
    ) -> None:
        self._documents = documents
        self._rows = rows
        self._friends = friends
        self._size = size
        self._always = always
        self._vectors: torch.Tensor | None = None
        self._owners = rows

    def refresh(self, table: TrainableTable) -> None:
        """Encodes all of them anew."""
        self._vectors, self._owners = encode_documents(table, self._documents, self._rows)

    def scores(
        self, queries: torch.Tensor, answers: Ints, rng: np.random.Generator
    ) -> torch.Tensor:
        """Cosines with a sample of the articles; minus infinity for an answer and its friends."""
        import torch

        if self._vectors is None:
            raise RuntimeError("refresh first")
        sample = self._sample(rng)
        scores = queries @ self._vectors[torch.from_numpy(sample).to(queries.device)].T
        owners = self._owners[sample]
        rows, columns = self._own(answers, owners)
        scores[rows, columns] = -torch.inf
        return scores

    def _sample(self, rng: np.random.Generator) -> Ints:
        size = min(self._size, len(self._owners))
        drawn = rng.choice(len(self._owners), size, replace=False)
        return np.union1d(np.flatnonzero(np.isin(self._owners, self._always)), drawn)

    def _own(self, answers: Ints, owners: Ints) -> tuple[list[int], list[int]]:
        """Where ``owners``, which ascend, hold a row's answer or one of its friends."""
        rows: list[int] = []
        columns: list[int] = []
        for row, answer in enumerate(answers.tolist()):
            own = list(self._friends.get(answer, {answer}))
            starts, ends = np.searchsorted(owners, own), np.searchsorted(owners, own, side="right")
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
                rows += [row] * (end - start)
                columns += range(start, end)
        return rows, columns
