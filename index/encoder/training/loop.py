"""The training loop: a softmax over the passages of the batch and a sample of the corpus."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rich.progress import Progress

from index.encoder.training.bags import Ints
from index.encoder.training.model import Step, TrainableTable
from index.encoder.training.negatives import CorpusNegatives
from index.encoder.training.pairs import Pairs, Source, draw_batch
from index.encoder.training.recipe import Stage

if TYPE_CHECKING:
    import torch

_QUERY_DROPOUT = 0.1
_LAST_RATE = 0.02
_WARM_UP = 0.05


@dataclass(frozen=True, slots=True)
class Training:
    """What a stage trains on."""

    sources: Mapping[str, Source]
    negatives: CorpusNegatives
    rng: np.random.Generator


def run_stage(
    table: TrainableTable, stage: Stage, training: Training, progress: Progress
) -> TrainableTable:
    """``table`` trained through one stage of the recipe: the mean of its branches."""
    branches = [table.copy() for _ in range(stage.branches)]
    for number, branch in enumerate(branches, start=1):
        name = stage.name if stage.branches == 1 else f"{stage.name} {number}"
        _run(branch, stage, training, f"训练：{name}", progress)
    return TrainableTable.mean(branches)


def _run(
    table: TrainableTable, stage: Stage, training: Training, label: str, progress: Progress
) -> None:
    task = progress.add_task(label, total=stage.steps)
    for number in range(stage.steps):
        if stage.against_corpus and number % stage.refresh == 0:
            training.negatives.refresh(table)
        pairs = draw_batch(training.sources, stage.mix, training.rng)
        step = table.step()
        loss = _loss(step, pairs, stage, training)
        loss.backward()  # type: ignore[no-untyped-call]
        table.update(step, stage.rate * _schedule(number, stage.steps))
        progress.update(task, advance=1, description=f"{label}，损失 {loss.item():.2f}")


def _schedule(number: int, steps: int) -> float:
    """Up within the first steps, then down in a straight line."""
    warm = max(10.0, steps * _WARM_UP)
    return min(1.0, (number + 1) / warm) * max(_LAST_RATE, 1 - number / steps)


def _loss(step: Step, pairs: Pairs, stage: Stage, training: Training) -> torch.Tensor:
    rng = training.rng
    queries, passages = step.encode(
        pairs.queries.dropped(_QUERY_DROPOUT, rng),
        pairs.bodies.dropped(stage.passage_dropout, rng),
        pairs.heads,
    )
    loss = _in_batch(queries, passages, pairs, stage.temperature)
    if not stage.against_corpus:
        return loss
    rows = np.sort(rng.permutation(_rows_of(stage))[: stage.asked_of_corpus])
    others = training.negatives.scores(queries[rows], pairs.documents[rows], rng)
    return loss + _against_corpus(queries[rows], passages[rows], others, stage.temperature)


def _in_batch(
    queries: torch.Tensor, passages: torch.Tensor, pairs: Pairs, temperature: float
) -> torch.Tensor:
    """Every question against every passage of the batch but those of its own document."""
    import torch
    from torch.nn.functional import cross_entropy

    documents = torch.from_numpy(pairs.documents).to(queries.device)
    same = documents[:, None] == documents[None, :]
    same.fill_diagonal_(False)
    scores = (queries @ passages.T / temperature).masked_fill(same, -torch.inf)
    return cross_entropy(scores, torch.arange(len(documents), device=scores.device))


def _against_corpus(
    queries: torch.Tensor, passages: torch.Tensor, others: torch.Tensor, temperature: float
) -> torch.Tensor:
    """Questions with their own passage and a sample of all articles."""
    import torch
    from torch.nn.functional import cross_entropy

    own = (queries * passages).sum(dim=1, keepdim=True)
    scores = torch.cat([own, others], dim=1) / temperature
    own_column = torch.zeros(len(scores), dtype=torch.long, device=scores.device)
    return cross_entropy(scores, own_column)


def _rows_of(stage: Stage) -> Ints:
    """The rows of a batch that come from the sources which compete with the whole corpus."""
    counts = list(stage.mix.values())
    marks = np.repeat([name in stage.against_corpus for name in stage.mix], counts)
    return np.flatnonzero(marks)
