"""The peer in every table: the plain LangChain recipe, answering the same questions."""

from __future__ import annotations

from eval.baseline.recipe import LABEL, LangChainRecipe

__all__ = ["LABEL", "LangChainRecipe"]
