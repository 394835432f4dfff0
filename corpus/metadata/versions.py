"""Policies that end because of others: older versions of a law, and what a new policy repeals."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus import jurisdictions
from corpus.model import NATIONWIDE, PolicyMetadata

# Every authority has a 公告2025年第5号 of its own.
# 海关总署2029年第64号公告 for 海关总署公告2029年第64号.
_TURNED = re.compile(r"(\d{4}年第?\d+号)(公告|通告)$")
_NUMBER_ALONE = re.compile(r"(?:公告|通告)?\d{4}年第?\d+号")

Succession = tuple[PolicyMetadata, PolicyMetadata]
"""A policy that ends, and the one because of which it does."""


def with_successions(policies: Iterable[PolicyMetadata]) -> list[PolicyMetadata]:
    """The same policies in the same order, those that others end marked with ``repealed_on``.

    Versions of one law share title and jurisdiction and differ in their dates: the older one is
    repealed on the day the next takes effect (its ``effective_on``, else its ``issued_on``).
    A policy named in another's ``repeals`` by title or number ends on the day that one takes
    effect. A day that the metadata already name is kept if it is earlier; policies without any
    date are left alone.
    """
    every = list(policies)
    ends: dict[str, dt.date] = {}
    for older, newer in successions(every):
        day = _order(newer)[0]
        ends[older.id] = min(day, ends.get(older.id, day))
    return [
        replace(policy, repealed_on=min(ends[policy.id], policy.repealed_on or dt.date.max))
        if policy.id in ends
        else policy
        for policy in every
    ]


def successions(policies: Sequence[PolicyMetadata]) -> list[Succession]:
    """Which policies end because of which others, each pair once, as in ``with_successions``."""
    pairs = {(older.id, newer.id): (older, newer) for older, newer in _superseded(policies)}
    pairs |= {(older.id, newer.id): (older, newer) for older, newer in _repealed(policies)}
    return list(pairs.values())


def _superseded(policies: Sequence[PolicyMetadata]) -> Iterator[Succession]:
    versions: dict[tuple[str, str], list[PolicyMetadata]] = defaultdict(list)
    for policy in policies:
        if _begins(policy) is not None:
            versions[policy.title, policy.jurisdiction].append(policy)
    for group in versions.values():
        ordered = sorted(group, key=_order)
        for older, newer in pairwise(ordered):
            if _order(older) != _order(newer):
                yield older, newer


def _repealed(policies: Sequence[PolicyMetadata]) -> Iterator[Succession]:
    known: dict[str, list[PolicyMetadata]] = defaultdict(list)
    for policy in policies:
        for name in filter(None, (policy.title, policy.doc_number)):
            known[_key(name)].append(policy)
    for policy in policies:
        for name in policy.repeals:
            for older in known.get(_key(name), ()):
                names = not _NUMBER_ALONE.fullmatch(name) or _share_an_issuer(policy, older)
                if names and _may_repeal(policy, older) and _order(older) < _order(policy):
                    yield older, policy


def _share_an_issuer(policy: PolicyMetadata, older: PolicyMetadata) -> bool:
    return not set(policy.issuers).isdisjoint(older.issuers)


def _may_repeal(policy: PolicyMetadata, older: PolicyMetadata) -> bool:
    """Whether ``policy`` reaches as far as ``older``: a city repeals no national law."""
    reach = (older.jurisdiction, jurisdictions.parent_of(older.jurisdiction), NATIONWIDE)
    return older.id != policy.id and policy.jurisdiction in reach


def _key(name: str) -> str:
    """A title or number reduced to what does not vary between those who quote it."""
    name = _TURNED.sub(r"\2\1", name)
    return re.sub(r"中华人民共和国|[\s《》〈〉（）()〔〕\[\]第]", "", name)


def _begins(policy: PolicyMetadata) -> dt.date | None:
    return policy.effective_on or policy.issued_on


def _order(policy: PolicyMetadata) -> tuple[dt.date, dt.date]:
    """When a policy begins; of two that begin together the one issued later is the newer."""
    begins = _begins(policy) or dt.date.min
    return begins, policy.issued_on or begins
