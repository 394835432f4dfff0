"""Generation: composing and rephrasing with any OpenAI-compatible model, under verification."""

from assistant.generation.composer import GenerativeComposer, build_composer
from assistant.generation.errors import (
    ModelDeclined,
    ModelResting,
    ModelUnreachable,
    ModelUnusable,
)
from assistant.generation.hygiene import clean_question

__all__ = [
    "GenerativeComposer",
    "ModelDeclined",
    "ModelResting",
    "ModelUnreachable",
    "ModelUnusable",
    "build_composer",
    "clean_question",
]
