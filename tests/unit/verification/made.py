"""Small articles made by hand, as evidence."""

from __future__ import annotations

import datetime as dt

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
    """One article that is its own source."""
    body = AlignedText(text, (Run(0, 0, len(text)),))
    metadata = PolicyMetadata(
        id=f"policy-{place}",
        title=title,
        doc_number="沪商通关〔2024〕4号",
        issuers=("上海市商务委员会",),
        jurisdiction=place,
        issued_on=dt.date(2024, 1, 15),
    )
    clauses = tuple(Clause(f"{i}.", body) for i in range(1, items + 1))
    made = Article(
        metadata.id, number, f"第{number}条", "", (), body, clauses, units, Span(0, len(text))
    )
    return Evidence(metadata, text, made)
