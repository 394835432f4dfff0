"""The model card of the reader: what the weights are, and what they were trained on."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from index.reader.training.material import Lessons
from index.reader.training.recipe import Recipe

CARD_FILE = "README.md"
_TEMPLATE = Path(__file__).parent / "data" / "card.md"


def write_card(out: Path, recipe: Recipe, lessons: Lessons, encoder: str, size: int) -> None:
    """Writes ``README.md`` beside the weights.

    Args:
        out: the folder of the weights.
        recipe: what they were trained by.
        lessons: what they were trained on.
        encoder: fingerprint of the static encoder whose words are read.
        size: how many numbers the weights are.
    """
    # A question that several texts answer has a row for each; it is one question.
    counts = {name: len(np.unique(rows[:, 0])) for name, rows in lessons.sources.items()}
    card = _TEMPLATE.read_text(encoding="utf-8")
    for name, value in {
        "encoder": encoder,
        "size": f"{size:,}",
        "megabytes": f"{2 * size / 1e6:.1f}",
        "numbers": str(recipe.numbers),
        "heads": str(recipe.heads),
        "encoding": str(recipe.encoding),
        "judging": str(recipe.judging),
        "seed": str(recipe.seed),
        "local_share": f"{recipe.local_share:g}",
        "texts": f"{len(lessons.texts.head):,}",
        "questions": json.dumps(counts, ensure_ascii=False),
        "stages": "; ".join(f"{stage.name}, {stage.steps:,} steps" for stage in recipe.stages),
    }.items():
        card = card.replace(f"{{{{{name}}}}}", value)
    (out / CARD_FILE).write_text(card, encoding="utf-8")
