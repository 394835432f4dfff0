"""Building an index version: read, store, cut, embed, publish.

Two passes keep memory bounded. The first reads every document into the policy store and takes
its digest, which names the version; if that version exists already, nothing more is done. The
second cuts the stored articles into passages and embeds those that neither the previous version
nor an interrupted build has embedded before.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import time
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from corpus import PolicyStore, with_successions
from corpus.errors import CorpusError, IndexError_
from index.asked import QuestionFiles, joined
from index.collection import Target
from index.errors import NothingToIndex
from index.lexical import LexicalIndex
from index.manifest import SCHEMA, EncoderIdentity, Manifest, Skipped
from index.model import Encoder
from index.passages import MAX_CHARS
from index.reading import Progress, Reading, Stage, silent
from index.recogniser.building import teach
from index.recogniser.recogniser import CLASSES, FILE, Recogniser
from index.recogniser.training import RECIPE
from index.reuse import digest_of
from index.vector_store import open_chroma
from index.versions import IndexDirectory
from index.words import WORD_LIST
from index.writing import LEXICAL, PASSAGES, QUESTIONS, UNSAID, write_version

STORE = "policies.sqlite"
CHROMA = "chroma"
_READING = "reading"
_SETTINGS = {
    "max_chars": MAX_CHARS,
    "word_list": digest_of(WORD_LIST.read_text("utf-8")),
    "recogniser": digest_of(repr(RECIPE)),
}
# What a server opens; Chroma is the builders' alone.
_SERVED = (
    STORE,
    CLASSES,
    *(
        f"{name}.{kind}"
        for name in (PASSAGES, QUESTIONS, UNSAID)
        for kind in ("npy", "jsonl", "f32")
    ),
)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did; ``unchanged`` when the version existed and was only made live.

    ``skipped`` are the files of this run that could not be read, ``stale`` the similar questions
    left out because their article has changed, ``embedded`` the texts the
    encoder had to see, ``pruned`` the versions removed.
    """

    manifest: Manifest
    path: Path
    unchanged: bool
    embedded: int
    skipped: tuple[Skipped, ...]
    stale: tuple[Skipped, ...]
    pruned: tuple[str, ...]
    seconds: float

    @property
    def version(self) -> str:
        """The id of the live version."""
        return self.manifest.version


def build_index(
    corpus_dir: Path, index_dir: Path, encoder: Encoder, *, progress: Progress = silent
) -> BuildReport:
    """Index every document under ``corpus_dir`` and make the result the live version.

    Raises ``IndexBusy`` when another process builds here, ``NothingToIndex`` when no document
    can be read. A build cut short is taken up again where it stopped.
    """
    started = time.perf_counter()
    directory = IndexDirectory(index_dir)
    with directory.building():
        draft = directory.staging(_READING)
        draft.mkdir(parents=True, exist_ok=True)
        reading = Reading(progress, QuestionFiles(corpus_dir))
        PolicyStore.write(draft / STORE, reading.policies_of(corpus_dir))
        if not reading.policies:
            raise NothingToIndex(corpus_dir, [str(file) for file in reading.skipped])
        version = _version(reading.digest.hexdigest(), encoder)
        unchanged = _is_sound(directory.path(version))
        embedded = 0 if unchanged else _stage(directory, version, encoder, reading)
        directory.publish(version)
        pruned = directory.prune()
    return BuildReport(
        manifest=Manifest.read(directory.path(version)),
        path=directory.path(version),
        unchanged=unchanged,
        embedded=embedded,
        skipped=tuple(reading.skipped),
        stale=tuple(reading.files.problems),
        pruned=pruned,
        seconds=time.perf_counter() - started,
    )


def _version(corpus_digest: str, encoder: Encoder) -> str:
    """What the same documents, encoder and program always give."""
    told = (SCHEMA, corpus_digest, encoder.fingerprint, encoder.dimensions, _SETTINGS)
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def _is_sound(path: Path) -> bool:
    """Whether a version is there and every part of it can be opened by this program."""
    try:
        manifest = Manifest.read(path)
        PolicyStore.open(path / STORE)
        Recogniser.open(path, manifest.encoder.dimensions)
        return len(LexicalIndex(path / LEXICAL, {})) == manifest.passages
    except (IndexError_, CorpusError, OSError, ValueError):
        return False


def _settle(draft: Path, final: Path) -> None:
    """Write the store again, now that all policies are known and each one's end with them."""
    read = PolicyStore.open(draft)
    settled = with_successions(read.metadata())
    PolicyStore.write(final, (replace(read.policy(one.id), metadata=one) for one in settled))


def _stage(directory: IndexDirectory, version: str, encoder: Encoder, reading: Reading) -> int:
    """Write the version beside the live one; how many texts were embedded."""
    target = directory.staging(version)
    target.mkdir(exist_ok=True)
    _settle(directory.staging(_READING) / STORE, target / STORE)
    with open_chroma(target / CHROMA) as chroma:
        asked = joined(reading.asked)
        counts = write_version(
            Target(target, chroma, encoder, directory),
            PolicyStore.open(target / STORE),
            asked,
            lambda done: reading.progress(Stage.WRITING, done, reading.articles),
        )
    teach(target, directory, asked, encoder, partial(reading.progress, Stage.TEACHING))
    Manifest(
        schema_version=SCHEMA,
        version=version,
        encoder=EncoderIdentity.of(encoder),
        corpus_digest=reading.digest.hexdigest(),
        settings=_SETTINGS,
        policies=reading.policies,
        articles=counts.articles,
        passages=counts.passages,
        questions=counts.questions,
        skipped=(*reading.skipped, *reading.files.problems),
        built_at=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        files={name: (target / name).stat().st_size for name in _served(target)},
    ).write(target)
    return counts.embedded


def _served(path: Path) -> tuple[str, ...]:
    """The network is there only where questions are."""
    return (*_SERVED, FILE) if (path / FILE).exists() else _SERVED
