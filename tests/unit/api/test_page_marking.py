"""Citations of the source, found again in the clean text."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.pages.document import ArticleBlock, Chapter, article_lines, lay_out
from api.pages.marking import Segment, marks_of, segments
from corpus import AlignedText, Policy, Run, Span, read_corpus

POLICIES = Path(__file__).resolve().parents[3] / "corpus" / "policies"

# Source "ab\n\ncd ef" read as "abcd、ef": the page break gone, a mark put in by the parser.
BODY = AlignedText("abcd、ef", (Run(0, 0, 2), Run(2, 4, 2), Run(5, 7, 2)))


@pytest.mark.parametrize(
    ("span", "marked"),
    [
        (Span(0, 9), "abcd、ef"),
        (Span(1, 5), "bc"),
        (Span(2, 4), ""),
        (Span(5, 8), "d、e"),
        (Span(4, 6), "cd"),
        (Span(7, 9), "ef"),
        (Span(50, 60), ""),
    ],
)
def test_marked_words_are_those_the_span_covers(span: Span, marked: str) -> None:
    marks = marks_of(BODY, {1: span})
    assert "".join(c for c, m in zip(BODY.text, marks, strict=True) if m) == marked


def test_segments_change_where_the_marker_changes() -> None:
    marks = marks_of(BODY, {1: Span(0, 2), 2: Span(4, 5)})
    assert segments(BODY.text, marks, 0, 7) == (Segment("ab", 1), Segment("c", 2), Segment("d、ef"))
    assert segments(BODY.text, marks, 1, 3) == (Segment("b", 1), Segment("c", 2))


@pytest.fixture(scope="module")
def policies() -> list[Policy]:
    return [policy for policy in read_corpus(POLICIES) if isinstance(policy, Policy)]


def test_no_character_of_an_article_is_lost_on_the_page(policies: list[Policy]) -> None:
    for policy in policies:
        for article in policy.articles:
            heading, lines = article_lines(article, {})
            shown = [heading, *(line.segments for line in lines)]
            words = "".join(segment.text for line in shown for segment in line)
            assert words.translate(_NO_JOINTS) == article.text.translate(_NO_JOINTS)


_NO_JOINTS = str.maketrans("", "", "。：:；\n ")


def test_every_article_and_every_chapter_stands_on_the_page_in_order(
    policies: list[Policy],
) -> None:
    for policy in policies:
        blocks = lay_out(policy).blocks
        shown = [block.label for block in blocks if isinstance(block, ArticleBlock)]
        assert shown == [article.label for article in policy.articles]
        for position, block in enumerate(blocks):
            if isinstance(block, Chapter):
                following = next(b for b in blocks[position:] if isinstance(b, ArticleBlock))
                assert following.article.path[block.depth - 1] == block.title


def test_a_quote_is_marked_in_its_article_alone(policies: list[Policy]) -> None:
    policy = next(one for one in policies if one.id == "sh-aeo-2024")
    article = next(one for one in policy.articles if one.number == 15)
    found = article.text.index("2个工作日")
    quote = article.body.span(found, found + 5)
    for block in lay_out(policy, quote).blocks:
        if isinstance(block, ArticleBlock):
            marked = [s.text for line in block.lines for s in line.segments if s.marker]
            assert marked == (["2个工作日"] if block.article is article else [])
