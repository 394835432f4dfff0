"""What the documents use and do not define, speak of and do not state, is said beside what they say."""

from __future__ import annotations

from assistant.answer import Outcome, Reason
from assistant.service import Assistant
from tests.integration.assistant.test_answers import ask, cited


def test_a_word_that_is_used_and_not_defined_is_said_to_be(assistant: Assistant) -> None:
    answer = ask(assistant, "抵港直装怎么理解")
    assert answer.outcome is Outcome.PARTIAL
    assert "没有给出定义" in answer.answer
    assert cited(answer) == [("sh-port-2023", "第1条")]
    described = ask(assistant, "容缺受理是什么意思")
    assert described.outcome is Outcome.ANSWERED


def test_half_a_question_that_is_answered_leaves_the_other_half_said_to_be_open(
    assistant: Assistant,
) -> None:
    answer = ask(assistant, "厦门有没有服务专窗，在哪儿")
    assert (answer.outcome, answer.reason) == (Outcome.PARTIAL, Reason.NOT_SPECIFIED)
    assert cited(answer) == [("xm-aeo-2024", "第17条")]
    assert "没有规定具体地址" in answer.answer


def test_names_that_no_article_lists_are_said_to_be_missing(assistant: Assistant) -> None:
    answer = ask(assistant, "AEO互认国家有哪些，一共几个")
    assert answer.reason is Reason.NOT_SPECIFIED
    assert answer.handoff is not None
    assert answer.handoff.department == "海关总署"
