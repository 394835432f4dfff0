"""Finding articles: passages, vectors, words, similar questions, and the versions they live in."""

from index.build import BuildReport, build_index
from index.opening import OpenIndex, open_index

__all__ = ["BuildReport", "OpenIndex", "build_index", "open_index"]
