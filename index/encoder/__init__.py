"""Turning text into vectors: the project's own static encoder, any hub model, any endpoint."""

from index.encoder.loading import OWN_WEIGHTS, load_encoder, words_by

__all__ = ["OWN_WEIGHTS", "load_encoder", "words_by"]
