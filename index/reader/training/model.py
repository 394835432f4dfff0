"""The network in torch, to be trained; ``index.reader.network`` runs the same in numpy."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

from index.reader.parts import LONGEST_HEAD, LONGEST_PART, LONGEST_QUESTION

_WORDS_DROPPED = 0.1
_SPREAD = 0.02


class Attention(nn.Module):
    """Many-headed attention of one text to another."""

    def __init__(self, numbers: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.o = (nn.Linear(numbers, numbers) for _ in range(4))

    def forward(self, x: torch.Tensor, y: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """What ``x`` (n × a × numbers) finds in ``y`` (n × b × numbers), where ``there`` (n × b)."""
        parts = (self.q(x), self.k(y), self.v(y))
        q, k, v = (part.unflatten(2, (self.heads, -1)).transpose(1, 2) for part in parts)
        found = functional.scaled_dot_product_attention(q, k, v, attn_mask=there[:, None, None, :])
        out: torch.Tensor = self.o(found.transpose(1, 2).flatten(2))
        return out


class Layer(nn.Module):
    """Attention within a text, then to another if ``crossing``, then a feed-forward part."""

    def __init__(self, numbers: int, heads: int, dropout: float, *, crossing: bool) -> None:
        super().__init__()
        self.n1, self.a = nn.LayerNorm(numbers), Attention(numbers, heads)
        if crossing:
            self.n2, self.c = nn.LayerNorm(numbers), Attention(numbers, heads)
        self.n3 = nn.LayerNorm(numbers)
        self.f1, self.f2 = nn.Linear(numbers, 4 * numbers), nn.Linear(4 * numbers, numbers)
        self.drop = nn.Dropout(dropout)

    def forward(
        self,
        x: torch.Tensor,
        there: torch.Tensor,
        other: tuple[torch.Tensor, torch.Tensor] | None = None,
    ) -> torch.Tensor:
        """``x`` through the layer; ``other`` is the other text and where it has words."""
        seen = self.n1(x)
        x = x + self.drop(self.a(seen, seen, there))
        if other is not None:
            x = x + self.drop(self.c(self.n2(x), *other))
        out: torch.Tensor = x + self.drop(self.f2(functional.gelu(self.f1(self.n3(x)))))
        return out


class TrainableReader(nn.Module):
    """Encodes passages and questions, and judges them together.

    Args:
        inputs: what is seen of every word (words × inputs), fixed; word 0 stands for none.
        numbers, heads, encoding, judging, dropout: see ``Recipe``.
    """

    inputs: torch.Tensor

    def __init__(
        self,
        inputs: torch.Tensor,
        numbers: int,
        heads: int,
        encoding: int,
        judging: int,
        dropout: float,
    ) -> None:
        super().__init__()
        self.register_buffer("inputs", inputs, persistent=False)
        self.proj = nn.Linear(inputs.shape[1], numbers)
        self.pos = nn.Embedding(LONGEST_HEAD + LONGEST_PART + LONGEST_QUESTION, numbers)
        self.seg = nn.Embedding(3, numbers)
        for table in (self.pos, self.seg):
            nn.init.normal_(table.weight, std=_SPREAD)
        self.cls = nn.Parameter(torch.randn(numbers) * _SPREAD)
        self.enc = nn.ModuleList(
            Layer(numbers, heads, dropout, crossing=False) for _ in range(encoding)
        )
        self.ne = nn.LayerNorm(numbers)
        self.inter = nn.ModuleList(
            Layer(numbers, heads, dropout, crossing=True) for _ in range(judging)
        )
        self.nf = nn.LayerNorm(numbers)
        self.rank, self.stated = nn.Linear(numbers, 1), nn.Linear(numbers, 1)
        self.drop = nn.Dropout(dropout)

    def encode(
        self, words: torch.Tensor, kinds: torch.Tensor, *, verdict: bool = False
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """States of texts (n × length) and where they have words; with a ``verdict`` before a question."""
        there = words > 0
        there[:, 0] |= ~there.any(1)  # an empty text attends to something
        x = self._seen(words) + self.pos.weight[: words.shape[1]] + self.seg(kinds)
        if verdict:
            x = torch.cat([self.cls.expand(len(x), 1, -1), x], 1)
            there = torch.cat([torch.ones_like(there[:, :1]), there], 1)
        x = self.drop(x)
        for layer in self.enc:
            x = layer(x, there)
        return self.ne(x), there

    def judge(
        self,
        question: tuple[torch.Tensor, torch.Tensor],
        passage: tuple[torch.Tensor, torch.Tensor],
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Log odds, row by row: that the passage is the one, and that it states what is asked."""
        x, there = question
        for layer in self.inter:
            x = layer(x, there, passage)
        x = self.nf(x[:, 0])
        return self.rank(x)[:, 0], self.stated(x)[:, 0]

    def _seen(self, words: torch.Tensor) -> torch.Tensor:
        x = self.inputs[words].float()
        if self.training:
            x = x * (torch.rand_like(x[..., :1]) > _WORDS_DROPPED)
        out: torch.Tensor = self.proj(x)
        return out
