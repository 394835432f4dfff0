"""Clean text knows its source, and no character of the source is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import AlignedText, PartKind, Policy, Run, Span
from corpus.parsing.clean import clean, cut
from tests.unit.corpus.conftest import parse

LINES = st.one_of(
    st.sampled_from(
        [
            "# 某某办法",
            "## 第一章 总则",
            "第一条 为了规范管理，制定本办法。",
            "第二条 本办法适用于 **AEO** 企业",
            "第三条 （责任单位：市商务局、上海海关）",
            "一、总体要求",
            "（一）优先办理。",
            "1. 第一项；",
            "2. 第二项。（责任单位：市税务局）",
            "| 表 | 格 |",
            "---",
            "附件1",
            "特此通知。",
            "第十五条规定的措施，由海关总署另行公布",
        ]
    ),
    st.text(alphabet="海关总署，。；（）(*)_ \t\u3000Ab1第一条、#>|\\-\ufeff", max_size=40),
    st.text(max_size=30),
)
DOCUMENTS = st.lists(LINES, max_size=25).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n"]).map(lambda mark: mark.join(lines))
)


def check_alignment(source: str, text: AlignedText) -> None:
    """Every run is a verbatim copy, and the runs ascend in text and source."""
    clean_end = source_end = 0
    for run in text.runs:
        assert run.length > 0
        assert run.start >= clean_end
        assert run.source >= source_end
        copied = source[run.source : run.source + run.length]
        assert text.text[run.start : run.start + run.length] == copied
        clean_end, source_end = run.start + run.length, run.source + run.length
    assert clean_end <= len(text.text)


def check_tiling(policy: Policy) -> None:
    """The parts cover the source from its first to its last character, each once."""
    end = 0
    for part in policy.parts:
        assert part.span.start == end
        assert part.span.end > part.span.start
        end = part.span.end
    assert end == len(policy.source)


def check_nothing_lost(policy: Policy) -> None:
    """All that is visible in a part stands in its article, its number or its unit bracket."""
    by_label = {article.label: article for article in policy.articles}
    for part in policy.parts:
        if part.kind is not PartKind.ARTICLE:
            continue
        article = by_label[part.label]
        assert part.span.start <= article.span.start
        assert article.span.end <= part.span.end


@settings(max_examples=250, deadline=None)
@given(DOCUMENTS)
def test_any_document_is_tiled_aligned_and_uniquely_labelled(source: str) -> None:
    policy = parse(source)
    check_tiling(policy) if source else None
    check_nothing_lost(policy)
    for article in policy.articles:
        check_alignment(source, article.body)
        for clause in article.clauses:
            check_alignment(source, clause.body)
            assert clause.body.text in article.text
    names = [article.label for article in policy.articles]
    assert len(names) == len(set(names))


def test_the_seed_policies_are_tiled_and_aligned(policies: dict[str, Policy]) -> None:
    for policy in policies.values():
        check_tiling(policy)
        check_nothing_lost(policy)
        for article in policy.articles:
            check_alignment(policy.source, article.body)


def test_the_visible_characters_add_up(policies: dict[str, Policy]) -> None:
    """Per policy: head + headings + labels + bodies + unit brackets = the source."""
    for policy in policies.values():
        covered = [False] * len(policy.source)
        for article in policy.articles:
            for run in article.body.runs:
                covered[run.source : run.source + run.length] = [True] * run.length
        headings = [part.span for part in policy.parts if part.kind is PartKind.HEADING]
        rest = "".join(
            char
            for at, char in enumerate(policy.source)
            if not covered[at] and not any(span.start <= at < span.end for span in headings)
        )
        rest = re.sub(r"[\s\u3000*#\\]|-{3,}", "", rest)
        # What is left is the articles' own numbers and their brackets of units.
        rest = re.sub(r"[（(](?:责任单位[：:])?(?:[^（()）]|[（(][^（()）]*[）)])*[）)]", "", rest)
        assert re.fullmatch(r"(?:\d{1,2}\.)*", rest), (policy.id, rest[:80])


def test_every_article_number_has_its_part(policies: dict[str, Policy]) -> None:
    for policy in policies.values():
        labels = [part.label for part in policy.parts if part.kind is PartKind.ARTICLE]
        assert labels == [article.label for article in policy.articles[1:]]


def test_a_quote_is_found_verbatim_in_the_source(policies: dict[str, Policy]) -> None:
    policy = policies["sh-aeo-2024"]
    article = next(each for each in policy.articles if each.number == 15)
    at = article.text.index("2个工作日")
    span = article.body.span(at, at + 5)
    assert policy.source[span.start : span.end] == "2 个工作日"


def test_a_quote_across_a_page_break_spans_the_break(policies: dict[str, Policy]) -> None:
    policy = policies["sh-port-2023"]
    article = next(each for each in policy.articles if each.number == 1)
    at = article.text.index("抵港直装")
    span = article.body.span(at, at + 4)
    assert policy.source[span.start : span.end] == "抵\n\n港直装"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("最长 5 年有效期（A 类）", "最长5年有效期（A类）"),
        ("**AEO** 企业", "AEO企业"),
        ("对 **AEO** 企业", "对AEO企业"),
        (r"7\*24 小时", "7*24小时"),
        ("RCEP  Free Trade", "RCEP Free Trade"),
        ("Free\n\nTrade", "Free Trade"),
        ("信息 and 重点", "信息and重点"),
        ("总　则", "总则"),
        ("海\u200b关\ufeff", "海关"),
        ("第一行<br>第二行", "第一行第二行"),
        ("正文<!-- 批注 -->继续", "正文继续"),
        ("a < b", "a < b"),
        ("", ""),
    ],
)
def test_cleaning(raw: str, expected: str) -> None:
    text = clean(raw, 0, len(raw))
    assert text.text == expected
    check_alignment(raw, text)


def test_cutting_keeps_the_alignment() -> None:
    raw = "办理 AEO 业务（责任单位：市商务局）。"
    text = clean(raw, 0, len(raw))
    start = text.text.index("（")
    rest = cut(text, [Span(start, text.text.index("）") + 1)])
    assert rest.text == "办理AEO业务。"
    check_alignment(raw, rest)


def test_a_slice_without_source_has_no_span() -> None:
    with pytest.raises(ValueError, match="no source"):
        AlignedText("甲\n乙", (Run(0, 0, 1), Run(2, 5, 1))).span(1, 2)
