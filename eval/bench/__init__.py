"""Benchmarks of retrieval: every way to search, on the same questions, on the same machine."""
