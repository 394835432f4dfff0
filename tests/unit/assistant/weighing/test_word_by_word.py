"""What an article says to a question word by word."""

from functools import cache

import pytest

from assistant.weighing.word_by_word import MEASURES, Wordwise
from index.encoder import load_encoder, words_by
from index.encoder.kinship import Kinship

TITLE = "某市促进外贸若干措施"


@cache
def kinship() -> Kinship:
    return words_by(load_encoder()).kinship


def evidence(question: str, *sentences: str) -> dict[str, float]:
    words = kinship()
    asked = Wordwise(words, words.asked(question))
    return dict(asked.evidence(words.told(sentences, TITLE)))


def test_what_answers_is_nearer_by_every_measure() -> None:
    question = "奖励资金什么时候打到账上"
    right = evidence(question, "奖励资金在30个工作日内拨付到企业账户")
    wrong = evidence(question, "设立知识产权维权服务站")
    assert set(right) == set(MEASURES)
    assert all(right[name] > wrong[name] for name in MEASURES)


def test_what_an_article_stands_under_counts_in_one_measure_alone() -> None:
    found = evidence("外贸措施", "开展检验")
    assert found["kin_all"] == pytest.approx(1, abs=1e-5)
    assert found["kin_words"] < 1
    assert found["kin_same"] < 1


@pytest.mark.parametrize("question", ["", "？！"])
def test_a_question_without_words_is_met_by_nothing(question: str) -> None:
    assert evidence(question, "开展检验") == dict.fromkeys(MEASURES, 0.0)


def test_an_article_without_words_meets_nothing() -> None:
    assert evidence("开展检验吗") == dict.fromkeys(MEASURES, 0.0)
