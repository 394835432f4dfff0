"""The first pass of a build: every document read once, counted and digested on its way."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from corpus import Policy, ReadFailure, read_corpus, without_document
from corpus.model import Article
from corpus.questions import QUESTIONS_SUFFIX
from index.asked import Asked, QuestionFiles
from index.manifest import Skipped


class Stage(StrEnum):
    """What a build is doing."""

    READING = "读取文件"
    WRITING = "向量化与写入"
    TEACHING = "学习相似问"


class Progress(Protocol):
    """Told how far a build is; ``total`` is ``None`` while it is not known."""

    def __call__(self, stage: Stage, done: int, total: int | None) -> None:
        """``done`` documents are read, articles written, or steps of learning done."""
        ...


def silent(stage: Stage, done: int, total: int | None) -> None:
    """A ``Progress`` that shows nothing."""


@dataclass(slots=True)
class Reading:
    """The first pass: hands policies on and remembers what it saw."""

    progress: Progress
    files: QuestionFiles
    asked: list[Asked] = field(default_factory=list)
    digest: Any = field(default_factory=hashlib.sha256)
    policies: int = 0
    articles: int = 0
    skipped: list[Skipped] = field(default_factory=list)

    def policies_of(self, corpus_dir: Path) -> Iterator[Policy]:
        """The readable policies under ``corpus_dir``."""
        for count, found in enumerate(read_corpus(corpus_dir), start=1):
            self.progress(Stage.READING, count, None)
            if isinstance(found, ReadFailure):
                self.skipped.append(Skipped.of(found.path, found.reason))
                continue
            self._take(found)
            yield found
        self._warn(corpus_dir)

    def _warn(self, corpus_dir: Path) -> None:
        """Name the metadata and the questions whose document is not there."""
        for lost in without_document(corpus_dir):
            asked = lost.path.name.endswith(QUESTIONS_SUFFIX)
            told = self.files.problems if asked else self.skipped
            told.append(Skipped.of(lost.path, lost.reason))

    def _take(self, policy: Policy) -> None:
        self.policies += 1
        self.articles += len(policy.articles)
        asked = self.files.of(policy)
        self.asked.append(asked)
        self.digest.update(repr(policy.metadata).encode())
        self.digest.update(policy.source.encode("utf-8", "surrogatepass"))
        for article in policy.articles:
            told = (
                _told(article),
                asked.similar.get(article.id, ()),
                asked.unsaid.get(article.id, ()),
            )
            self.digest.update(repr(told).encode("utf-8", "surrogatepass"))


def _told(article: Article) -> tuple[object, ...]:
    """Everything the parser found out about an article, so that a better parser shows."""
    clauses = [(clause.label, clause.body.runs) for clause in article.clauses]
    place = (article.label, article.number, article.path, article.heading, article.span)
    return (*place, article.text, article.body.runs, clauses, article.responsible_units)
