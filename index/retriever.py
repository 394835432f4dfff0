"""The index as LangChain sees it: a ``BaseRetriever``, sync and async."""

from __future__ import annotations

import asyncio
from typing import Any

from langchain_core.callbacks import (
    AsyncCallbackManagerForRetrieverRun,
    CallbackManagerForRetrieverRun,
)
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.model import Filter, Hit, Searcher


class PolicyRetriever(BaseRetriever):
    """Articles for a question, best first, as documents for any LangChain chain.

    ``searcher`` comes from ``open_index(…).searcher``; ``where`` restricts every search. A
    document's text is the passage, its metadata tell the article and the scores.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    searcher: Searcher
    k: int = 10
    where: Filter | None = None

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002  the port's signature
        **_: Any,
    ) -> list[Document]:
        return [_document(hit) for hit in self.searcher.search(query, self.k, self.where)]

    async def _aget_relevant_documents(
        self,
        query: str,
        *,
        run_manager: AsyncCallbackManagerForRetrieverRun,  # noqa: ARG002  the port's signature
        **_: Any,
    ) -> list[Document]:
        hits = await asyncio.to_thread(self.searcher.search, query, self.k, self.where)
        return [_document(hit) for hit in hits]


def _document(hit: Hit) -> Document:
    passage = hit.passage
    return Document(
        id=passage.id,
        page_content=passage.text,
        metadata={
            "policy_id": passage.policy_id,
            "title": passage.title,
            "doc_number": passage.doc_number,
            "label": passage.label,
            "number": passage.number,
            "heading": passage.heading,
            "path": list(passage.path),
            "jurisdiction": passage.jurisdiction,
            "start": passage.start,
            "score": hit.score,
            "scores": dict(hit.scores),
            "question": hit.question,
        },
    )
