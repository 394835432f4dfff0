"""The parser: every article found, none invented, no character lost."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import pairwise

from corpus import Policy, Run, Span
from eval.cases import GOLD_DIR
from eval.components.model import Check, Material, share

COUNTS = GOLD_DIR / "articles.toml"


def parser(material: Material) -> tuple[Check, ...]:
    """Article counts where they are known, and what must hold for every policy."""
    policies = material.library.policies
    expected: dict[str, int] = tomllib.loads(COUNTS.read_text("utf-8"))
    counted = [(one.id, _count(one), expected[one.id]) for one in policies if one.id in expected]
    return (
        share(
            "条数与已知相符",
            ((got == want, f"{key}：{got} 条，应 {want}") for key, got, want in counted),
        ),
        share("逐字不漏：各部分首尾相接、铺满全文", (_tiled(one) for one in policies)),
        share("条款文字都取自本条范围", (found for one in policies for found in _inside(one))),
        share("序号连续", (_in_sequence(one) for one in policies)),
    )


def _count(policy: Policy) -> int:
    return sum(article.number > 0 for article in policy.articles)


def _tiled(policy: Policy) -> tuple[bool, str]:
    edges = [0, *(edge for part in policy.parts for edge in (part.span.start, part.span.end))]
    edges.append(len(policy.source))
    joined = all(end == start for end, start in zip(edges[::2], edges[1::2], strict=True))
    return joined, f"{policy.id}：各部分没有铺满全文"


def _inside(policy: Policy) -> Iterator[tuple[bool, str]]:
    """Each run of clean characters is a copy of the source, inside the article's span.

    A head may also take in what stands at the document's end: the date, the signatures.
    """
    for article in policy.articles:
        copied = all(
            policy.source[run.source : run.source + run.length]
            == article.text[run.start : run.start + run.length]
            and (article.number == 0 or _within(article.span, run))
            for run in article.body.runs
        )
        yield copied, article.id


def _within(span: Span, run: Run) -> bool:
    return span.start <= run.source and run.source + run.length <= span.end


def _in_sequence(policy: Policy) -> tuple[bool, str]:
    """Numbers go up by one; 第N条之一 may repeat its number, a part may start again at 1."""
    numbers = [article.number for article in policy.articles]
    gaps = [
        f"{before}→{after}"
        for before, after in pairwise(numbers)
        if after not in (before, before + 1, 1)
    ]
    return not gaps, f"{policy.id}：{'、'.join(gaps)}"
