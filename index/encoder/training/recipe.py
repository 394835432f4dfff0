"""The recipe: every number that decides the weights."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.invalid import problems_in, refused
from index.encoder.errors import RecipeInvalid

Model = TypeVar("Model", bound=BaseModel)


class Stage(BaseModel):
    """One pass of training.

    ``mix`` says how many pairs of every source a batch holds. The sources in
    ``against_corpus`` also compete with a sample of all articles: ``asked_of_corpus`` of their
    questions in every step, encoded anew every ``refresh`` steps. With several ``branches`` the
    stage runs that often from the same start, each with its own random draws, and the weights
    are averaged (model soup, Wortsman et al., 2022).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    steps: int
    rate: float
    mix: Mapping[str, int]
    temperature: float = 0.05
    passage_dropout: float = 0.4
    against_corpus: frozenset[str] = frozenset()
    asked_of_corpus: int = 512
    refresh: int = 25
    branches: int = 1


class Recipe(BaseModel):
    """Vocabulary, dimensions, made questions, stages, seed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    seed: int = 0
    dimensions: int = 256
    words: int = 45_000
    bigrams: int = 45_000
    rewritten: Mapping[str, float] = {"national": 3, "local": 0.5, "policy": 6}
    negatives: int = 20_000
    stages: tuple[Stage, ...] = ()


DEFAULT = Recipe(
    stages=(
        Stage(
            name="条文",
            steps=600,
            rate=0.02,
            mix={
                "cloze": 800,
                "rewritten": 1800,
                "headings": 96,
                "reading": 96,
                "titles": 48,
                "side cloze": 208,
            },
        ),
        Stage(
            name="提问",
            steps=300,
            rate=0.01,
            mix={
                "cloze": 256,
                "rewritten": 512,
                "lay": 256,
                "answers": 64,
                "replies": 32,
                "consultation": 192,
                "written": 640,
                "hotline": 1536,
                "similar": 480,
                "reading": 32,
                "titles": 32,
                "side cloze": 32,
                "headings": 32,
            },
            branches=6,
            asked_of_corpus=1024,
            against_corpus=frozenset(
                {"lay", "answers", "consultation", "written", "hotline", "similar", "rewritten"}
            ),
        ),
    )
)


def read_recipe(path: Path) -> Recipe:
    """A recipe from a JSON file with the fields of ``Recipe``.

    Raises:
        RecipeInvalid: names the field.
    """
    return read_as(Recipe, path)


def read_as(kind: type[Model], path: Path) -> Model:
    """What the JSON file ``path`` tells, in the fields of ``kind``.

    Raises:
        RecipeInvalid: names the field.
    """
    try:
        return kind.model_validate_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RecipeInvalid(path, f"无法打开（{refused(error)}）") from error
    except ValidationError as error:
        raise RecipeInvalid(path, next(problems_in(error))) from error
