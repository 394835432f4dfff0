"""What of a collection's documents does not depend on the question, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import rjieba

from assistant.understanding.domain import names_accredited
from corpus.jurisdictions import short_name
from corpus.model import PolicyMetadata
from index.loose import LooseNames
from index.text import normalise, simplify

KEPT = 8
"""Collections, and parts of one that a question looks into, whose names stay in memory."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one document: all in one string, and whether they speak of AEO.

    ``words`` are those of its title without figures, the longest first.
    """

    policy: PolicyMetadata
    said: str
    accredited: bool
    words: tuple[str, ...]


class Known:
    """The names of the documents of a collection."""

    def __init__(self, catalogue: Sequence[PolicyMetadata]) -> None:
        self._catalogue = catalogue
        self.names = tuple(map(_names, catalogue))
        # The documents of each issuer that issued them alone, by its name and its short one.
        self.sole_issuers = _grouped(
            (name, policy.id)
            for policy in catalogue
            if len(policy.issuers) == 1
            for name in _called(policy.issuers[0])
        )
        # The documents of each first issuer, by its name without its place.
        self.leading = _grouped(
            (_without_place(policy), policy.id) for policy in catalogue if policy.issuers
        )
        self.years = frozenset(policy.issued_on.year for policy in catalogue if policy.issued_on)

    @cached_property
    def loose(self) -> LooseNames:
        """The documents by their titles with words left out."""
        return LooseNames(self._catalogue)


class _Held:
    """A catalogue as a key: the same object is the same catalogue, which never changes."""

    def __init__(self, catalogue: Sequence[PolicyMetadata]) -> None:
        self.catalogue = catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.catalogue is other.catalogue


def known(catalogue: Sequence[PolicyMetadata]) -> Known:
    """What is known of ``catalogue``, worked out at the first question."""
    return _known(_Held(catalogue))


@lru_cache(maxsize=KEPT)
def _known(held: _Held) -> Known:
    return Known(held.catalogue)


def _names(policy: PolicyMetadata) -> Names:
    year = f"{policy.issued_on.year}年" if policy.issued_on else ""
    said = " ".join((*names_of(policy), year)).lower()
    words = {
        word for word in rjieba.cut(simplify(policy.title)) if len(word) > 1 and word.isalpha()
    }
    longest = tuple(sorted(words, key=lambda word: (-len(word), word)))
    return Names(policy, said, names_accredited(said), longest)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for name, policy_id in pairs:
        groups.setdefault(name, []).append(policy_id)
    return {name: tuple(ids) for name, ids in groups.items()}


def _called(issuer: str) -> tuple[str, ...]:
    """An issuer's name, and how it is said for short (总署)."""
    return (issuer, issuer.removeprefix("海关")) if issuer.endswith("总署") else (issuer,)


def _without_place(policy: PolicyMetadata) -> str:
    place = policy.jurisdiction
    return policy.issuers[0].removeprefix(place).removeprefix(short_name(place))


def names_of(policy: PolicyMetadata) -> tuple[str, ...]:
    """What ``policy`` is called: its title, its number if it has one, its other names."""
    return (policy.title, policy.doc_number or "", *policy.aliases)


def called(policy: PolicyMetadata) -> str:
    """Everything ``policy`` is called, and who issued it."""
    names = (*names_of(policy), *policy.issuers)
    return "\n".join((*names, *map(normalise, names), policy.jurisdiction))
