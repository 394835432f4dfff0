"""Turns that name another document and ask the question before of it."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.understanding import Understanding, understand
from assistant.understanding.follow_ups.document_names import names_only_documents
from corpus.model import PolicyMetadata
from index.addressing import AddressBook


def named(policy_id: str, title: str, year: int) -> PolicyMetadata:
    issued = dt.date(year, 5, 1)
    return PolicyMetadata(policy_id, title, jurisdiction="上海市", issued_on=issued)


AEO = named("aeo", "上海市关于支持海关高级认证企业高质量发展的若干措施", 2024)
PORT = named("port", "上海口岸2023年深化跨境贸易营商环境改革若干措施", 2023)
FISH = named("fish", "上海市水产养殖尾水治理行动方案", 2022)
CATALOGUE = (AEO, PORT, FISH)
REFUND = "上海出口退税要几天"


def after(question: str, catalogue: tuple[PolicyMetadata, ...] = CATALOGUE) -> Understanding:
    addresser = AddressBook(catalogue).addressed
    return understand(question, [REFUND], None, dt.date(2026, 11, 27), catalogue, addresser)


@pytest.mark.parametrize(
    "question",
    [
        "我问的是23年那份文件",
        "那23年的文件呢",
        "说错了，是23年那份",
        "不是这份，是口岸那份文件",
        "口岸那份文件里呢",
    ],
)
def test_the_question_before_is_asked_of_the_document_named(question: str) -> None:
    found = after(question)
    assert found.scope.policies == (PORT.id,)
    assert found.topic == "出口退税要几天"


def test_titles_of_any_document_name_it() -> None:
    assert after("水产养殖那份文件呢").scope.policies == (FISH.id,)
    assert after("换成水产养殖那份文件看看").scope.policies == (FISH.id,)
    assert not names_only_documents("水产养殖那份文件呢", (AEO, PORT))


@pytest.mark.parametrize("question", ["那营商环境改革呢", "那水产养殖呢", "跨境贸易的措施呢"])
def test_words_of_a_title_alone_are_a_subject(question: str) -> None:
    assert not names_only_documents(question, CATALOGUE)
    assert after(question).alone


@pytest.mark.parametrize(
    "text", ["那个口岸2023年的文件里是怎么讲这件事的", "24年AEO的呢，更快了没", "那份文件呢"]
)
def test_only_another_document_is_named(text: str) -> None:
    assert names_only_documents(text, CATALOGUE)


@pytest.mark.parametrize("text", ["口岸那份文件里退税几天", "口岸和养殖那份文件呢"])
def test_something_else_is_asked_of_a_document(text: str) -> None:
    assert not names_only_documents(text, CATALOGUE)
