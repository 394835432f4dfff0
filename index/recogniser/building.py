"""The recogniser's part of a build: taught from the questions of a version, or taken over."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import orjson

from index.asked import Asked
from index.errors import IndexAbsent
from index.model import Encoder
from index.query import default_reader
from index.recogniser.recogniser import CLASSES, FILE
from index.recogniser.training import STEPS, trained
from index.similar import ENOUGH
from index.versions import IndexDirectory

TAUGHT = "recogniser.sha256"
"""Holds the digest of what the network beside it was taught from."""


@dataclass(frozen=True, slots=True)
class _Class:
    """An article's questions: those that it answers, or those that it leaves open."""

    article: str
    answered: bool
    questions: tuple[str, ...]


def teach(
    directory: Path,
    live: IndexDirectory,
    asked: Asked,
    encoder: Encoder,
    progress: Callable[[int, int], None],
) -> None:
    """Write the recogniser of ``asked`` into ``directory``.

    The ``live`` version's is copied where it was taught the same. ``progress`` is told how many
    of how many steps are done.
    """
    classes = list(_classes(asked))
    told = [(one.article, one.answered) for one in classes]
    (directory / CLASSES).write_bytes(orjson.dumps(told))
    if not classes:
        return
    digest = hashlib.sha256(repr((classes, encoder.fingerprint)).encode()).hexdigest()
    (directory / TAUGHT).write_text(digest, "utf-8")
    if known := _taught_before(live, digest):
        shutil.copyfile(known, directory / FILE)
        return
    questions = [question for one in classes for question in one.questions]
    labels = np.repeat(np.arange(len(classes)), [len(one.questions) for one in classes])
    read = default_reader().read
    trained(
        [read(question).text for question in questions],
        encoder.encode_queries(questions),
        labels,
        lambda done: progress(done, STEPS),
    ).save(directory / FILE)


def _classes(asked: Asked) -> Iterator[_Class]:
    """Of the articles that have questions enough to be judged by them."""
    for article, questions in asked.similar.items():
        if len(questions) >= ENOUGH:
            yield _Class(article, True, questions)
            if unsaid := asked.unsaid.get(article):
                yield _Class(article, False, unsaid)


def _taught_before(live: IndexDirectory, digest: str) -> Path | None:
    """The live version's network, if it was taught from the same."""
    try:
        path = live.path(live.current())
        same = (path / TAUGHT).read_text("utf-8") == digest
    except (IndexAbsent, OSError):
        return None
    return path / FILE if same and (path / FILE).is_file() else None
