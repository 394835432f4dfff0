"""Questions for what a word means."""

from __future__ import annotations

import pytest

from assistant.understanding.asks.terms import meaning_asked, term_asked


def test_a_term_is_not_the_name_of_the_document() -> None:
    assert term_asked("AEO中文全称叫什么") == "AEO"
    assert term_asked("上海AEO措施全称叫什么") == ""


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("AEO是啥意思", "AEO"),
        ("请问什么叫经认证的经营者？", "经认证的经营者"),
        ("“检验批”指的是什么", "检验批"),
        ("厦门单一窗口能办什么", ""),
        ("退税的时限是多少", ""),
        ("什么是查验，多久一次", ""),
    ],
)
def test_what_a_word_means_is_asked_of_the_word_alone(question: str, term: str) -> None:
    assert meaning_asked(question) == term
