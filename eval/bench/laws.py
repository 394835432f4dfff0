"""The laws as a large collection, and a smaller one cut from it."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path

from corpus import PolicyStore
from corpus.load import documents_in


def unpacked(source: Path, target: Path) -> Path:
    """The laws in ``source``, a folder or a tar file, which is unpacked into ``target`` once."""
    if source.is_dir():
        return source
    if not target.exists():
        fresh = target.with_name(f"{target.name}.new")
        fresh.mkdir(parents=True, exist_ok=True)
        shutil.unpack_archive(source, fresh)
        fresh.rename(target)
    return target


def cut(laws: Path, store: PolicyStore, wanted: Iterable[str], size: int, target: Path) -> Path:
    """A folder of laws with about ``size`` articles: the ``wanted`` policies and random others.

    The choice is the same every time: by the digest of the policy's id.
    """
    if target.exists():
        return target
    first = set(wanted)
    ordered = sorted(
        (policy.id for policy in store.metadata()),
        key=lambda id: (id not in first, hashlib.sha256(id.encode()).hexdigest()),
    )
    paths = {path.stem: path for path in reversed(documents_in(laws))}
    fresh = target.with_name(f"{target.name}.new")
    fresh.mkdir(parents=True, exist_ok=True)
    count = 0
    for id in ordered:
        if count >= size and id not in first:
            break
        count += len(store.articles(id))
        copy = fresh / paths[id].name
        if not copy.exists():
            shutil.copyfile(paths[id], copy)
    fresh.rename(target)
    return target
