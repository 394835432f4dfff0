"""The recipe's run on a set of cases, kept so that it is asked only once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from eval import evaluation
from eval.baseline.recipe import LABEL, LangChainRecipe
from eval.cases import Case
from eval.evaluation import Evaluation
from eval.library import Library
from eval.results import digest
from index.model import Encoder


def baseline_run(
    cases: Sequence[Case],
    gold: Path,
    library: Library,
    encoder: Encoder,
    *,
    keep_in: Path,
    console: Console,
) -> Evaluation:
    """The recipe's answers to ``cases``: from ``keep_in`` where nothing has changed since."""
    folder = keep_in / f"baseline-{_key(cases, library, encoder)}"
    if (folder / "run.json").exists():
        found = evaluation.resume(folder, cases)
        if found.info().finished:
            return evaluation.read(folder, library)
    else:
        found = evaluation.start(folder, answerer=LABEL, gold=gold, cases=cases)
    return evaluation.finish(
        found, cases, LangChainRecipe(library.policies, encoder), library, console
    )


def _key(cases: Sequence[Case], library: Library, encoder: Encoder) -> str:
    """Changes when the cases, the policies or the vectors do."""
    told = hashlib.sha256(f"{digest(cases)} {encoder.fingerprint}".encode())
    for policy in library.policies:
        told.update(policy.id.encode())
        told.update(policy.source.encode("utf-8", "surrogatepass"))
    return told.hexdigest()[:12]
