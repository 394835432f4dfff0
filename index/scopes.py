"""Filters at no cost: decided per policy, kept as masks, shared by both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from corpus.jurisdictions import ruling_in
from corpus.model import PolicyMetadata, Status
from index.lexical import LexicalIndex, LexicalScope
from index.model import Filter
from index.records import Rows

# Fewer passages than this are sooner read than skipped.
_GAP = 256
_KEPT = 64  # filters whose masks stay in memory; 140,000 passages take 140 KB each


@dataclass(frozen=True, slots=True)
class Scope:
    """What a filter lets through: a mask over the passages, and the lexical index's own form.

    ``runs`` cover all of the mask in few stretches of neighbouring passages: a city reads its own
    rows and the nation's, not those of the other provinces.
    """

    mask: npt.NDArray[np.bool_]
    runs: tuple[slice, ...]
    lexical: LexicalScope


class Scopes:
    """Turns filters into scopes. Safe to share between threads."""

    def __init__(
        self, policies: Sequence[PolicyMetadata], passages: Rows, lexical: LexicalIndex
    ) -> None:
        self._policies = policies
        self._policy_of_row = passages["policy"]
        self._lexical = lexical
        self._scope = lru_cache(maxsize=_KEPT)(self._build)

    def of(self, where: Filter | None) -> Scope | None:
        """The scope of a filter; ``None`` when it lets everything through."""
        return None if where is None or where == Filter() else self._scope(where)

    def _build(self, where: Filter) -> Scope:
        places = None if where.jurisdictions is None else ruling_in(where.jurisdictions)
        allowed = np.array([_applies(one, where, places) for one in self._policies], np.bool_)
        mask = allowed[self._policy_of_row]
        return Scope(mask, _runs(mask), self._lexical.scope(np.flatnonzero(allowed).tolist()))


def _runs(mask: npt.NDArray[np.bool_]) -> tuple[slice, ...]:
    """The stretches of a mask, those with small gaps between them joined."""
    edges = np.flatnonzero(np.diff(mask, prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    apart = np.flatnonzero(starts[1:] - ends[:-1] >= _GAP)
    firsts = starts[np.concatenate(([0], apart + 1))] if len(starts) else starts
    lasts = ends[np.concatenate((apart, [len(ends) - 1]))] if len(ends) else ends
    return tuple(map(slice, firsts.tolist(), lasts.tolist()))


def _applies(policy: PolicyMetadata, where: Filter, places: frozenset[str] | None) -> bool:
    if where.policy_ids is not None and policy.id not in where.policy_ids:
        return False
    # What is only guessed to be another place's may be found by those whom it speaks of.
    spoken_of = where.jurisdictions is not None and not where.jurisdictions.isdisjoint(
        policy.speaks_of
    )
    if places is not None and policy.jurisdiction not in places and not spoken_of:
        return False
    return where.as_of is None or policy.status(where.as_of) is Status.IN_FORCE
