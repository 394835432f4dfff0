"""Which articles a list gathers: its subject, what tells that an article is on it, where it ends."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.gathering.evidence import among
from assistant.gathering.membership import Membership, threshold
from assistant.gathering.topic import topic_of
from assistant.understanding.asks.intents import asks_for_list
from assistant.understanding.asks.lists import asks_for_measures


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("上海出台的里，凡是提到出口退税的有哪几条？", ("出口退税",)),
        ("危化品还有危险货物包装，文件里都有哪些说法？", ("危化品", "危险货物包装")),
        ("我们是做加工贸易的，有没有专门给我们的措施，都列一下", ("加工贸易",)),
        ("知识产权方面能帮到企业的条款有哪些", ("知识产权",)),
        ("绿色通道、快速通道一共有几种", ("绿色通道", "快速通道")),
        ("RCEP在哪几条里提到", ("rcep",)),
        ("融资贷款支持，上海能用的全部条款", ("融资贷款",)),
        ("产品认证的措施有哪些", ("产品认证",)),
        ("高级认证企业退税的措施有哪些", ("退税",)),
        ("外贸企业信贷的措施有哪些", ("外贸", "信贷")),
        ("分公司、船公司能享受哪些便利", ("分公司", "船公司")),
        ("内外贸一体化在沪厦两个文件里哪几条提到", ("内外贸一体化",)),
        ("认证培训的措施有哪些", ("认证培训",)),
    ],
)
def test_the_subject_is_left_without_the_words_of_asking(
    question: str, terms: tuple[str, ...]
) -> None:
    assert topic_of(question) == terms


def test_a_question_of_nothing_but_asking_is_its_own_subject() -> None:
    assert topic_of("都有哪些？") != ()


def test_a_list_ends_at_the_gap() -> None:
    assert threshold([0.97, 0.95, 0.9, 0.12, 0.1, 0.02]) == 0.9


def test_equally_likely_articles_are_all_taken() -> None:
    assert threshold([0.4, 0.38, 0.36, 0.35, 0.01]) == 0.35


def test_completeness_lets_more_in() -> None:
    scores = [0.95, 0.9, 0.35, 0.3, 0.02]
    assert threshold(scores, recall=3.0) < threshold(scores, recall=0.5)


def test_an_article_is_seen_against_the_others() -> None:
    names = dict.fromkeys(("named", "named_any", "named_all", "titled"), 0.0)
    measured = {"own": 0.0, "few": 0.0, "whole": 0.0, "covered": 0.0}
    near = {**measured, "own": 2.0, "few": 0.8}
    vectors = np.eye(3, dtype=np.float32)
    first, *others = among(
        [near, measured, measured], [{**names, "named_any": 1.0}, names, names], vectors
    )
    assert first["own_behind"] == 0.0
    assert all(one["own_behind"] == -2.0 for one in others)
    assert first["few_above"] > 0 > others[0]["few_above"]
    assert others[0]["someone_named"] == 1.0
    assert first["like_surest"] == 1.0


def test_the_committed_model_prefers_what_is_near() -> None:
    model = Membership.load()
    near = {"bias": 1.0, "few": 0.8, "term": 0.8, "covered": 1.0, "own": 3.0}
    far = {"bias": 1.0, "few": 0.2, "term": 0.2, "covered": 0.0, "own": -9.0}
    assert model.probability(near) > model.probability(far)


@pytest.mark.parametrize(
    "text",
    [
        "哪些手续可以提前预约办",
        "人才方面有什么政策",
        "不用担保的情形",
        "跟仓库打交道的规定有哪些",
        "怎么扶持中小企业",
        "哪几条讲了退税",
    ],
)
def test_measures_are_asked_for(text: str) -> None:
    assert asks_for_measures(text)


@pytest.mark.parametrize(
    "text", ["试点选了哪几个海关", "要带哪几样材料", "下一批是哪几个国家", "看哪几项指标"]
)
def test_things_of_a_kind_are_no_measures(text: str) -> None:
    assert not asks_for_measures(text)


@pytest.mark.parametrize(
    "text",
    [
        "一共有几种情况",
        "有哪些渠道能反映",
        "哪些手续可以预约",
        "免担保的情形",
        "降成本的四条是什么",
        "绿色低碳有关的",
    ],
)
def test_more_ways_to_ask_for_a_list(text: str) -> None:
    assert asks_for_list(text)


@pytest.mark.parametrize(
    "text", ["第六条讲什么检疫", "倒数第二条说什么", "怎么帮我退税", "去哪办卡"]
)
def test_one_article_or_one_way_is_no_list(text: str) -> None:
    assert not asks_for_list(text)
