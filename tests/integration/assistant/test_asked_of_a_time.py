"""Questions for what held in a year."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.answer import Question, Reason
from assistant.service import Assistant


@pytest.mark.parametrize(
    ("question", "history", "later"),
    [
        ("2022年厦门AEO退税几天", (), ("xm-aeo-2024", "第14条")),
        ("2023年10月预约通关要提前几小时", (), ("sh-customs-aeo-2023", "第27条")),
        ("2022年的时候呢", ("厦门AEO退税几天",), ("xm-aeo-2024", "第14条")),
    ],
)
def test_what_came_later_does_not_answer_for_then(
    assistant: Assistant, question: str, history: tuple[str, ...], later: tuple[str, str]
) -> None:
    answer = assistant.ask(Question(question=question, history=history))
    assert answer.reason is Reason.EXPIRED
    assert answer.citations == ()
    assert [(one.policy_id, one.label) for one in answer.suggestions] == [later]
    assert "后来发布" in answer.answer


def test_a_document_that_held_then_answers(assistant: Assistant) -> None:
    answer = assistant.ask(Question(question="2023年12月预约通关要提前几小时"))
    assert "提前8小时" in answer.answer
    assert answer.as_of == dt.date(2023, 12, 31)


def test_the_year_of_a_document_names_it(assistant: Assistant) -> None:
    answer = assistant.ask(Question(question="上海口岸2023年无陪同查验比例要到多少"))
    assert {one.policy_id for one in answer.citations} == {"sh-port-2023"}
