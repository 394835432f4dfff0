"""The five policies that the project keeps, as evidence."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from assistant.model import Evidence
from corpus import load_policy
from corpus.questions import Entry, fresh_entries, questions_path

ROOT = Path(__file__).resolve().parents[2]
HONEST = ROOT / "tests" / "data" / "generation" / "honest.jsonl"


@cache
def evidence() -> dict[str, Evidence]:
    """Every article of the five policies by ``policy_id#label``."""
    paths = sorted((ROOT / "corpus" / "policies").glob("*.txt"))
    found = {}
    for path in paths:
        policy = load_policy(path)
        asked = fresh_entries(questions_path(path), policy)
        for article in policy.articles:
            one = asked.get(article.label, Entry())
            found[article.id] = Evidence(
                policy.metadata, policy.source, article, one.questions, one.unsaid
            )
    return found


@cache
def honest(split: str) -> tuple[dict[str, Any], ...]:
    """The hand-written honest sentences of ``tune`` or ``report``; those too wide are apart."""
    return tuple(row for row in _written() if row["split"] == split and not row.get("wide"))


@cache
def too_wide() -> tuple[dict[str, Any], ...]:
    """Sentences written as honest that leave out a condition or an exception of the article."""
    return tuple(row for row in _written() if row.get("wide"))


@cache
def _written() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(line) for line in HONEST.read_text(encoding="utf-8").splitlines())


def cited(row: dict[str, Any]) -> tuple[str, dict[str, Evidence]]:
    """The sentence with its tokens, and what they stand for."""
    tokens = {f"A{i}": evidence()[name] for i, name in enumerate(row["articles"], start=1)}
    sentence = row["sentence"]
    return (sentence if "[A" in sentence else f"{sentence}[A1]"), tokens
