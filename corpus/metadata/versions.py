"""Several versions of one law: the older ones end when the next takes effect."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from corpus.model import PolicyMetadata


def with_successions(policies: Iterable[PolicyMetadata]) -> list[PolicyMetadata]:
    """The same policies in the same order, superseded versions marked as repealed.

    Versions share title and jurisdiction and differ in their dates. A version is repealed on the
    day the next one takes effect (its ``effective_on``, else its ``issued_on``), unless its own
    metadata already names an earlier day. Versions without any date are left alone.
    """
    every = list(policies)
    versions: dict[tuple[str, str], list[PolicyMetadata]] = defaultdict(list)
    for policy in every:
        if _begins(policy) is not None:
            versions[policy.title, policy.jurisdiction].append(policy)
    ends = dict(_ends(versions.values()))
    return [
        replace(policy, repealed_on=_earlier(policy.repealed_on, ends[policy.id]))
        if policy.id in ends
        else policy
        for policy in every
    ]


def _ends(groups: Iterable[list[PolicyMetadata]]) -> Iterable[tuple[str, dt.date]]:
    for group in groups:
        ordered = sorted(group, key=lambda policy: _begins(policy) or dt.date.min)
        for older, newer in pairwise(ordered):
            begins = _begins(newer)
            if begins is not None and begins != _begins(older):
                yield older.id, begins


def _begins(policy: PolicyMetadata) -> dt.date | None:
    return policy.effective_on or policy.issued_on


def _earlier(one: dt.date | None, other: dt.date) -> dt.date:
    return other if one is None else min(one, other)
