"""Which rows hold the article of a number, for every policy of a version."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.records import Rows


class Numbering:
    """Articles by policy and number. Safe to share between threads."""

    def __init__(self, policy_ids: Sequence[str], rows: Rows) -> None:
        self._numbers = np.ascontiguousarray(rows["number"])
        # Passages of one policy are neighbours: where each policy's begin.
        first = np.searchsorted(rows["policy"], np.arange(len(policy_ids) + 1)).tolist()
        self._spans = {
            policy: (first[place], first[place + 1]) for place, policy in enumerate(policy_ids)
        }

    def rows(self, policy_id: str, number: int) -> list[int]:
        """The rows of all articles with this number (第120条 and 第120条之一), as printed."""
        start, end = self._spans.get(policy_id, (0, 0))
        found: list[int] = (start + np.flatnonzero(self._numbers[start:end] == number)).tolist()
        return found

    def has(self, policy_id: str, number: int) -> bool:
        """Whether the policy has an article of this number."""
        return bool(self.rows(policy_id, number))
