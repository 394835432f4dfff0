"""The recogniser's part of a build: taught from the questions of a version, or taken over."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import orjson

from corpus.errors import IndexError_
from index.asked import Asked
from index.manifest import SCHEMA, Manifest
from index.model import Encoder
from index.query import default_reader
from index.recogniser.network import Network
from index.recogniser.recogniser import CLASSES, FILE
from index.recogniser.training import RECIPE, STEPS, trained
from index.similar import ENOUGH
from index.versions import IndexDirectory

FEWEST = 4
"""With fewer classes there is little to tell apart, and an article alone would sound like the average."""

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
    if len(classes) < FEWEST:
        classes = []
    told = [(one.article, one.answered) for one in classes]
    (directory / CLASSES).write_bytes(orjson.dumps(told))
    if not classes:
        return
    questions = [question for one in classes for question in one.questions]
    read = default_reader().read
    texts = [read(question).text for question in questions]
    labels = np.repeat(np.arange(len(classes)), [len(one.questions) for one in classes])
    taught = repr((SCHEMA, RECIPE, encoder.fingerprint, told, labels.tolist(), texts))
    digest = hashlib.sha256(taught.encode()).hexdigest()
    if known := _taught_before(live, digest):
        shutil.copyfile(known, directory / FILE)
    else:
        vectors = encoder.encode_queries(questions)
        network = trained(texts, vectors, labels, lambda done: progress(done, STEPS))
        network.save(directory / FILE)
    (directory / TAUGHT).write_text(digest, "utf-8")


def _classes(asked: Asked) -> Iterator[_Class]:
    """Of the articles that have questions enough to be judged by them."""
    for article, questions in asked.similar.items():
        if len(questions) >= ENOUGH:
            yield _Class(article, True, questions)
            if unsaid := asked.unsaid.get(article):
                yield _Class(article, False, unsaid)


def _taught_before(live: IndexDirectory, digest: str) -> Path | None:
    """The live version's network, if it was taught from the same and is sound."""
    try:
        path = live.path(live.current())
        Manifest.read(path)
        if (path / TAUGHT).read_text("utf-8") != digest:
            return None
        Network.load(path / FILE)
    except (IndexError_, OSError, ValueError):
        return None
    return path / FILE
