"""What callers ask that these policies do not rule on, and who can help with it.

A question that is nearer to such a topic than to any article should be referred, not answered
from an article that merely sounds alike. ``referrals.yaml`` is plain knowledge of a hotline;
edit it freely.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import yaml

from corpus.errors import AssistantError
from index.model import Encoder, Matrix, Vector

PATH = Path(__file__).with_name("referrals.yaml")


class ReferralsInvalid(AssistantError):
    """The file of referrals is not as it must be."""


@dataclass(frozen=True, slots=True)
class Referral:
    """A topic of other authorities, in callers' words."""

    topic: str
    department: str
    phone: str | None
    questions: tuple[str, ...]


class Referrals:
    """The topics with the vectors of their questions. Safe to share."""

    def __init__(self, referrals: tuple[Referral, ...], encoder: Encoder) -> None:
        self._owners = [one for one in referrals for _ in one.questions]
        questions = [question for one in referrals for question in one.questions]
        self.vectors: Matrix = encoder.encode_queries(questions)

    def nearest(self, vector: Vector) -> tuple[Referral, float] | None:
        """The topic with the nearest question, and its cosine."""
        if not self._owners:
            return None
        cosines = self.vectors @ vector
        best = int(np.argmax(cosines))
        return self._owners[best], float(cosines[best])


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
    )
