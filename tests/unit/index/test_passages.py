from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.model import AlignedText, Article, PolicyMetadata, Span
from index.passages import embedded_text, passages_of, split_text

POLICY = PolicyMetadata(id="p", title="某办法", doc_number="某发〔2024〕1号", jurisdiction="上海市")


def article(text: str) -> Article:
    return Article(
        policy_id="p", number=3, label="第三条", heading="退税", path=("第一章",),
        body=AlignedText(text), clauses=(), responsible_units=(), span=Span(0, len(text)),
    )  # fmt: skip


@given(st.text(alphabet="税关一二。，；\n”", max_size=300), st.integers(5, 60))
def test_the_parts_of_a_text_cover_it_and_keep_the_limit(text: str, limit: int) -> None:
    parts = split_text(text, limit)
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(end - start <= limit for start, end in parts)
    assert [end for _, end in parts[:-1]] == [start for start, _ in parts[1:]]


def test_a_short_article_is_one_passage() -> None:
    (passage,) = passages_of(POLICY, article("平均2个工作日内办结。"))
    assert passage.text == "平均2个工作日内办结。"
    assert passage.article_id == "p#第三条"


def test_a_long_article_is_cut_at_sentences_into_even_parts() -> None:
    sentence = "企业应当按照规定办理申报手续。"
    parts = list(passages_of(POLICY, article(sentence * 30), max_chars=400))
    assert [part.part for part in parts] == [0, 1]
    assert all(part.text.endswith("。") for part in parts)
    assert abs(len(parts[0].text) - len(parts[1].text)) <= len(sentence)
    assert parts[1].start == len(parts[0].text)


def test_every_part_carries_where_it_stands() -> None:
    parts = list(passages_of(POLICY, article("甲。" * 300)))
    assert len(parts) > 1
    assert all(embedded_text(part).startswith("某办法 第一章 退税\n") for part in parts)
