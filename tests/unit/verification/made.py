"""Small articles made by hand, as evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from assistant.model import Evidence
from corpus.model import AlignedText, Article, Clause, PolicyMetadata, Run, Span


def article(
    text: str,
    *,
    place: str = "上海市",
    units: tuple[str, ...] = ("市税务局",),
    number: int = 15,
    title: str = "上海市若干措施",
    items: int = 0,
) -> Evidence:
    """One article that is its own source; ``items`` of its text are printed as 1., 2. … after a lead."""
    body = AlignedText(text, (Run(0, 0, len(text)),))
    metadata = PolicyMetadata(
        id=f"policy-{place}",
        title=title,
        doc_number="沪商通关〔2024〕4号",
        issuers=("上海市商务委员会",),
        jurisdiction=place,
        issued_on=dt.date(2024, 1, 15),
    )
    clauses = tuple(_clauses(body, items)) if items else ()
    made = Article(
        metadata.id, number, f"第{number}条", "", (), body, clauses, units, Span(0, len(text))
    )
    return Evidence(metadata, text, made)


def _clauses(body: AlignedText, items: int) -> Iterator[Clause]:
    """The lead paragraph, which has no label, and the items, as an article is parsed."""
    starts = [body.text.index(f"{i}.") for i in range(1, items + 1)]
    yield Clause("", body.slice(0, starts[0]))
    for i, (start, end) in enumerate(pairwise([*starts, len(body.text)]), start=1):
        yield Clause(f"{i}.", body.slice(start + len(f"{i}."), end))
