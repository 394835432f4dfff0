"""Filters at no cost: decided per policy, kept as masks, shared by both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from corpus import jurisdictions
from corpus.model import NATIONWIDE, PolicyMetadata, Status
from index.lexical import LexicalIndex, LexicalScope
from index.model import Filter
from index.records import Rows

_KEPT = 64  # filters whose masks stay in memory; 140,000 passages take 140 KB each


@dataclass(frozen=True, slots=True)
class Scope:
    """What a filter lets through: a mask over the passages, and the lexical index's own form."""

    mask: npt.NDArray[np.bool_]
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
        places = None if where.jurisdictions is None else _with_parents(where.jurisdictions)
        allowed = np.array([_applies(one, where, places) for one in self._policies], np.bool_)
        mask = allowed[self._policy_of_row]
        return Scope(mask, self._lexical.scope(np.flatnonzero(allowed).tolist()))


def _with_parents(names: frozenset[str]) -> frozenset[str]:
    """The places whose rules apply: a city's own, its province's, and the nation's."""
    found = {NATIONWIDE}
    for name in names:
        place: str | None = name
        while place is not None and place not in found:
            found.add(place)
            place = jurisdictions.parent_of(place)
    return frozenset(found)


def _applies(policy: PolicyMetadata, where: Filter, places: frozenset[str] | None) -> bool:
    if where.policy_ids is not None and policy.id not in where.policy_ids:
        return False
    if places is not None and policy.jurisdiction not in places:
        return False
    return where.as_of is None or policy.status(where.as_of) is Status.IN_FORCE
