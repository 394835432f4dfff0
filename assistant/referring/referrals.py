"""What callers ask that these policies do not rule on, and who can help with it.

A question that is nearer to such a topic than to any article should be referred, not answered
from an article that merely sounds alike. ``referrals.yaml`` is plain knowledge of a hotline;
edit it freely.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import yaml

from corpus.errors import AssistantError
from index.model import Encoder, Matrix, Vector

PATH = Path(__file__).with_name("referrals.yaml")

RIDGE = 1.0
STANDS_OUT = 0.085
"""By how much a topic must lead. Of the file's own questions, each tenth left out of learning in
turn, a fifth leads by so much, and 0.79 of these go to the right department, 0.71 to the very
topic; the nearest single question at a cosine of 0.6 was of the right department in 0.54. A caller
sent to the wrong counter is worse off than one who is told to ask the customs hotline."""


class ReferralsInvalid(AssistantError):
    """The file of referrals is not as it must be."""


@dataclass(frozen=True, slots=True)
class Referral:
    """A topic of other authorities, in callers' words.

    ``elsewhere`` when it is that of places without documents here, and of no one who names none.
    """

    topic: str
    department: str
    phone: str | None
    questions: tuple[str, ...]
    elsewhere: bool = False


class Referrals:
    """The topics with the vectors of their questions. Safe to share."""

    def __init__(self, referrals: tuple[Referral, ...], encoder: Encoder) -> None:
        questions = [question for one in referrals for question in one.questions]
        self.vectors: Matrix = encoder.encode_queries(questions)
        self._referrals = referrals
        self._classifier = _learned(self.vectors, [len(one.questions) for one in referrals])

    def about(self, vector: Vector, own: float = 0.0) -> Referral | None:
        """The topic that the question of this vector is about, where one stands out.

        ``own`` is the cosine of the nearest article of the collection: none of the topic's
        questions being nearer, the article's issuers are to be asked.
        """
        if len(self._referrals) < 2 or float(np.vecdot(self.vectors, vector).max()) <= own:
            return None
        second, first = np.argsort(shares := self._classifier(vector))[-2:]
        stands_out = shares[first] - shares[second] >= STANDS_OUT
        return self._referrals[first] if stands_out else None


def _learned(vectors: Matrix, counts: Sequence[int]) -> Callable[[Vector], Vector]:
    """A classifier of topics from the vectors of their questions, ``counts`` of each in turn.

    Regularised least squares on one column per topic (Rifkin and Klautau, In Defense of
    One-Vs-All Classification, 2004): a moment's work at start, so that the file may be edited.
    """
    topics = np.repeat(np.eye(len(counts), dtype=np.float32), counts, axis=0)
    if not len(topics):
        return lambda _: np.zeros(0, np.float32)
    centre, mean = vectors.mean(axis=0), topics.mean(axis=0)
    centred = vectors - centre
    ridge = centred.T @ centred + RIDGE * np.eye(vectors.shape[1], dtype=np.float32)
    weights = np.linalg.solve(ridge, centred.T @ (topics - mean))
    return lambda vector: np.asarray((vector - centre) @ weights + mean, np.float32)


@lru_cache(maxsize=1)
def read_referrals(path: Path = PATH) -> tuple[Referral, ...]:
    """The topics of ``path``. Raises ``ReferralsInvalid`` naming the entry and the field."""
    entries = yaml.safe_load(path.read_text("utf-8"))
    return tuple(_referral(path, number, entry) for number, entry in enumerate(entries, 1))


def _referral(path: Path, number: int, entry: dict[str, object]) -> Referral:
    for field in ("topic", "department", "questions"):
        if not entry.get(field):
            raise ReferralsInvalid(f"{path.name} 第 {number} 项缺少字段 {field}")
    questions = entry["questions"]
    if not isinstance(questions, list):
        raise ReferralsInvalid(f"{path.name} 第 {number} 项的 questions 应是问句列表")
    phone = entry.get("phone")
    return Referral(
        topic=str(entry["topic"]),
        department=str(entry["department"]),
        phone=str(phone) if phone else None,
        questions=tuple(map(str, questions)),
        elsewhere=bool(entry.get("elsewhere")),
    )
