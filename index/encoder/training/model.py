"""The trainable encoder: token vectors and two gains per token, moved by Adam row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from index.encoder.table import Floats, StaticTable
from index.encoder.training.bags import Bags

if TYPE_CHECKING:
    import torch

_SMOOTHING = 1e-3
_BETAS = (0.9, 0.99)
_EPSILON = 1e-8
_START_HEAD_WEIGHT = 0.5


class TrainableTable:
    """Rows, gains (as logarithms) and the weight of the head.

    A batch touches a fraction of the rows, so the gradient is kept for those rows alone, and
    Adam's moments of the other rows rest: a step costs a third of one over the whole table.
    The gains start as smooth inverse frequencies ``a / (a + p)`` (Arora, Liang and Ma, 2017).

    Args:
        counts: how often every token occurs.
        dimensions: numbers per vector.
        seed: of the random start, drawn on the processor so that every device starts alike.
        device: where it is trained, in torch's words ("cpu", "cuda").
    """

    def __init__(self, counts: Floats, dimensions: int, seed: int, *, device: str = "cpu") -> None:
        # Imported here: torch takes seconds, and only training needs it.
        import torch

        generator = torch.Generator().manual_seed(seed)
        share = (counts + 1.0) / (counts + 1.0).sum()
        rarity = torch.from_numpy(np.log(_SMOOTHING / (_SMOOTHING + share)).astype(np.float32))
        size = (len(counts), dimensions)
        rows = torch.randn(size, generator=generator) / dimensions**0.5
        head = torch.tensor([np.log(_START_HEAD_WEIGHT)], dtype=torch.float32)
        self.rows = rows.to(device)
        self.gains = torch.stack([rarity, rarity], dim=1).to(device)
        self.head = head.to(device)
        self._rest()

    @property
    def device(self) -> torch.device:
        """Where the weights lie."""
        where: torch.device = self.rows.device
        return where

    def _rest(self) -> None:
        """Adam starts anew."""
        import torch

        self._moments = [
            (torch.zeros_like(part), torch.zeros_like(part))
            for part in (self.rows, self.gains, self.head)
        ]
        self._steps = 0

    def copy(self) -> TrainableTable:
        """The same weights, with Adam at its start."""
        return TrainableTable.mean([self])

    @classmethod
    def mean(cls, tables: Sequence[TrainableTable]) -> TrainableTable:
        """The mean of the weights of ``tables``, with Adam at its start."""
        import torch

        found = cls.__new__(cls)
        found.rows = torch.stack([table.rows for table in tables]).mean(dim=0)
        found.gains = torch.stack([table.gains for table in tables]).mean(dim=0)
        found.head = torch.stack([table.head for table in tables]).mean(dim=0)
        found._rest()
        return found

    def step(self) -> Step:
        """A step of training: encode through it, then hand it to ``update``."""
        return Step(self)

    def update(self, step: Step, rate: float) -> None:
        """Moves what ``step`` touched against its gradient."""
        self._steps += 1
        import torch

        everything = torch.arange(1, device=self.device)
        parts = (self.rows, self.gains, self.head)
        touched = (step.tokens, step.tokens, everything)
        with torch.no_grad():
            for part, leaf, moments, index in zip(
                parts, step.leaves, self._moments, touched, strict=True
            ):
                if leaf.grad is not None:
                    change = _adam(leaf.grad, moments, index, self._steps)
                    part.index_copy_(0, index, leaf.detach() - rate * change)

    def table(self) -> StaticTable:
        """The weights as they are kept and served."""
        gains = self.gains.exp().cpu().numpy()
        weight = float(self.head.exp())
        return StaticTable.quantise(self.rows.cpu().numpy(), gains[:, 0], gains[:, 1], weight)


class Step:
    """The rows that one batch touches, as leaves of the gradient."""

    def __init__(self, owner: TrainableTable) -> None:
        self._owner = owner
        self.leaves: list[torch.Tensor] = []
        self.tokens: torch.Tensor

    def encode(self, queries: Bags, bodies: Bags, heads: Bags) -> tuple[torch.Tensor, torch.Tensor]:
        """Unit vectors of the questions and of the passages."""
        from torch.nn.functional import normalize

        parts = (queries, bodies, heads)
        sums = self._sums(Bags.join(parts), len(queries.ids))
        ends = np.cumsum([len(part) for part in parts]).tolist()
        query, body, head = sums[: ends[0]], sums[ends[0] : ends[1]], sums[ends[1] :]
        weight = self.leaves[2].exp()
        return normalize(query), normalize(normalize(body) + weight * normalize(head))

    def _sums(self, bags: Bags, asked: int) -> torch.Tensor:
        """The weighted sums of all bags; the first ``asked`` tokens have the query's gain."""
        import torch
        from torch.nn.functional import embedding, embedding_bag

        touched = np.zeros(len(self._owner.rows), dtype=np.int64)
        touched[bags.ids] = 1
        tokens = np.flatnonzero(touched)
        touched[tokens] = np.arange(len(tokens))
        device = self._owner.device
        local = torch.from_numpy(touched[bags.ids]).to(device)
        self.tokens = torch.from_numpy(tokens).to(device)
        rows, gains = (
            part.index_select(0, self.tokens) for part in (self._owner.rows, self._owner.gains)
        )
        leaves = (rows, gains, self._owner.head.clone())
        self.leaves = [leaf.requires_grad_() for leaf in leaves]
        gains = embedding(local, self.leaves[1].exp())  # its gradient is faster than indexing's
        weights = torch.cat([gains[:asked, 0], gains[asked:, 1]])
        offsets = torch.from_numpy(bags.offsets[:-1].copy()).to(device)
        return embedding_bag(local, self.leaves[0], offsets, mode="sum", per_sample_weights=weights)


def encode_passages(table: TrainableTable, bodies: Bags, heads: Bags) -> torch.Tensor:
    """Unit vectors of passages, without a gradient."""
    import torch

    with torch.no_grad():
        nothing = Bags.of([])
        return table.step().encode(nothing, bodies, heads)[1]


def encode_queries(table: TrainableTable, queries: Bags) -> torch.Tensor:
    """Unit vectors of questions, without a gradient."""
    import torch

    with torch.no_grad():
        nothing = Bags.of([])
        return table.step().encode(queries, nothing, nothing)[0]


def _adam(
    gradient: torch.Tensor,
    moments: tuple[torch.Tensor, torch.Tensor],
    index: torch.Tensor,
    steps: int,
) -> torch.Tensor:
    """The direction of one step of Adam (Kingma and Ba, 2015); moves the moments at ``index``.

    In place and by ``index_copy_``: half of a step went into this with plain indexing.
    """
    first = moments[0].index_select(0, index).lerp_(gradient, 1 - _BETAS[0])
    second = moments[1].index_select(0, index).mul_(_BETAS[1])
    second.addcmul_(gradient, gradient, value=1 - _BETAS[1])
    moments[0].index_copy_(0, index, first)
    moments[1].index_copy_(0, index, second)
    scale = second.div_(1 - _BETAS[1] ** steps).sqrt_().add_(_EPSILON)
    return first.div_(1 - _BETAS[0] ** steps).div_(scale)
