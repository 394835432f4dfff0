"""The similar questions of a corpus, by article."""

from __future__ import annotations

from pathlib import Path

import yaml


def similar_questions(corpus_dir: Path) -> dict[str, tuple[str, ...]]:
    """``Article.id`` → its similar questions, from every ``*.questions.yaml``."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(corpus_dir.rglob("*.questions.yaml")):
        content = yaml.safe_load(path.read_text("utf-8"))
        for label, entry in content["articles"].items():
            found[f"{content['policy']}#{label}"] = tuple(entry["questions"])
    return found
