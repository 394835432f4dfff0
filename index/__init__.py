"""Finding articles: passages, vectors, words, similar questions, and the versions they live in.

Build one with ``index.build.build_index``, open one with ``index.opening.open_index``.
"""
