"""The arrows of the house, and what may be imported when a process starts."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.main import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
MAY_IMPORT: dict[str, set[str]] = {
    "corpus": set(),
    "prompts": set(),
    "index": {"corpus"},
    "assistant": {"index", "corpus", "prompts"},
    "api": {"assistant", "index", "corpus"},
    "eval": {"assistant", "index", "corpus", "prompts"},
    "cli": {"api", "eval", "assistant", "index", "corpus"},
}
HEAVY = {
    "chromadb",
    "datasets",
    "gradio",
    "langchain_chroma",
    "langchain_openai",
    "matplotlib",
    "pandas",
    "sentence_transformers",
    "torch",
    "trafilatura",
    "transformers",
}


def modules(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def imports(path: Path) -> Iterator[tuple[str, int, bool]]:
    """Top-level package, line, and whether the import stands inside a function."""
    tree = ast.parse(path.read_text("utf-8"))
    inside = {
        id(child)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for child in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.split(".")[0], node.lineno, id(node) in inside
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0], node.lineno, id(node) in inside


def reason_given(path: Path, line: int) -> bool:
    above = path.read_text("utf-8").splitlines()[line - 2]
    return above.strip().startswith("# Imported here:")


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_arrows_only_point_down(room: str) -> None:
    rooms = set(MAY_IMPORT)
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in modules(room)
        for name, line, _ in imports(path)
        if name in rooms - {room} - MAY_IMPORT[room]
    ]
    assert not wrong


@pytest.mark.parametrize("room", [room for room in MAY_IMPORT if room != "cli"])
def test_an_import_of_the_house_inside_a_function_says_what_heavy_thing_it_leads_to(
    room: str,
) -> None:
    hidden = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in modules(room)
        for name, line, inside in imports(path)
        if inside and name in MAY_IMPORT and not reason_given(path, line)
    ]
    assert not hidden


@pytest.mark.parametrize(
    "entry",
    [
        *sorted({where.partition(":")[0] for where in COMMANDS.values()}),
        *(
            "assistant.wiring",
            "index.build",
            "index.opening",
            "corpus",
            "api.app",
            "prompts",
            "eval",
        ),
    ],
)
def test_nothing_heavy_is_imported_at_start_up(entry: str) -> None:
    code = f"import sys, {entry}; print(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == ""


def test_no_file_grows_into_a_giant() -> None:
    giants = {
        str(path.relative_to(ROOT)): lines
        for room in MAY_IMPORT
        for path in modules(room)
        if (lines := len(path.read_text("utf-8").splitlines())) > 300
    }
    assert not giants
