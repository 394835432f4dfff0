from __future__ import annotations

import pytest

from assistant.understanding.asks.intents import Intent, intent_of
from assistant.understanding.documents.facts import DocumentFact
from assistant.understanding.documents.facts_asked import document_facts


def intent(text: str, places: int = 0, wants: bool = False) -> Intent:
    return intent_of(text, wants_figure=wants, places=places)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("两个城市的退税时间有什么区别", Intent.COMPARISON),
        ("这事归哪个部门管", Intent.UNIT),
        ("出了问题该找谁", Intent.UNIT),
        ("免除担保要满足什么条件", Intent.CONDITIONS),
        ("什么样的企业能免担保", Intent.CONDITIONS),
        ("对出口信保有哪些支持", Intent.LIST),
        ("能不能周末查验", Intent.YES_NO),
        ("退税", Intent.TOPIC),
        ("企业联盟怎样扩大朋友圈加强合作", Intent.GENERAL),
        ("复工顺序是什么？", Intent.GENERAL),
        ("这样行么？", Intent.YES_NO),
        ("主管部门是谁", Intent.UNIT),
        ("主管部门怎么联系", Intent.UNIT),
        ("对建设主管部门提出了什么", Intent.GENERAL),
        ("按照卫生主管部门的要求怎样消毒", Intent.GENERAL),
    ],
)
def test_the_question_words_tell_the_intent(text: str, expected: Intent) -> None:
    assert intent(text) is expected


def test_two_places_make_a_comparison() -> None:
    assert intent("上海和厦门的工作许可", places=2) is Intent.COMPARISON


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("这份通知的文号是多少", DocumentFact.NUMBER),
        ("那个措施什么时候发布的", DocumentFact.DATE),
        ("是哪几个部门联合印发的", DocumentFact.ISSUER),
        ("这个方案一共多少条", DocumentFact.COUNT),
        ("文件抄送给谁", DocumentFact.COPIES),
    ],
)
def test_facts_about_a_document(text: str, fact: DocumentFact) -> None:
    assert fact in document_facts(text)


def test_questions_about_rules_ask_no_document_fact() -> None:
    assert document_facts("退税几天") == ()
    assert document_facts("缩短办理时间的有哪几条") == ()


@pytest.mark.parametrize(
    "text",
    [
        "跨境电商，各份通知里分别有哪几条",
        "保税维修各有啥条款",
        "市商务委参加了哪几项",
        "为了留住人才安排了哪些服务工作",
        "对芯片厂有什么优先待遇",
        "减免税、预裁定、原产地证书",
        "给小企业的融资条款",
    ],
)
def test_lists_are_no_comparisons(text: str) -> None:
    assert intent(text) is Intent.LIST


@pytest.mark.parametrize("text", ["退税分别要几天", "两地增加了哪些对象", "各要什么材料"])
def test_what_is_told_of_each_is_compared(text: str) -> None:
    assert intent(text) is Intent.COMPARISON
