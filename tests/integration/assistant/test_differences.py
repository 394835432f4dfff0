"""What one city's documents have and another's do not, over the five policies."""

from __future__ import annotations

import pytest

from assistant.answer import Answer, Outcome, Question
from assistant.service import Assistant


def numbers(answer: Answer, policy: str) -> set[int]:
    return {one.article for one in answer.citations if one.policy_id == policy}


def ask(assistant: Assistant, *turns: str) -> Answer:
    return assistant.ask(Question(question=turns[-1], history=turns[:-1]))


def test_only_what_the_other_city_has_nothing_like_is_listed(assistant: Assistant) -> None:
    answer = ask(assistant, "厦门有上海没有的是哪些政策")
    own = numbers(answer, "xm-aeo-2024")
    assert {9, 21} <= own
    assert own.isdisjoint({3, 4, 7, 14, 17})  # Shanghai rules on these too
    assert {one.policy_id for one in answer.citations} == {"xm-aeo-2024"}
    assert answer.answer.startswith("按条款逐条比对")


@pytest.mark.parametrize("turn", ["那反过来呢", "上海有厦门没有的呢"])
def test_the_other_way_round_is_asked_in_the_next_turn(assistant: Assistant, turn: str) -> None:
    answer = ask(assistant, "厦门有上海没有的是哪些政策", turn)
    own = numbers(answer, "sh-aeo-2024")
    assert {6, 14, 22} <= own
    assert own.isdisjoint({3, 5, 15, 17, 23, 25})
    assert numbers(answer, "xm-aeo-2024") == set()
    assert "上海口岸2023年" in answer.answer  # of another kind: counted, not read out


@pytest.mark.parametrize(
    "question", ["上海和厦门的AEO政策有什么不一样", "两个城市的政策有什么不一样"]
)
def test_both_sides_own_articles_answer_what_differs(assistant: Assistant, question: str) -> None:
    answer = ask(assistant, question)
    assert numbers(answer, "sh-aeo-2024")
    assert numbers(answer, "xm-aeo-2024")
    assert answer.answer.count("按条款逐条比对") == 2


def test_of_a_subject_only_the_articles_on_it(assistant: Assistant) -> None:
    answer = ask(assistant, "上海有什么厦门没有的人才政策")
    assert numbers(answer, "sh-aeo-2024") == {6, 21, 22}


def test_nothing_left_is_said(assistant: Assistant) -> None:
    answer = ask(assistant, "厦门有上海没有的展会支持政策")
    assert answer.outcome is Outcome.UNANSWERABLE
    assert "没有查到" in answer.answer


def test_a_comparison_of_one_measure_stays_one(assistant: Assistant) -> None:
    answer = ask(assistant, "上海和厦门退税有什么区别")
    assert "按条款逐条比对" not in answer.answer
    assert numbers(answer, "xm-aeo-2024") == {14}
