"""The committed floors: sound, and never lowered since they were first committed."""

from __future__ import annotations

import subprocess

import pytest

from assistant.settings import ROOT
from eval.cases import GOLD_DIR, load_cases
from eval.gate import EVERY, FLOORS, load_floors, lowered, parse_floors
from eval.metrics import evaluators


def git(*words: str) -> str:
    done = subprocess.run(["git", *words], check=False, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"no history to compare with: {done.stderr.strip()}")
    return done.stdout


def test_floors_name_known_types_metrics_and_cases(library) -> None:
    metrics = {metric.name for metric in evaluators(library)}
    for gold, floors in load_floors().items():
        cases = load_cases(GOLD_DIR / f"{gold}.jsonl")
        types = {case.type for case in cases} | {EVERY}
        assert {kind for kind, _, _ in floors.items()} <= types
        assert {metric for _, metric, _ in floors.items()} <= metrics
        assert floors.known_failures <= {case.id for case in cases}


def test_no_committed_version_had_a_higher_floor() -> None:
    name = FLOORS.relative_to(ROOT).as_posix()
    now = load_floors()
    for commit in git("log", "--format=%H", "--", name).split():
        before = parse_floors(git("show", f"{commit}:{name}"), f"{commit[:7]}:{name}")
        assert lowered(before, now) == ()
