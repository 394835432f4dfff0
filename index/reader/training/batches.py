"""Where a step of training comes from: questions of a few documents, and what they must be told from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn.functional import normalize, pad

from index.encoder.features import Ids
from index.reader.parts import HEAD_WEIGHT
from index.reader.training.material import VAIN, Lessons
from index.reader.training.recipe import Stage

_SHARED, _FROM_SHARED, _NEAREST_SHARED = 48, 2, 4
_PARTS_LOOKED_AT = 4
_COMMONNESS = 0.7  # a document is drawn by its number of questions to this power
_NOT = -9.0
_BATCH = 8192


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """``questions`` (n) and ``parts`` (m); ``choices`` (n × k) are places in ``parts``, the first
    the part that answers, or that an unanswered question is asked around; ``there`` marks those
    that are a choice, ``vain`` the questions that nothing answers."""

    questions: torch.Tensor
    parts: torch.Tensor
    choices: torch.Tensor
    there: torch.Tensor
    vain: torch.Tensor


class Drawn:
    """One source: its questions by group."""

    def __init__(self, rows: Ids, group: Ids) -> None:
        groups = group[rows[:, 1]]
        self._rows = rows[np.argsort(groups, kind="stable")]
        counts = np.unique(groups, return_counts=True)[1]
        self._ends = np.cumsum(counts)
        weights = counts**_COMMONNESS
        self._chances = weights / weights.sum()

    def draw(self, most: int, rng: np.random.Generator) -> Ids:
        """At most so many rows (question, text) of one group."""
        at = rng.choice(len(self._ends), p=self._chances)
        start = self._ends[at - 1] if at else 0
        rows: Ids = self._rows[start + rng.permutation(self._ends[at] - start)[:most]]
        return rows


class Batches:
    """Draws batches from lessons, hard ones by the static encoder's vectors.

    Args:
        lessons: what is learned from.
        rows: unit vectors of the words (words × dimensions).
        gains: what every word counts in a question, and in a passage.
        device: torch's word for where.
        seed: of the draws.
    """

    def __init__(
        self,
        lessons: Lessons,
        rows: torch.Tensor,
        gains: tuple[torch.Tensor, torch.Tensor],
        device: str,
        seed: int,
    ) -> None:
        texts = lessons.texts
        self._rng = np.random.default_rng(seed)
        self._device = device
        self._first = texts.first
        self._range = np.stack([texts.group_start, texts.group_end], axis=1)
        self._sources: Mapping[str, Drawn] = {
            name: Drawn(pairs, texts.group_start) for name, pairs in lessons.sources.items()
        }
        self.friends, self.owner = (
            torch.from_numpy(each).to(device) for each in (lessons.friends, texts.owner)
        )
        self._starts = torch.from_numpy(texts.first[:-1]).to(device)
        self._counts = torch.from_numpy(np.diff(texts.first)).to(device)
        self._questions = _vectors(lessons.questions, rows, gains[0])
        heads = _vectors(texts.heads, rows, gains[1])
        above = heads[torch.from_numpy(texts.head).to(device)[self.owner]]
        parts = _vectors(texts.parts, rows, gains[1])
        self._parts = normalize(parts + HEAD_WEIGHT * above, dim=1)
        self._hotline = self._of(lessons.hotline)

    def draw(self, stage: Stage) -> Batch:
        """One step's questions and parts."""
        drawn = torch.from_numpy(self._rng.choice(self._hotline, _SHARED)).to(self._device)
        parts, pieces = [torch.unique(drawn)], []
        for name, count in stage.mix.items():
            for rows in self._drawn(name, count * stage.questions, stage.questions):
                question, text = (torch.from_numpy(column).to(self._device) for column in rows.T)
                around = self._around(int(rows[0, 1]), len(rows), stage.others)
                own = self.nearest_part(question, text)
                inside = torch.unique(torch.cat([own, around]))
                choices, there = self._choices(question, text, own, inside, parts[0], stage)
                choices[:, :-_FROM_SHARED] += sum(map(len, parts))
                pieces.append((question, choices, there, name.startswith(VAIN)))
                parts.append(inside)
        return Batch(
            torch.cat([question for question, *_ in pieces]),
            torch.cat(parts),
            torch.cat([choices for _, choices, *_ in pieces]),
            torch.cat([there for *_, there, _ in pieces]),
            torch.cat([torch.full_like(q, vain, dtype=torch.bool) for q, *_, vain in pieces]),
        )

    def nearest_part(self, questions: torch.Tensor, texts: torch.Tensor) -> torch.Tensor:
        """The part of each text (its first four are looked at) that its question is nearest to."""
        offsets = torch.arange(_PARTS_LOOKED_AT, device=self._device)
        last = self._counts[texts, None] - 1
        places = self._starts[texts, None] + torch.minimum(offsets, last)
        near = torch.einsum("npd,nd->np", self._parts[places], self._questions[questions])
        return places.gather(1, near.argmax(1, keepdim=True))[:, 0]

    def negatives(
        self, questions: torch.Tensor, texts: torch.Tensor, parts: torch.Tensor, most: int, of: int
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Places in ``parts`` of some of the nearest that do not answer, and which are any."""
        owner = self.owner[parts]
        own = (owner[None, :, None] == self.friends[questions][:, None, :]).any(-1)
        own |= owner[None] == texts[:, None]
        near = (self._questions[questions] @ self._parts[parts].T).masked_fill(own, _NOT)
        values, places = near.topk(min(of, len(parts)), 1)
        lot = torch.rand_like(values)
        lot[:, :2] += 0.4  # the two nearest more often
        picked = lot.masked_fill(values == _NOT, -1).topk(min(most, len(values[0])), 1)
        missing = (0, most - picked.indices.shape[1])
        return pad(places.gather(1, picked.indices), missing), pad(picked.values >= 0, missing)

    def _choices(
        self,
        question: torch.Tensor,
        text: torch.Tensor,
        own: torch.Tensor,
        inside: torch.Tensor,
        shared: torch.Tensor,
        stage: Stage,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Its own part, negatives of its group, and negatives of other documents (the last)."""
        near = self.negatives(question, text, inside, stage.negatives, stage.nearest)
        far = self.negatives(question, text, shared, _FROM_SHARED, _NEAREST_SHARED)
        first = torch.searchsorted(inside, own)[:, None]
        there = torch.cat([torch.ones_like(first, dtype=torch.bool), near[1], far[1]], 1)
        return torch.cat([first, near[0], far[0]], 1), there

    def _drawn(self, name: str, wanted: int, most: int) -> list[Ids]:
        """Groups of a source until ``wanted`` questions are drawn; small ones are soon enough."""
        found: list[Ids] = []
        for _ in range(4 * (wanted // most) + 8):
            left = wanted - sum(map(len, found))
            if name in self._sources and left > 0:
                found.append(self._sources[name].draw(min(most, left), self._rng))
        return found

    def _around(self, text: int, asked: int, others: int) -> torch.Tensor:
        """Some parts of the group of a text."""
        start, end = self._first[self._range[text]]
        most = max(8, min(others, 2 * asked + 8))
        few = end - start <= most
        chosen = np.arange(start, end) if few else self._rng.integers(start, end, most)
        return torch.from_numpy(chosen).to(self._device)

    def _of(self, texts: Ids) -> Ids:
        """The first parts of texts."""
        places = self._first[texts, None] + np.arange(_PARTS_LOOKED_AT - 1)
        return np.unique(np.minimum(places, self._first[texts + 1, None] - 1))


def _vectors(
    words: np.ndarray[tuple[int, int], np.dtype[np.int32]], rows: torch.Tensor, gain: torch.Tensor
) -> torch.Tensor:
    """Unit vectors of texts."""
    found = []
    for start in range(0, len(words), _BATCH):
        ids = torch.from_numpy(words[start : start + _BATCH]).long().to(rows.device)
        found.append(normalize((rows[ids] * (gain[ids] * (ids > 0))[..., None]).sum(1), dim=1))
    return torch.cat(found)
