"""What a measurement costs the machine; every system is measured in a process of its own."""

from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_MIB = 1 << 20


def peak_mib() -> float:
    """The most memory this process has held.

    Linux lets a new process begin with the peak of its parent in ``ru_maxrss``; where it can be
    read, ``VmHWM`` is the process's own.
    """
    status = Path("/proc/self/status")
    lines = status.read_text("ascii", "replace").splitlines() if status.is_file() else []
    own = next((line for line in lines if line.startswith("VmHWM:")), None)
    kib = int(own.split()[1]) if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kib / 1024


def size_mib(directory: Path) -> float:
    """The size of the files under a directory."""
    return sum(path.stat().st_size for path in directory.rglob("*") if path.is_file()) / _MIB


def apart(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """``function`` run in a fresh process, so that no other measurement's memory counts."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=context) as pool:
        return pool.submit(function, *args, **kwargs).result()
