"""The second pass of a build: from stored policies to the files of a version."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from corpus import PolicyStore
from corpus.model import PolicyMetadata
from index.asked import Asked
from index.collection import CollectionWriter, Item, Target
from index.lexical import LexicalWriter
from index.model import Passage
from index.passages import embedded_text, passages_of
from index.records import PASSAGE_ROW, QUESTION_ROW, passage_value
from index.vector_store import BATCH

PASSAGES, QUESTIONS, UNSAID = "passages", "questions", "unsaid"
LEXICAL = "lexical"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a version holds, and how many texts were embedded anew."""

    articles: int
    passages: int
    questions: int
    embedded: int


@dataclass(frozen=True, slots=True)
class _Row:
    """A passage with its place: which policy, and which article of the whole index."""

    policy: int
    article: int
    passage: Passage


def write_version(
    target: Target, store: PolicyStore, questions: Asked, progress: Callable[[int], None]
) -> Counts:
    """Write everything but the policy store and the manifest.

    ``progress`` is told how many articles are done. What Chroma holds of an interrupted build
    is used again; the other files take seconds and are written afresh.
    """
    passages = CollectionWriter(target, PASSAGES, PASSAGE_ROW)
    asked = CollectionWriter(target, QUESTIONS, QUESTION_ROW)
    unsaid = CollectionWriter(target, UNSAID, QUESTION_ROW)
    lexical = LexicalWriter(target.path / LEXICAL)
    articles = 0
    for batch in _batches(_rows(store), BATCH):
        for number, row in enumerate(batch, start=len(passages)):
            lexical.add(number, row.policy, row.passage, _asked(row.passage, questions.similar))
        passages.add([_passage_item(row, store.metadata()[row.policy]) for row in batch])
        articles = batch[-1].article + 1
        progress(articles)
    for writer, by_article in ((asked, questions.similar), (unsaid, questions.unsaid)):
        for items in _batches(_question_items(_rows(store), by_article), BATCH):
            writer.add(items)
    for part in (passages, asked, unsaid, lexical):
        part.close()
    embedded = passages.embedded + asked.embedded + unsaid.embedded
    return Counts(articles, len(passages), len(asked), embedded)


def _asked(passage: Passage, questions: Mapping[str, Sequence[str]]) -> list[str]:
    """The similar questions for the lexical index, without the document's title.

    The questions for a head name it, and would find the head for whatever names the document.
    """
    asked = questions.get(passage.article_id, ())
    return [question.replace(passage.title, "") for question in asked]


def _rows(store: PolicyStore) -> Iterator[_Row]:
    """Every passage, policies in the order of the store, articles as they are printed."""
    count = 0
    for position, metadata in enumerate(store.metadata()):
        for article in store.articles(metadata.id):
            for passage in passages_of(metadata, article):
                yield _Row(position, count, passage)
            count += 1


def _passage_item(row: _Row, policy: PolicyMetadata) -> Item:
    passage = row.passage
    metadata: dict[str, str | int] = {
        "policy_id": passage.policy_id,
        "title": passage.title,
        "label": passage.label,
        "number": passage.number,
        "jurisdiction": passage.jurisdiction,
    }
    days = {
        "valid_from": policy.effective_on or policy.issued_on,
        "expires_on": policy.expires_on,
        "repealed_on": policy.repealed_on,
    }
    # Chroma compares numbers only, and takes no None.
    metadata |= {name: int(f"{day:%Y%m%d}") for name, day in days.items() if day is not None}
    columns = (row.policy, row.article, passage.number)
    return Item(passage.id, embedded_text(passage), columns, passage_value(passage), metadata)


def _question_items(rows: Iterable[_Row], questions: Mapping[str, Sequence[str]]) -> Iterator[Item]:
    for row in rows:
        if row.passage.part == 0:
            article = row.passage.article_id
            for place, question in enumerate(questions.get(article, ())):
                yield Item(
                    f"{article}?{place}", question, (row.article,), question, {"article": article}
                )


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
