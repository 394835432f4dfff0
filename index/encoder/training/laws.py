"""The laws and the project's own policies, read by the corpus room as the index reads them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from rich.progress import Progress

from corpus import load_policy
from corpus.errors import CorpusError
from corpus.model import Policy
from index.encoder.errors import TrainingDataMissing
from index.encoder.training.material import Material, Text
from index.passages import embedded_text, passages_of

LOCAL = "DLC"
"""The folder of local rules in the collection of laws."""

_DATED = re.compile(r"\(\d{4}-\d{2}-\d{2}\)$")
_WHOLE = 1_000_000


def unpacked_laws(data: Path, work: Path) -> Path:
    """The folder of laws in ``data``, unpacked into ``work`` when it comes as an archive."""
    if (data / "laws").is_dir():
        return data / "laws"
    archive = data / "laws.tar.xz"
    if not archive.is_file():
        raise TrainingDataMissing(archive)
    shutil.unpack_archive(archive, work)
    return work / "laws" if (work / "laws").is_dir() else work


def add_laws(material: Material, root: Path, progress: Progress) -> None:
    """Adds every article of the current version of every law under ``root``."""
    files = current_files(root)
    task = progress.add_task("读取法律法规", total=len(files))
    for path in files:
        relative = path.relative_to(root)
        kind = "local" if relative.parts[0] == LOCAL else "national"
        for policy in _readable(path):
            _add_policy(material, policy, kind, relative.as_posix())
        progress.advance(task)


def add_policies(material: Material, folder: Path) -> None:
    """Adds every article of the project's own policies; ``place`` holds the policy's id."""
    for path in sorted(folder.glob("*.txt")):
        policy = load_policy(path)
        _add_policy(material, policy, "policy", policy.id)


def current_files(root: Path) -> list[Path]:
    """The Markdown files under ``root``, of several versions of a law the youngest."""
    youngest: dict[tuple[Path, str], Path] = {}
    for path in sorted(root.rglob("*.md")):
        if path.parent != root and not path.name.startswith("_"):
            youngest[path.parent, _DATED.sub("", path.stem)] = path
    return sorted(youngest.values())


def plain_label(label: str) -> str:
    """第一千零一十条 and 第一千零十条 are the same article."""
    return label.replace("零一十", "零十")


def _readable(path: Path) -> Iterator[Policy]:
    try:
        yield load_policy(path)
    except CorpusError:
        return


def _add_policy(material: Material, policy: Policy, kind: str, place: str) -> None:
    for article in policy.articles:
        passage = next(iter(passages_of(policy.metadata, article, max_chars=_WHOLE)))
        head, _, body = embedded_text(passage).partition("\n")
        material.add(Text(kind, (place, plain_label(article.label)), head, body))
