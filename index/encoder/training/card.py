"""The model card: what the weights are, what they were trained on, what they reach."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from index.encoder.training.evaluate import Figures
from index.encoder.training.material import Material
from index.encoder.training.recipe import Recipe

RECIPE_FILE = "recipe.json"
CARD_FILE = "README.md"
_TEMPLATE = Path(__file__).parent / "data" / "card.md"


@dataclass(frozen=True, slots=True)
class Trained:
    """The weights' fingerprint and what they reach on questions never trained on."""

    fingerprint: str
    tuning: Figures
    report: Figures


def write_card(out: Path, recipe: Recipe, material: Material, trained: Trained) -> None:
    """Writes ``README.md`` and ``recipe.json`` beside the weights."""
    (out / RECIPE_FILE).write_text(recipe.model_dump_json(indent=2) + "\n", encoding="utf-8")
    counts = {name: len(asked) for name, asked in sorted(material.asked.items())}
    card = _TEMPLATE.read_text(encoding="utf-8")
    for name, value in {
        "fingerprint": trained.fingerprint,
        "dimensions": str(recipe.dimensions),
        "seed": str(recipe.seed),
        "texts": f"{len(material.texts):,}",
        "articles": f"{len(material.of_kind('national')):,}",
        "questions": json.dumps(counts, ensure_ascii=False),
        "tuning": str(trained.tuning),
        "report": str(trained.report),
    }.items():
        card = card.replace(f"{{{{{name}}}}}", value)
    (out / CARD_FILE).write_text(card, encoding="utf-8")
