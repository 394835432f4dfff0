"""What of a collection's documents does not depend on the question, worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.understanding.domain import names_accredited
from corpus.model import PolicyMetadata
from index.loose import LooseNames
from index.text import normalise

KEPT = 8
"""Collections, and parts of one that a question looks into, whose names stay in memory."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one document: all in one string, and whether they speak of AEO."""

    policy: PolicyMetadata
    said: str
    accredited: bool


class Known:
    """The names of the documents of a collection."""

    def __init__(self, catalogue: Sequence[PolicyMetadata]) -> None:
        self._catalogue = catalogue
        self.names = tuple(map(_names, catalogue))
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
    said = " ".join((policy.title, policy.doc_number or "", *policy.aliases, year)).lower()
    return Names(policy, said, names_accredited(said))


def called(policy: PolicyMetadata) -> str:
    """Everything ``policy`` is called, and who issued it."""
    names = (policy.title, policy.doc_number or "", *policy.issuers, *policy.aliases)
    return "\n".join((*names, *map(normalise, names), policy.jurisdiction))
