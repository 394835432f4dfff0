"""The recipe of the reader: every number that decides its weights."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from index.encoder.training.recipe import read_as


class Stage(BaseModel):
    """One pass of training.

    A step draws groups of questions, as many of each source as ``mix`` says: up to ``questions``
    of one group (the articles of one document), beside up to ``others`` parts of that document.
    Each question competes with ``negatives`` of its ``nearest`` parts there.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    steps: int
    rate: float
    mix: Mapping[str, int]
    negatives: int
    nearest: int
    questions: int = 40
    others: int = 40


class Recipe(BaseModel):
    """Sizes, stages, seed. ``local_share`` of the files of local laws are read, and all that
    hotline questions are about."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    seed: int = 0
    numbers: int = 256
    heads: int = 4
    encoding: int = 2
    judging: int = 2
    dropout: float = 0.1
    local_share: float = 0.5
    stages: tuple[Stage, ...] = ()


DEFAULT = Recipe(
    stages=(
        Stage(
            name="条文",
            steps=858,
            rate=7e-4,
            negatives=8,
            nearest=14,
            mix={"rewritten": 14, "reading": 3, "consultation": 1, "lay": 1},
        ),
        Stage(
            name="提问",
            steps=2200,
            rate=5e-4,
            negatives=10,
            nearest=20,
            mix={
                "hotline": 8,
                "similar": 3,
                "written": 2,
                "lay": 1,
                "rewritten": 2,
                "consultation": 1,
                "unsaid similar": 2,
                "unsaid hotline": 3,
            },
        ),
    )
)


def read_recipe(path: Path) -> Recipe:
    """A recipe from a JSON file with the fields of ``Recipe``.

    Raises:
        RecipeInvalid: names the field.
    """
    return read_as(Recipe, path)
