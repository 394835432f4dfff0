"""Training the network on the known questions; torch is imported when it begins."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

import numpy as np

from index.model import Matrix
from index.recogniser.bags import Bags, Numbers
from index.recogniser.network import SCALE, Network

# Chosen in trials on 1,187 questions left out of all learning, by how many of the unanswerable are
# told at 3% false refusals (ADR 13); words of three characters, more steps or more dropout
# gave nothing more.
HIDDEN = 256
STEPS, BATCH = 900, 256
RATE_ROWS, RATE_LAYERS = 0.01, 0.005
HALVED = 4
"""The rates are halved after each of so many parts of the steps."""

DROPPED = 0.2
SMOOTHING = 0.05
SEED = 0

CLASSES = 254
"""So many the trees over its word were grown with. Smoothed labels keep the log odds of few classes
closer together, so those of any number are stretched to what they would be among so many."""

RECIPE = (HIDDEN, STEPS, BATCH, RATE_ROWS, RATE_LAYERS, HALVED, DROPPED, SMOOTHING, SEED, CLASSES)


def trained(
    texts: Sequence[str],
    vectors: Matrix,
    labels: Numbers,
    progress: Callable[[int], None],
) -> Network:
    """A network that tells the label of a question.

    Args:
        texts: n questions in normal form.
        vectors: their unit vectors as queries, n × dimensions.
        labels: the class of each, 0 to classes - 1, every class at least once.
        progress: told how many of ``STEPS`` are done.
    """
    # Imported here: torch takes seconds, and only a build with new questions needs it.
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # more would wait for each other on a busy machine
    try:
        return _trained(texts, vectors, labels, progress)
    finally:
        torch.set_num_threads(threads)


def _trained(
    texts: Sequence[str], vectors: Matrix, labels: Numbers, progress: Callable[[int], None]
) -> Network:
    import torch
    from torch.nn import functional

    bags, random = Bags.of(texts), np.random.default_rng(SEED)
    with torch.random.fork_rng(devices=()):
        torch.manual_seed(SEED)
        rows = torch.nn.EmbeddingBag(len(bags.buckets), HIDDEN, mode="sum", sparse=True)
        torch.nn.init.normal_(rows.weight, std=0.05)
        layer = torch.nn.Linear(vectors.shape[1], HIDDEN)
        out = torch.nn.Linear(HIDDEN, int(labels.max()) + 1)
    moved = [
        torch.optim.SparseAdam(rows.parameters(), lr=RATE_ROWS),
        torch.optim.Adam([*layer.parameters(), *out.parameters()], lr=RATE_LAYERS),
    ]
    meanings = torch.from_numpy(vectors * np.float32(SCALE))
    wanted = torch.from_numpy(labels)
    for step, chosen in enumerate(islice(_batches(len(texts), random), STEPS), start=1):
        batch = bags.batch(chosen, DROPPED, random)
        worded = rows(
            torch.from_numpy(batch.columns),
            torch.from_numpy(batch.offsets),
            per_sample_weights=torch.from_numpy(batch.weights * np.float32(SCALE)),
        )
        told = out(torch.tanh(worded + layer(meanings[chosen])))
        loss = functional.cross_entropy(told, wanted[chosen], label_smoothing=SMOOTHING)
        for one in moved:
            one.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        for one in moved:
            one.step()
            if step % (STEPS // HALVED) == 0:
                one.param_groups[0]["lr"] /= 2
        progress(step)
    stretch = np.float32(_reach(CLASSES) / _reach(int(labels.max()) + 1))
    return Network(
        bags.buckets,
        bags.rarity,
        rows.weight.detach().numpy().astype(np.float16),
        layer.weight.detach().numpy(),
        layer.bias.detach().numpy(),
        out.weight.detach().numpy() * stretch,
        out.bias.detach().numpy() * stretch,
    )


def _reach(classes: int) -> float:
    """How far above the others the log odds of the right class come with smoothed labels."""
    return math.log((1 - SMOOTHING) * classes / SMOOTHING + 1)


def _batches(count: int, random: np.random.Generator) -> Iterator[Numbers]:
    """The numbers below ``count`` in ever new order, at most ``BATCH`` at a time, without end."""
    while True:
        order = random.permutation(count)
        for start in range(0, count, BATCH):
            yield order[start : start + BATCH]
