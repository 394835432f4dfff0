"""The five seed policies, checked by hand against the documents as delivered."""

from __future__ import annotations

import pytest

from corpus import HEAD_LABEL, Article, Policy, read_corpus
from corpus.load import ReadFailure
from tests.unit.corpus.places import POLICIES

COUNTS = {
    "sh-aeo-2024": 25,
    "xm-aeo-2024": 21,
    "sh-customs-aeo-2023": 33,
    "sh-port-2023": 26,
    "gacc-aeo-2024": 17,
}


@pytest.fixture(scope="module")
def policies() -> dict[str, Policy]:
    read = list(read_corpus(POLICIES))
    assert not [each for each in read if isinstance(each, ReadFailure)]
    return {each.id: each for each in read if isinstance(each, Policy)}


def article(policies: dict[str, Policy], policy_id: str, number: int) -> Article:
    return next(a for a in policies[policy_id].articles if a.number == number)


@pytest.mark.parametrize(("policy_id", "count"), COUNTS.items())
def test_every_policy_has_its_head_and_its_articles_in_order(
    policies: dict[str, Policy], policy_id: str, count: int
) -> None:
    articles = policies[policy_id].articles
    assert [a.number for a in articles] == list(range(count + 1))
    assert articles[0].label == HEAD_LABEL
