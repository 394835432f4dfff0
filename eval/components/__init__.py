"""The parts of the assistant, each measured by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from eval.components.model import Check, Material
from eval.components.parser import parser
from eval.components.refusal import refusal
from eval.components.replies import replies
from eval.components.retrieval import retrieval
from eval.components.understanding import understanding
from eval.components.verification import verification

COMPONENTS: Mapping[str, Callable[[Material], tuple[Check, ...]]] = {
    "parser": parser,
    "understanding": understanding,
    "retrieval": retrieval,
    "refusal": refusal,
    "verification": verification,
    "replies": replies,
}

__all__ = ["COMPONENTS", "Check", "Material"]
