"""The seed policies, parsed once for all tests of this room."""

from __future__ import annotations

import pytest

from corpus import Article, Policy, PolicyMetadata, parse_policy, read_corpus
from tests.unit.corpus.places import POLICIES


@pytest.fixture(scope="session")
def policies() -> dict[str, Policy]:
    read = [each for each in read_corpus(POLICIES) if isinstance(each, Policy)]
    return {policy.id: policy for policy in read}


def parse(text: str) -> Policy:
    return parse_policy(text, PolicyMetadata("p", "某文件"))


def labels(text: str) -> list[str]:
    return [article.label for article in parse(text).articles]


def article(policy: Policy, label: str) -> Article:
    return next(each for each in policy.articles if each.label == label)
