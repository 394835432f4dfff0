"""Makers of cases, answers and records for the tests of this room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from assistant.answer import Answer, Citation, Outcome, Reason
from eval.cases import ArticleRef, Case
from eval.library import Key, Library
from eval.results import Record

AS_OF = dt.date(2024, 12, 1)


def case(**fields: Any) -> Case:
    """A case about 上海's tax refund unless told otherwise."""
    given = {
        "id": "c1",
        "type": "fact",
        "question": "上海AEO企业出口退税几天办完？",
        "gold": (ArticleRef(policy="sh-aeo-2024", article=15),),
        "must_include": (("2个工作日",),),
        "answerable": True,
    }
    return Case(**{**given, **fields})


def refs(*keys: Key) -> tuple[ArticleRef, ...]:
    return tuple(ArticleRef(policy=policy, article=article) for policy, article in keys)


def citation(library: Library, key: Key, marker: int = 1) -> Citation:
    """A true citation of the whole article."""
    article = library.articles(key)[0]
    metadata = library.metadata(key[0])
    source = library.source(key[0])
    assert metadata is not None
    assert source is not None
    span = article.body.span()
    return Citation(
        marker=marker,
        policy_id=key[0],
        title=metadata.title,
        doc_number=metadata.doc_number,
        article=article.number,
        label=article.label,
        heading=article.heading,
        quote=source[span.start : span.end],
        start=span.start,
        end=span.end,
        jurisdiction=metadata.jurisdiction,
        issued_on=metadata.issued_on,
        status=metadata.status(AS_OF).value,
        responsible_units=article.responsible_units,
        url=f"/policies/{key[0]}#article-{article.number}",
    )


def answer(text: str, citations: Iterable[Citation] = (), **fields: Any) -> Answer:
    given = {
        "id": "c1",
        "question": "？",
        "outcome": Outcome.ANSWERED,
        "answer": text,
        "citations": tuple(citations),
        "as_of": AS_OF,
        "index_version": "test",
    }
    return Answer(**{**given, **fields})


def refusal(reason: Reason = Reason.NO_BASIS, **fields: Any) -> Answer:
    return answer("文件没有规定。", outcome=Outcome.UNANSWERABLE, reason=reason, **fields)


def record(given: Answer | None, **fields: Any) -> Record:
    return Record(case_id="c1", answer=given, **fields)
