"""Questions about a document itself, and articles told by their place, over the five policies."""

from __future__ import annotations

import pytest

from assistant.answer import Answer, Outcome, Question, Reason
from assistant.service import Assistant


def ask(assistant: Assistant, question: str, *history: str) -> Answer:
    return assistant.ask(Question(question=question, history=history))


@pytest.mark.parametrize(
    ("question", "policy", "words"),
    [
        ("厦门21条分几个大块，名字叫啥", "xm-aeo-2024", "（二）强化AEO联合激励（第8条至第16条）"),
        ("沪商自贸132号有海事局参与发文吗", "sh-port-2023", "上海海事局"),
        ("厦门措施谁盖的章", "xm-aeo-2024", "厦门市商务局代章"),
        ("厦门2号文是谁批准的", "xm-aeo-2024", "市政府专题会议"),
        ("厦门措施的落实情况要汇报给谁", "xm-aeo-2024", "专班办公室"),
        ("上海口岸措施对标什么评估体系", "sh-port-2023", "世界银行"),
        ("36号文贯彻的是什么会议精神", "gacc-aeo-2024", "中央经济工作会议"),
        ("上海AEO措施版记印发日期", "sh-aeo-2024", "2024年1月16日"),
    ],
)
def test_the_head_of_the_right_document_answers(
    assistant: Assistant, question: str, policy: str, words: str
) -> None:
    answer = ask(assistant, question)
    assert answer.outcome is Outcome.ANSWERED
    assert words in answer.answer
    assert {(one.policy_id, one.article) for one in answer.citations} == {(policy, 0)}


def test_two_documents_are_put_in_order(assistant: Assistant) -> None:
    answer = ask(assistant, "上海和厦门的AEO措施谁先发的")
    assert answer.answer.index("2024年1月15日") < answer.answer.index("2024年4月30日")
    assert {one.policy_id for one in answer.citations} == {"sh-aeo-2024", "xm-aeo-2024"}


@pytest.mark.parametrize(
    ("question", "articles"),
    [
        ("厦门措施里绿色通道是谁负责的", {9}),
        ("厦门AEO措施企业违法信息报给谁", {20}),
        ("厦门措施落实奖优惩劣机制按照什么要求", {20}),
    ],
)
def test_what_an_article_says_is_not_taken_for_a_fact_about_the_document(
    assistant: Assistant, question: str, articles: set[int]
) -> None:
    assert {one.article for one in ask(assistant, question).citations} == articles


def test_a_chapter_is_told_by_the_headings_of_its_articles(assistant: Assistant) -> None:
    answer = ask(assistant, "36号文第三部分讲什么")
    assert [one.article for one in answer.citations] == [11, 12, 13]
    missing = ask(assistant, "厦门措施第九章讲什么")
    assert missing.reason is Reason.NO_SUCH_ARTICLE


@pytest.mark.parametrize(
    ("question", "history", "article"),
    [
        ("上海海关行动方案减少监管频次类的第一条", (), 14),
        ("最后一条呢", ("上海海关AEO行动方案第9条",), 33),
        ("下一条呢", ("上海海关AEO行动方案第9条",), 10),
    ],
)
def test_an_article_is_told_by_its_place(
    assistant: Assistant, question: str, history: tuple[str, ...], article: int
) -> None:
    answer = ask(assistant, question, *history)
    assert [one.article for one in answer.citations] == [article]


def test_a_place_that_is_not_there_is_said_to_be_missing(assistant: Assistant) -> None:
    answer = ask(assistant, "厦门措施倒数第30条")
    assert answer.reason is Reason.NO_SUCH_ARTICLE
    assert "没有倒数第30条" in answer.answer
