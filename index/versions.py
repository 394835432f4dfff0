"""Where versions live: an atomic pointer to the live one, a lock for builders, and pruning.

``<index_dir>/current`` names the live version, ``<index_dir>/versions/<version>/`` holds it,
``<index_dir>/staging/<version>/`` is where one is built. A reader holds a shared lock on its
version's manifest as long as it lives; what is locked, or live, is never pruned.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from index.errors import IndexAbsent, IndexBusy, IndexDamaged
from index.manifest import MANIFEST

_POINTER = "current"
_VERSIONS = "versions"
_STAGING = "staging"
_LOCK = "build.lock"
KEPT = 2
"""How many versions stay: the live one and the one before it, for a way back."""


class IndexDirectory:
    """The layout of one index directory."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def current(self) -> str:
        """The live version's id. Raises ``IndexAbsent`` or ``IndexDamaged``."""
        pointer = self.root / _POINTER
        if not pointer.is_file():
            raise IndexAbsent(self.root)
        version = pointer.read_text("utf-8").strip()
        if not version or not self.path(version).is_dir():
            raise IndexDamaged(pointer, f"指向的版本 {version or '（空）'} 不存在")
        return version

    def path(self, version: str) -> Path:
        """Where a finished version lies."""
        return self.root / _VERSIONS / version

    def staging(self, name: str = "") -> Path:
        """Where a version is built."""
        return self.root / _STAGING / name

    def publish(self, version: str) -> None:
        """Make a version live; one that is staged is moved into its place before."""
        target, staged = self.path(version), self.staging(version)
        if staged.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists():  # damaged, or it would not have been built again
                target.rename(self.staging(f"{version}.damaged"))
            staged.rename(target)
        fresh = self.root / f"{_POINTER}.new"
        fresh.write_text(version + "\n", "utf-8")
        os.replace(fresh, self.root / _POINTER)

    def prune(self) -> tuple[str, ...]:
        """Remove staging leftovers and old versions nobody reads; what was removed."""
        shutil.rmtree(self.staging(), ignore_errors=True)
        live = self.current()
        versions = sorted(
            (path for path in (self.root / _VERSIONS).iterdir() if path.name != live),
            key=lambda path: path.stat().st_mtime,
            reverse=True,
        )
        removed = [path for path in versions[KEPT - 1 :] if not _in_use(path)]
        for path in removed:
            shutil.rmtree(path)
        return tuple(path.name for path in removed)

    @contextmanager
    def building(self) -> Iterator[None]:
        """Hold the builders' lock. Raises ``IndexBusy`` when another process has it."""
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / _LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise IndexBusy(self.root) from None
            yield


def hold(version: Path) -> IO[bytes]:
    """A reader's claim on a version, until closed. Raises ``IndexDamaged`` without a manifest."""
    try:
        claim = (version / MANIFEST).open("rb")
    except OSError as error:
        raise IndexDamaged(version / MANIFEST, str(error)) from None
    fcntl.flock(claim, fcntl.LOCK_SH)
    return claim


def _in_use(version: Path) -> bool:
    try:
        with (version / MANIFEST).open("rb") as claim:
            fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:  # never finished: nobody can have opened it
        return False
    return False
