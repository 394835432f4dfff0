"""From files to policies: one file, or a whole directory in which a bad file stops nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import CorpusError
from corpus.metadata import infer_metadata, read_front_matter, read_sidecar, sidecar_path
from corpus.model import Policy
from corpus.parsing import parse_policy
from corpus.questions import QUESTIONS_SUFFIX
from corpus.reading import SUFFIXES, read_document


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """A file that gave no policy, and why, in Chinese."""

    path: Path
    reason: str


def load_policy(path: Path) -> Policy:
    """The policy in the file ``path``; its id is the file's stem.

    Metadata come from the sidecar ``<stem>.yaml``, else from a front matter; what these leave
    out is inferred from the text. Raises ``CorpusError`` naming the file and the reason.
    """
    source = read_document(path)
    declared = read_sidecar(path) or read_front_matter(path, source)
    return parse_policy(source, infer_metadata(path, source, declared))


def read_corpus(directory: Path) -> Iterator[Policy | ReadFailure]:
    """Every document under ``directory``, sorted by path; a bad file gives a ``ReadFailure``.

    Raises ``CorpusError`` when the directory itself is missing.
    """
    if not directory.is_dir():
        raise CorpusError(f"{directory}：目录不存在")
    seen: dict[str, Path] = {}
    for path in documents_in(directory):
        if first := seen.get(path.stem):
            yield ReadFailure(path, f"与 {first} 同名，编号 {path.stem} 已被占用，请改文件名")
            continue
        try:
            yield load_policy(path)
            seen[path.stem] = path
        except CorpusError as error:
            yield ReadFailure(path, str(error))


def documents_in(directory: Path) -> list[Path]:
    """The files under ``directory`` that a reader exists for, sorted.

    Hidden files, those that begin with ``_``, Word's lock files (``~$``) and a folder's README
    are no documents.
    """
    return _documents(_files_in(directory))


def without_document(directory: Path) -> list[ReadFailure]:
    """The metadata and similar questions under ``directory`` that no document goes with."""
    files = _files_in(directory)
    documents = _documents(files)
    stems, places = {path.stem for path in documents}, {sidecar_path(path) for path in documents}
    return [
        ReadFailure(path, "没有同名的政策文件，未使用；请检查文件名")
        for path in files
        if path.suffix == ".yaml"
        and (
            path.name.removesuffix(QUESTIONS_SUFFIX) not in stems
            if path.name.endswith(QUESTIONS_SUFFIX)
            else path not in places
        )
    ]


def _documents(files: Iterable[Path]) -> list[Path]:
    return [
        path for path in files if path.suffix.lower() in SUFFIXES and path.stem.upper() != "README"
    ]


def _files_in(directory: Path) -> list[Path]:
    return sorted(
        path
        for path in directory.rglob("*")
        if path.is_file()
        and not any(part.startswith((".", "_", "~$")) for part in path.relative_to(directory).parts)
    )
