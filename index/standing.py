"""What speaks for or against a whole policy, whatever its articles say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from corpus import jurisdictions
from corpus.model import NATIONWIDE, PolicyMetadata, Status
from index.dense import Scores
from index.model import Filter

REMEMBERED = 64
"""Groups of places whose standing is kept: callers ask for the same few cities."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One number per policy: the named place or another, a named document, no longer in force."""

    place: Scores
    named: Scores
    ended: Scores


class Standings:
    """Judges the policies of a collection as of ``today``. Safe to share between threads."""

    def __init__(self, policies: Sequence[PolicyMetadata], today: dt.date) -> None:
        self._places = np.array([policy.jurisdiction for policy in policies])
        self._local = frozenset(self._places.tolist()) - {NATIONWIDE}
        self._place = lru_cache(maxsize=REMEMBERED)(self._place_anew)
        self._speaking: dict[str, list[int]] = {}
        for at, policy in enumerate(policies):
            for place in policy.speaks_of:
                self._speaking.setdefault(place, []).append(at)
        self._positions = {policy.id: place for place, policy in enumerate(policies)}
        self._ended = np.array(
            [policy.status(today) in (Status.REPEALED, Status.EXPIRED) for policy in policies],
            np.float32,
        )

    def of(self, text: str, documents: Iterable[str], where: Filter | None) -> Standing:
        """The standing of every policy for a question and the documents it names.

        A place counts only where the collection has rules of its own for it. A filter's day
        settles what is in force, so nothing is held against a policy then.
        """
        named = np.zeros(len(self._places), np.float32)
        named[[self._positions[one] for one in documents]] = 1.0
        dated = where is not None and where.as_of is not None
        place = self._place(self._local.intersection(jurisdictions.find_in(text)))
        return Standing(place, named, np.zeros_like(self._ended) if dated else self._ended)

    def _place_anew(self, places: frozenset[str]) -> Scores:
        if not places:
            return np.zeros(len(self._places), np.float32)
        here = np.isin(self._places, sorted(places))
        elsewhere = ~here & (self._places != NATIONWIDE)
        # Nothing is held against what is only guessed to be another place's and speaks of this one.
        elsewhere[[at for place in places for at in self._speaking.get(place, ())]] = False
        return np.where(here, 1, np.where(elsewhere, -1, 0)).astype(np.float32)
