"""The network that tells of which article a question is asked, taught on a handful of questions."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import numpy as np
import pytest

from index.recogniser.bags import Bags
from index.recogniser.network import Network
from index.recogniser.recogniser import UNHEARD, Recogniser
from index.recogniser.training import trained

SUBJECTS = ("退税", "汇总征税", "优先查验", "落户")
ASKED = ("{}几天能办好", "{}要多久", "我们公司{}多长时间", "请问{}的时限", "{}最快几天")
LEFT_OPEN = ("{}的电话是多少", "{}打哪个电话", "{}找谁问，号码呢", "请问{}的联系电话", "{}有热线吗")
DIMENSIONS = 8


def questions() -> tuple[list[str], np.ndarray]:
    """Two classes a subject: what its article answers, and what it leaves open."""
    forms = [(subject, form) for subject in SUBJECTS for form in (ASKED, LEFT_OPEN)]
    texts = [one.format(subject) for subject, form in forms for one in form]
    return texts, np.repeat(np.arange(len(forms)), len(ASKED))


def meaning(text: str) -> np.ndarray:
    """A unit vector of the subject alone."""
    vector = np.full(DIMENSIONS, 0.1, np.float32)
    for place, subject in enumerate(SUBJECTS):
        vector[place] += subject in text
    return vector / np.linalg.norm(vector)


@pytest.fixture(scope="module")
def network() -> Network:
    texts, labels = questions()
    return trained(texts, np.array([meaning(one) for one in texts]), labels, lambda _: None)


def test_it_tells_the_subject_and_whether_it_is_answered(network: Network) -> None:
    for (place, subject), (left_open, form) in product(
        enumerate(SUBJECTS), enumerate(("想知道{}要多久", "想知道{}的电话"))
    ):
        asked = form.format(subject)
        assert network.scores(asked, meaning(asked)).argmax() == 2 * place + left_open


def test_it_is_taught_the_same_twice(network: Network) -> None:
    texts, labels = questions()
    steps: list[int] = []
    again = trained(texts, np.array([meaning(one) for one in texts]), labels, steps.append)
    asked = "退税要多久"
    told = again.scores(asked, meaning(asked))
    assert np.allclose(told, network.scores(asked, meaning(asked)), atol=1e-3)
    assert steps == list(range(1, len(steps) + 1))


def test_a_question_of_unknown_characters_is_told_by_its_meaning(network: Network) -> None:
    scores = network.scores("xyz", meaning("退税"))
    assert np.isfinite(scores).all()
    assert scores.argmax() in (0, 1)


def test_saving_keeps_every_number(network: Network, tmp_path: Path) -> None:
    network.save(tmp_path / "network.npz")
    loaded = Network.load(tmp_path / "network.npz")
    assert np.array_equal(
        loaded.scores("退税要多久", meaning("退税")), network.scores("退税要多久", meaning("退税"))
    )


def test_bags_leave_out_what_few_questions_have() -> None:
    bags = Bags.of(["退税几天", "退税多久", "退税找谁", "退税材料", "退税"])
    assert len(bags.starts) == 6
    everything = bags.batch(np.arange(5), 0.0, np.random.default_rng(0))
    sizes = np.diff(np.append(everything.offsets, len(everything.columns)))
    assert sizes.tolist() == [2, 2, 2, 2, 2]  # 退税 and the break before it
    lengths = np.add.reduceat(everything.weights**2, everything.offsets)
    assert np.allclose(lengths, 1.0)


def test_articles_without_questions_are_unheard(network: Network) -> None:
    recogniser = Recogniser(network, {"a#第一条": (0, 1), "a#第二条": (2, None)})
    heard = recogniser.hear("退税要多久", meaning("退税"))
    said, left_open = heard.of("a#第一条")
    assert said > left_open > UNHEARD
    assert heard.of("a#第二条")[1] == UNHEARD
    assert heard.of("b#第一条") == (UNHEARD, UNHEARD)
    assert Recogniser(None, {}).hear("退税", meaning("退税")).of("a#第一条") == (UNHEARD, UNHEARD)
