"""The training loop of the reader."""

from __future__ import annotations

from copy import deepcopy

import numpy as np
import torch
from rich.progress import Progress
from torch.nn import functional

from index.reader.parts import Kind
from index.reader.training.batches import Batch, Batches
from index.reader.training.material import Lessons
from index.reader.training.model import TrainableReader
from index.reader.training.recipe import Stage

_WARM_UP, _LAST_RATE = 100, 0.02
_WEIGHT_DECAY, _BETAS, _LONGEST_GRADIENT = 0.05, (0.9, 0.98), 1.0
_FIRSTS = 3.0  # what the part that answers weighs beside one that does not
_NOT = -30.0


class Loop:
    """Trains a network on batches, and keeps the moving average of its weights.

    Args:
        network: what is trained; it stays where it is.
        lessons: what the batches are drawn from.
        batches: draws them.
    """

    def __init__(self, network: TrainableReader, lessons: Lessons, batches: Batches) -> None:
        self._network = network
        self.average = deepcopy(network).eval()
        self._batches = batches
        device = network.cls.device
        texts = lessons.texts
        self._parts, self._heads, self._questions = (
            torch.from_numpy(each).long().to(device)
            for each in (texts.parts, texts.heads, lessons.questions)
        )
        self._head = torch.from_numpy(texts.head[texts.owner]).to(device)
        kinds = np.repeat([Kind.HEAD, Kind.BODY], [self._heads.shape[1], self._parts.shape[1]])
        self._kinds = torch.from_numpy(kinds).to(device)

    def run(self, stage: Stage, progress: Progress) -> None:
        """One stage of the recipe."""
        task = progress.add_task(f"训练：{stage.name}", total=stage.steps)
        optimiser = self._optimiser(stage.rate)
        self._network.train()
        for number in range(stage.steps):
            for group in optimiser.param_groups:
                group["lr"] = stage.rate * _schedule(number, stage.steps)
            with torch.no_grad():
                batch = self._batches.draw(stage)
            loss = self._loss(batch)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(self._network.parameters(), _LONGEST_GRADIENT)
            optimiser.step()
            self._follow(number)
            told = f"训练：{stage.name}，损失 {loss.item():.2f}"
            progress.update(task, advance=1, description=told)

    def _optimiser(self, rate: float) -> torch.optim.Optimizer:
        matrices = [part for part in self._network.parameters() if part.dim() > 1]
        others = [part for part in self._network.parameters() if part.dim() <= 1]
        groups = [
            {"params": matrices, "weight_decay": _WEIGHT_DECAY},
            {"params": others, "weight_decay": 0.0},
        ]
        return torch.optim.AdamW(groups, lr=rate, betas=_BETAS)

    def _loss(self, batch: Batch) -> torch.Tensor:
        """Of the answered questions, which part is the one; of all, what is stated."""
        device = self._network.cls.device
        with torch.autocast("cuda", torch.bfloat16, enabled=device.type == "cuda"):
            first, stated = (each.float() for each in self._judged(batch))
        first = first.masked_fill(~batch.there, _NOT)[~batch.vain]
        own = torch.zeros(len(first), dtype=torch.long, device=device)
        truth = torch.zeros_like(stated)
        truth[~batch.vain, 0] = 1
        weight = batch.there.float()
        weight[:, 0] *= _FIRSTS
        errors = functional.binary_cross_entropy_with_logits(stated, truth, reduction="none")
        loss = (errors * weight).sum() / weight.sum()
        return loss + functional.cross_entropy(first, own) if len(first) else loss

    def _judged(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        """Both outputs (questions × choices): every part and every question is encoded once."""
        passages = torch.cat([self._heads[self._head[batch.parts]], self._parts[batch.parts]], 1)
        passages = _trimmed(passages)
        kinds = self._kinds[: passages.shape[1]].expand(passages.shape)
        states, there = self._network.encode(passages, kinds)
        asked = _trimmed(self._questions[batch.questions])
        verdict = self._network.encode(asked, torch.full_like(asked, Kind.QUESTION), verdict=True)
        choices = batch.choices.flatten()
        rows = torch.arange(len(asked), device=asked.device)
        rows = rows.repeat_interleave(batch.choices.shape[1])
        outputs = self._network.judge(
            (verdict[0][rows], verdict[1][rows]), (states[choices], there[choices])
        )
        first, stated = (each.view(batch.choices.shape) for each in outputs)
        return first, stated

    @torch.no_grad()
    def _follow(self, number: int) -> None:
        """Moves the average; at first it follows closely."""
        share = 1 - min(0.999, (number + 2) / (number + 11))
        pairs = zip(self.average.parameters(), self._network.parameters(), strict=True)
        for average, now in pairs:
            average.lerp_(now, share)


def _schedule(number: int, steps: int) -> float:
    """Up within the first steps, then down in a straight line."""
    return min(1.0, (number + 1) / _WARM_UP) * max(_LAST_RATE, 1 - number / steps)


def _trimmed(words: torch.Tensor) -> torch.Tensor:
    """Without the columns at the end that are empty in every row."""
    used = (words > 0).any(0).nonzero()
    return words[:, : int(used.max()) + 1 if len(used) else 1]
