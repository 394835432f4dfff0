"""The plain LangChain recipe: split, embed into Chroma, show the nearest chunks.

What the tutorials teach, with their own numbers: ``RecursiveCharacterTextSplitter`` at 500
characters with 50 of overlap, Chroma with cosine distance, the four nearest chunks as the
answer. It uses the assistant's own encoder, so that what differs is the recipe alone. It cites
every article that its nearest chunk falls in, and it never refuses.
"""

from __future__ import annotations

import datetime as dt
import time
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING

from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings

from assistant.answer import Answer, Citation, Outcome, Question
from assistant.composing.rendering import url_of
from corpus import Article, Policy
from index.model import Encoder

if TYPE_CHECKING:
    from langchain_chroma import Chroma

LABEL = "朴素 LangChain 配方"
CHUNK_SIZE, CHUNK_OVERLAP, SHOWN = 500, 50, 4


class EncoderEmbeddings(Embeddings):
    """An ``Encoder`` in LangChain's words."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector per text."""
        rows: list[list[float]] = self._encoder.encode_passages(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        row: list[float] = self._encoder.encode_queries([text])[0].tolist()
        return row


class LangChainRecipe:
    """Answers from chunks. Follow-ups are asked as they stand, with the history in front."""

    def __init__(self, policies: Iterable[Policy], encoder: Encoder) -> None:
        self._policies = {policy.id: policy for policy in policies}
        self._store = _store(self._policies.values(), encoder)

    def ask(self, question: Question) -> Answer:
        """The nearest chunks, and citations of the articles that the nearest one falls in."""
        started = time.perf_counter()
        words = "\n".join((*question.history, question.question))
        chunks = self._store.similarity_search(words, k=SHOWN)
        day = question.as_of or dt.date.today()
        return Answer(
            id=question.id or uuid.uuid4().hex,
            question=question.question,
            outcome=Outcome.ANSWERED,
            answer="\n\n".join(chunk.page_content for chunk in chunks),
            citations=self._citations(chunks[0], day) if chunks else (),
            as_of=day,
            index_version="langchain-recipe",
            timings_ms={"total": round((time.perf_counter() - started) * 1000, 3)},
        )

    def _citations(self, chunk: Document, day: dt.date) -> tuple[Citation, ...]:
        policy = self._policies[chunk.metadata["policy_id"]]
        start = chunk.metadata["start_index"]
        end = start + len(chunk.page_content)
        return tuple(
            _citation(marker, policy, article, (start, end), day)
            for marker, article in enumerate(_articles_in(policy, start, end), 1)
        )


def _store(policies: Iterable[Policy], encoder: Encoder) -> Chroma:
    # Imported here: seconds of start-up that only a run of the baseline needs.
    import chromadb
    from chromadb.config import Settings
    from langchain_chroma import Chroma
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        chunk_size=CHUNK_SIZE, chunk_overlap=CHUNK_OVERLAP, add_start_index=True
    )
    documents = [
        Document(page_content=policy.source, metadata={"policy_id": policy.id})
        for policy in policies
    ]
    store = Chroma(
        client=chromadb.EphemeralClient(Settings(anonymized_telemetry=False)),
        collection_name=f"recipe-{uuid.uuid4().hex}",
        embedding_function=EncoderEmbeddings(encoder),
        collection_metadata={"hnsw:space": "cosine"},
    )
    store.add_documents(splitter.split_documents(documents))
    return store


def _articles_in(policy: Policy, start: int, end: int) -> tuple[Article, ...]:
    """The articles whose words stand in ``source[start:end]``, in order."""
    return tuple(
        article
        for article in policy.articles
        if article.span.start < end and start < article.span.end
    )


def _citation(
    marker: int, policy: Policy, article: Article, chunk: tuple[int, int], day: dt.date
) -> Citation:
    start, end = max(chunk[0], article.span.start), min(chunk[1], article.span.end)
    metadata = policy.metadata
    return Citation(
        marker=marker,
        policy_id=policy.id,
        title=metadata.title,
        doc_number=metadata.doc_number,
        article=article.number,
        label=article.label,
        heading=article.heading,
        quote=policy.source[start:end],
        start=start,
        end=end,
        jurisdiction=metadata.jurisdiction,
        issued_on=metadata.issued_on,
        status=metadata.status(day).value,
        responsible_units=article.responsible_units,
        url=url_of(article),
    )
