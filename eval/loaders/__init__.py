"""Other people's question sets as gold cases of ours."""

from __future__ import annotations

from eval.loaders.squad import convert_squad
from eval.loaders.stard import load_stard

__all__ = ["convert_squad", "load_stard"]
