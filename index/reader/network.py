"""A small transformer that reads a question beside a passage: numpy, one passage or question at a time.

Passages are encoded by themselves, once; a question, encoded by the same layers, then attends to
the passage's states in further layers, and its first state tells the verdict (the modular design
of MacAvaney et al., "PreTTR", 2020, and Gao, Dai and Callan, "MORES", 2020). Keys and values of a
passage are never computed: the question's side of the products takes their matrices in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.model import Matrix, Vector

Ids = npt.NDArray[np.int64]
Weights = Mapping[str, npt.NDArray[np.float32]]

_EPSILON = 1e-5


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """``x @ weight + bias``; weight is inputs × outputs."""

    weight: Matrix
    bias: Vector

    @classmethod
    def of(cls, weights: Weights, *names: str) -> Linear:
        """The layers ``names`` side by side, as torch keeps them."""
        return cls(
            np.ascontiguousarray(np.concatenate([weights[f"{n}.weight"] for n in names]).T),
            np.concatenate([weights[f"{n}.bias"] for n in names]),
        )

    def __call__(self, x: Matrix) -> Matrix:
        """``x`` (… × inputs) through the layer: … × outputs."""
        return np.asarray(x @ self.weight + self.bias)


@dataclass(frozen=True, slots=True, eq=False)
class Norm:
    """Layer normalisation."""

    weight: Vector
    bias: Vector

    @classmethod
    def of(cls, weights: Weights, name: str) -> Norm:
        """The layer ``name``, as torch keeps it."""
        return cls(weights[f"{name}.weight"], weights[f"{name}.bias"])

    def __call__(self, x: Matrix) -> Matrix:
        """``x`` (… × numbers), every row at mean 0 and variance 1 before weight and bias."""
        x = x - x.mean(axis=-1, keepdims=True)
        spread = np.sqrt(np.einsum("...i,...i->...", x, x)[..., None] / x.shape[-1] + _EPSILON)
        return np.asarray(x / spread * self.weight + self.bias)


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """Attention within a text and a feed-forward part, each after a normalisation and added."""

    heads: int
    before: Norm
    inside: Linear
    out: Linear
    between: Norm
    up: Linear
    down: Linear

    @classmethod
    def of(cls, weights: Weights, name: str, heads: int) -> Layer:
        """The layer ``name``."""
        return cls(
            heads,
            Norm.of(weights, f"{name}.n1"),
            Linear.of(weights, *(f"{name}.a.{part}" for part in "qkv")),
            Linear.of(weights, f"{name}.a.o"),
            Norm.of(weights, f"{name}.n3"),
            Linear.of(weights, f"{name}.f1"),
            Linear.of(weights, f"{name}.f2"),
        )

    def attended(self, x: Matrix, rows: int | None = None) -> Matrix:
        """``x`` (… × tokens × numbers), its first ``rows`` with what they find in all of it."""
        seen = self.before(x)
        queries, keys, values = np.split(self.inside(seen), 3, axis=-1)
        heads = [self._apart(part) for part in (queries[..., :rows, :], keys, values)]
        scores = heads[0] @ heads[1].swapaxes(-1, -2) / np.float32(np.sqrt(heads[1].shape[-1]))
        found = (_softmax(scores) @ heads[2]).swapaxes(-2, -3)
        return x[..., :rows, :] + self.out(found.reshape(*found.shape[:-2], -1))

    def thought(self, x: Matrix) -> Matrix:
        """``x`` through the feed-forward part."""
        return x + self.down(_gelu(self.up(self.between(x))))

    def _apart(self, x: Matrix) -> Matrix:
        """… × tokens × numbers as … × heads × tokens × numbers of one head."""
        return x.reshape(*x.shape[:-1], self.heads, -1).swapaxes(-2, -3)


@dataclass(frozen=True, slots=True, eq=False)
class Crossing:
    """What the tokens of a question find in the states of passages.

    ``keys`` (heads × part × numbers) and ``values`` (heads × numbers × part) are those of the heads, each
    for its part of the numbers: they are applied to the question's side and to what was found.
    """

    before: Norm
    query: Linear
    keys: npt.NDArray[np.float32]
    values: npt.NDArray[np.float32]
    out: Linear

    @classmethod
    def of(cls, weights: Weights, name: str, heads: int) -> Crossing:
        """The attention ``name.c`` with its normalisation ``name.n2``.

        The bias of the keys changes no share, and that of the values comes once, whatever is found.
        """
        key, value = (weights[f"{name}.c.{part}.weight"] for part in "kv")
        keys = key.reshape(heads, -1, key.shape[1])
        out = Linear.of(weights, f"{name}.c.o")
        return cls(
            Norm.of(weights, f"{name}.n2"),
            Linear.of(weights, f"{name}.c.q"),
            keys / np.float32(np.sqrt(keys.shape[1])),
            np.ascontiguousarray(value.reshape(heads, -1, value.shape[1]).swapaxes(1, 2)),
            Linear(out.weight, out(weights[f"{name}.c.v.bias"])),
        )

    def __call__(self, x: Matrix, passages: Sequence[Matrix]) -> Matrix:
        """``x`` (passages or 1 × tokens × numbers) with what it finds in each of the passages
        (their tokens × numbers): passages × tokens × numbers."""
        asking = self._asking(x)
        found = np.stack(
            [
                _softmax(asking[min(at, len(asking) - 1)] @ states.T) @ states
                for at, states in enumerate(passages)
            ]
        )
        heads, numbers = len(self.keys), x.shape[-1]
        parts = found.reshape(len(passages), heads, -1, numbers) @ self.values
        joined = parts.swapaxes(1, 2).reshape(len(passages), -1, numbers)
        return np.asarray(x + self.out(joined))

    def _asking(self, x: Matrix) -> Matrix:
        """What every head of every token looks for: … × (heads · tokens) × numbers."""
        heads, numbers = len(self.keys), x.shape[-1]
        queries = self.query(self.before(x)).reshape(*x.shape[:2], heads, -1).swapaxes(1, 2)
        return np.asarray((queries @ self.keys).reshape(len(x), -1, numbers))


class Network:
    """The layers, and what they make of tokens. Safe to share between threads."""

    def __init__(self, weights: Weights, heads: int) -> None:
        self._project = Linear.of(weights, "proj")
        self._places = weights["pos.weight"]
        self._kinds = weights["seg.weight"]
        self._verdict = weights["cls"][None]
        self._encoding = [Layer.of(weights, name, heads) for name in _layers(weights, "enc")]
        self._encoded = Norm.of(weights, "ne")
        self._judging = [
            (Layer.of(weights, name, heads), Crossing.of(weights, name, heads))
            for name in _layers(weights, "inter")
        ]
        self._judged = Norm.of(weights, "nf")
        self._outputs = Linear.of(weights, "rank", "stated")

    def passage(self, inputs: Matrix, places: Ids, kinds: Ids) -> Matrix:
        """The states of a passage (tokens × numbers) of at least one token."""
        return self._states(self._embedded(inputs, places, kinds))

    def question(self, inputs: Matrix, kind: int) -> Matrix:
        """The states of a question, that of the verdict first (1 + tokens × numbers)."""
        kinds = np.full(len(inputs), kind, dtype=np.int64)
        tokens = self._embedded(inputs, np.arange(len(inputs)), kinds)
        return self._states(np.concatenate([self._verdict, tokens]))

    def verdicts(self, question: Matrix, passages: Sequence[Matrix]) -> Matrix:
        """Two numbers for each of the passages (at least one): see ``Reading``."""
        x = question[None]
        for at, (layer, crossing) in enumerate(self._judging, start=1):
            rows = 1 if at == len(self._judging) else None  # only the first is read after the last
            x = layer.thought(crossing(layer.attended(x, rows), passages))
        return self._outputs(self._judged(x[:, 0]))

    def _embedded(self, inputs: Matrix, places: Ids, kinds: Ids) -> Matrix:
        return np.asarray(self._project(inputs) + self._places[places] + self._kinds[kinds])

    def _states(self, x: Matrix) -> Matrix:
        for layer in self._encoding:
            x = layer.thought(layer.attended(x))
        return self._encoded(x)


def _layers(weights: Weights, name: str) -> Iterator[str]:
    """``name.0``, ``name.1``… as far as there are weights."""
    count = 0
    while f"{name}.{count}.n1.weight" in weights:
        yield f"{name}.{count}"
        count += 1


def _softmax(scores: Matrix) -> Matrix:
    scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(scores / scores.sum(axis=-1, keepdims=True))


def _gelu(x: Matrix) -> Matrix:
    """GELU by its usual approximation, which errs by less than 0.001."""
    inner = np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x)
    return np.asarray(np.float32(0.5) * x * (1 + np.tanh(inner)))
