"""What the house imports from others is declared, and nothing is declared in vain."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.test_architecture import MAY_IMPORT, ROOT, imports, modules

# Called by name, or imported by a library that does not bring them along itself.
NOT_IMPORTED = {
    "fastapi-swagger",  # its files are served
    "lxml-html-clean",
    "mypy",
    "pytest-timeout",
    "ruff",
    "types-pyyaml",
}
# Where the extras for development may be imported: measuring, and the tests.
FOR_DEVELOPMENT = {"eval", "tests"}
OURS = {*MAY_IMPORT, "tests"}
INSTALLED = packages_distributions()


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(group: str = "") -> dict[str, str]:
    """Version (or nothing) by name, as pyproject.toml says."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = project["optional-dependencies"][group] if group else project["dependencies"]
    parts = [re.match(r"([\w.-]+)(?:\[\w+\])?(?:==(\S+))?", line) for line in lines]
    return {canonical(part[1]): part[2] or "" for part in parts if part}


def imported(path: Path) -> set[str]:
    """The distributions that a file imports from; a package that is not installed by its name."""
    tops = {name for name, _, _ in imports(path)} - set(sys.stdlib_module_names) - OURS
    beside = {top for top in tops if (path.parent / f"{top}.py").exists()}
    return {canonical(INSTALLED.get(top, [top])[0]) for top in tops - beside}


@pytest.mark.parametrize("room", sorted(OURS))
def test_every_import_of_a_room_is_declared(room: str) -> None:
    known = {*declared(), *(declared("dev") if room in FOR_DEVELOPMENT else ())}
    missing = {
        str(path.relative_to(ROOT)): sorted(imported(path) - known)
        for path in modules(room)
        if imported(path) - known
    }
    assert not missing


def test_nothing_is_declared_that_nobody_imports() -> None:
    used = set().union(*(imported(path) for room in OURS for path in modules(room)))
    assert {*declared(), *declared("dev")} - used - NOT_IMPORTED == set()


def test_what_is_declared_is_held_to_one_version() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").split()
    held = {
        canonical(name): version for name, _, version in (line.partition("==") for line in lines)
    }
    wanted = declared() | declared("dev")
    assert {name for name in wanted if name not in held} == set()
    assert {name for name, version in wanted.items() if version not in ("", held[name])} == set()
