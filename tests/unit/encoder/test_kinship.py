"""Words compared one by one, on the project's own weights."""

from functools import cache

import numpy as np
import pytest

from index.encoder import load_encoder, words_by
from index.encoder.kinship import Kinship


@cache
def kinship() -> Kinship:
    return words_by(load_encoder()).kinship


def test_the_weights_of_a_question_and_of_each_stretch_sum_to_one() -> None:
    asked = kinship().asked("退税几天能到账")
    told = kinship().told(["出口退税平均办理时间在2个工作日内。", "优先办理查验。"])
    kin = kinship().between(asked, told)
    assert asked.weights.sum() == pytest.approx(1)
    assert np.add.reduceat(kin.weights, kin.starts) == pytest.approx([1, 1], abs=1e-5)
    assert kin.nearest().shape == (len(asked.weights), 2)


def test_a_text_meets_its_own_words_wholly_and_another_less() -> None:
    text = "办理出口退税"
    asked = kinship().asked(text)
    kin = kinship().between(asked, kinship().told([text, "外国人工作许可"]))
    same, other = (asked.weights @ kin.nearest()).tolist()
    assert same == pytest.approx(1, abs=1e-5)
    assert other < 0.6
    assert kin.answered(0) == pytest.approx(1, abs=1e-5)
    assert kin.answered(1) < 0.6


def test_everyday_words_come_nearer_to_what_they_mean() -> None:
    asked = kinship().asked("晚了要罚钱吗")
    kin = kinship().between(asked, kinship().told(["逾期处以罚款", "设立服务专窗"]))
    late, window = (asked.weights @ kin.nearest()).tolist()
    assert late > window


def test_stretches_without_words_are_left_out() -> None:
    told = kinship().told(["。", "优先查验", "！"])
    assert (len(told.starts), told.sentences) == (1, 1)
    assert len(kinship().told(["。"]).ids) == 0


def test_what_stands_above_is_no_sentence() -> None:
    with_title, without = (
        kinship().told(["优先查验"], "某市措施"),
        kinship().told(["优先查验"], "—"),
    )
    assert (len(with_title.starts), with_title.sentences) == (2, 1)
    assert (len(without.starts), without.sentences) == (1, 1)
