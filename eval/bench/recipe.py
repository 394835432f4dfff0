"""The peer: the plain LangChain recipe, with the same encoder.

``RecursiveCharacterTextSplitter`` at 500 characters with 50 of overlap, Chroma with cosine
distance and its metadata filter, alone or in an ensemble with BM25 (``BM25Okapi`` over jieba
words, both lists weighing the same, reciprocal ranks with the constant 60, as
``EnsembleRetriever`` does). A chunk stands for the articles it covers, the one that fills most
of it first.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import orjson
import rjieba

from corpus import Policy, ReadFailure, read_corpus
from corpus.model import NATIONWIDE
from eval.baseline.recipe import CHUNK_OVERLAP, CHUNK_SIZE, EncoderEmbeddings
from eval.bench.model import DEPTH, Building, Collection, Topic
from eval.bench.own import by_reciprocal_rank
from eval.bench.process import peak_mib, size_mib
from index.encoder import load_encoder
from index.model import Filter

if TYPE_CHECKING:
    from langchain_chroma import Chroma
    from rank_bm25 import BM25Okapi  # type: ignore[import-untyped]

_BATCH = 5_000
_CHUNKS = "chunks.jsonl"


@dataclass(frozen=True, slots=True)
class RecipeSystem:
    """The recipe, ``ensemble`` with BM25 or without."""

    name: str
    ensemble: bool = False

    def build(self, collection: Collection, work_dir: Path) -> Building:
        """Split and embed the collection, or recall what it took the first time."""
        directory = work_dir / collection.name / "recipe"
        record = directory / "building.json"
        if not record.is_file():
            directory.mkdir(parents=True, exist_ok=True)
            started = time.perf_counter()
            articles = _fill(collection, directory)
            seconds = time.perf_counter() - started
            building = Building(articles, seconds, peak_mib(), size_mib(directory))
            record.write_bytes(orjson.dumps(building))
        return Building(**orjson.loads(record.read_bytes()))

    def open(self, collection: Collection, work_dir: Path) -> RecipeSearch:
        """The store, and the words of every chunk for BM25."""
        directory = work_dir / collection.name / "recipe"
        if not self.ensemble:
            return RecipeSearch(_chroma(directory))
        # Imported here: only this peer needs it.
        from rank_bm25 import BM25Okapi

        chunks = [orjson.loads(line) for line in (directory / _CHUNKS).open("rb")]
        lexical = BM25Okapi([_words(chunk["text"]) for chunk in chunks])
        return RecipeSearch(_chroma(directory), lexical, tuple(one["metadata"] for one in chunks))


@dataclass(frozen=True, slots=True)
class RecipeSearch:
    """Ranks chunks and gives the articles they cover."""

    store: Chroma
    lexical: BM25Okapi | None = None
    metadata: tuple[dict[str, Any], ...] = ()

    def rank(self, topic: Topic) -> list[str]:
        """``policy_id#number``, best first, at most ``DEPTH``."""
        places = _places(topic.where)
        found = self.store.similarity_search(
            topic.question,
            k=DEPTH,
            filter={"jurisdiction": {"$in": places}} if places else None,  # type: ignore[dict-item]
        )
        chunks = [str(document.metadata["articles"]) for document in found]
        if self.lexical is not None:
            chunks = by_reciprocal_rank([chunks, self._by_words(topic.question, places)])
        articles = (article for chunk in chunks for article in chunk.split("\n"))
        return list(dict.fromkeys(articles))[:DEPTH]

    def _by_words(self, question: str, places: list[str]) -> list[str]:
        if self.lexical is None:
            return []
        order = np.argsort(-np.asarray(self.lexical.get_scores(_words(question))))
        ranked = (self.metadata[place] for place in order.tolist())
        inside = (one for one in ranked if not places or one["jurisdiction"] in places)
        return [str(one["articles"]) for one, _ in zip(inside, range(DEPTH), strict=False)]


def _fill(collection: Collection, directory: Path) -> int:
    """Write all chunks; how many articles they came from."""
    # Imported here: a development dependency.
    from langchain_core.documents import Document

    store, articles, batch = _chroma(directory), 0, list[Document]()
    with (directory / _CHUNKS).open("wb") as out:
        for policy in read_corpus(collection.corpus_dir):
            if isinstance(policy, ReadFailure):
                continue
            articles += len(policy.articles)
            for text, metadata in _chunks(policy):
                out.write(orjson.dumps({"text": text, "metadata": metadata}) + b"\n")
                batch.append(Document(page_content=text, metadata=metadata))
            if len(batch) >= _BATCH:
                store.add_documents(batch[:_BATCH])
                batch = batch[_BATCH:]
        for start in range(0, len(batch), _BATCH):
            store.add_documents(batch[start : start + _BATCH])
    return articles


def _chunks(policy: Policy) -> Iterator[tuple[str, dict[str, str]]]:
    # Imported here: a development dependency.
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        chunk_size=CHUNK_SIZE, chunk_overlap=CHUNK_OVERLAP, add_start_index=True
    )
    for chunk in splitter.create_documents([policy.source]):
        start = chunk.metadata["start_index"]
        covered = _covered(policy, start, start + len(chunk.page_content))
        if covered:
            metadata = {"articles": covered, "jurisdiction": policy.metadata.jurisdiction}
            yield chunk.page_content, metadata


def _covered(policy: Policy, start: int, end: int) -> str:
    """The articles in ``source[start:end]``, one a line, the one with most of it first."""
    shares = {
        f"{policy.id}#{article.number}": min(end, article.span.end) - max(start, article.span.start)
        for article in policy.articles
        if article.span.start < end and start < article.span.end
    }
    return "\n".join(sorted(shares, key=lambda one: -shares[one]))


def _chroma(directory: Path) -> Chroma:
    # Imported here: seconds of start-up that only this peer needs.
    import chromadb
    from chromadb.config import Settings
    from langchain_chroma import Chroma

    return Chroma(
        client=chromadb.PersistentClient(
            str(directory / "chroma"), Settings(anonymized_telemetry=False)
        ),
        collection_name="recipe",
        embedding_function=EncoderEmbeddings(load_encoder(None)),
        collection_metadata={"hnsw:space": "cosine"},
    )


def _places(where: Filter | None) -> list[str]:
    if where is None or where.jurisdictions is None:
        return []
    return [NATIONWIDE, *sorted(where.jurisdictions)]


def _words(text: str) -> list[str]:
    words: list[str] = rjieba.cut(text)
    return words
