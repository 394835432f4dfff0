"""A refused caller is sent to a department only where one topic stands out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from assistant.referring.referrals import Referral, Referrals
from index.model import Matrix, Vector

AXES = {"税": 0, "船": 1, "房": 2}


class Encoder:
    name, dimensions, fingerprint = "axes", 3, "axes"

    def encode_queries(self, texts: Sequence[str]) -> Matrix:
        rows = [[float(text.count(one)) for one in AXES] for text in texts]
        vectors = np.array(rows, np.float32).reshape(len(rows), len(AXES))
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.where(lengths > 0, lengths, 1.0), np.float32)

    encode_passages = encode_queries


def topic(name: str) -> Referral:
    questions = tuple(f"{name}{name}怎么办{number}" for number in range(5))
    return Referral(name, f"{name}的部门", None, questions)


def vector(text: str) -> Vector:
    return np.asarray(Encoder().encode_queries([text])[0], np.float32)


@pytest.fixture
def referrals() -> Referrals:
    return Referrals((topic("税"), topic("船"), topic("房")), Encoder())


def test_the_topic_that_stands_out_is_told(referrals: Referrals) -> None:
    told = referrals.about(vector("船几点开"))
    assert told is not None
    assert told.department == "船的部门"


@pytest.mark.parametrize("text", ["船税", "今天天气"])
def test_between_topics_or_far_from_all_nobody_is_named(referrals: Referrals, text: str) -> None:
    assert referrals.about(vector(text)) is None


@pytest.mark.parametrize("topics", [(), ("税",)])
def test_a_file_with_hardly_any_topic_tells_nothing(topics: tuple[str, ...]) -> None:
    referrals = Referrals(tuple(map(topic, topics)), Encoder())
    assert referrals.about(vector("税")) is None
    assert len(referrals.vectors) == 5 * len(topics)
