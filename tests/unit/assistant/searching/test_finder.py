"""A topic of other authorities yields to a document that nobody prepared and that is nearer to it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from assistant.referring.referrals import Referral, Referrals
from assistant.searching.finder import Finder
from assistant.weighing.support import BARE

LOANS = Referral("贷款贴息", "财政部门", None, ("贷款能贴息多少",))
SHIPS = Referral("船期", "船公司", None, ("船几点开",))


class Encoder:
    """Whatever is asked comes to a cosine of 0.8 with the loans, and to -0.6 with the ships."""

    def encode_queries(self, texts: list[str]) -> Any:
        known = {LOANS.questions[0]: [1.0, 0.0], SHIPS.questions[0]: [0.0, -1.0]}
        return np.array([known.get(text, [0.8, 0.6]) for text in texts], np.float32)


def finder() -> Finder:
    encoder: Any = Encoder()
    ranker = SimpleNamespace(encode=lambda text: encoder.encode_queries([text]))
    store = SimpleNamespace(metadata=lambda: ())
    weigher = SimpleNamespace(support=None)
    parts: tuple[Any, ...] = (
        None,
        store,
        ranker,
        None,
        Referrals((LOANS, SHIPS), encoder),
        weigher,
    )
    return Finder(*parts)


def article(*, dense: float, asked: bool) -> Any:
    return SimpleNamespace(features={"dense": dense}, asked=asked)


@pytest.mark.parametrize(
    ("found", "referred"),
    [
        ((), True),
        ((article(dense=0.7, asked=False),), True),
        ((article(dense=0.9, asked=False),), False),
        ((article(dense=0.9, asked=True),), True),
        ((article(dense=0.2, asked=False), article(dense=0.9, asked=False)), False),
    ],
)
def test_a_nearer_document_without_questions_keeps_the_caller(
    found: tuple[Any, ...], referred: bool
) -> None:
    understanding: Any = SimpleNamespace(topic="成都的减税抗疫贷最多贷多少")
    assert (finder().referral(understanding, found) is LOANS) is referred


def test_topics_count_against_bare_articles_only_where_they_are_nearer() -> None:
    assert "elsewhere_lead" in BARE
    assert not {"elsewhere_near", "elsewhere_votes"} & set(BARE)
