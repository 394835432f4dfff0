"""Where the link of an article leads."""

from __future__ import annotations

import pytest

from assistant.composing.rendering import anchor_of, url_of
from corpus.model import AlignedText, Article, Span


def article(number: int, label: str, policy_id: str = "sh-aeo-2024") -> Article:
    body = AlignedText("", ())
    return Article(policy_id, number, label, "", (), body, (), (), Span(0, 1))


@pytest.mark.parametrize(
    ("number", "label", "anchor"),
    [
        (15, "第15条", "article-15"),
        (7, "（七）", "article-7"),
        (120, "第一百二十条", "article-120"),
        (0, "文首", "article-0"),
        (2, "第二条〔2〕", "article-第二条〔2〕"),
        (120, "第一百二十条之一", "article-第一百二十条之一"),
        (0, "附件1", "article-附件1"),
        (1, "附件1第一条", "article-附件1第一条"),
    ],
)
def test_an_article_is_linked_by_number_only_where_the_number_is_its_own(
    number: int, label: str, anchor: str
) -> None:
    assert anchor_of(article(number, label)) == anchor


def test_a_link_is_percent_encoded() -> None:
    url = url_of(article(15, "第15条", "办法 1#2"))
    assert url == "/policies/%E5%8A%9E%E6%B3%95%201%232#article-15"
    assert url_of(article(2, "第二条〔2〕", "p")).isascii()
