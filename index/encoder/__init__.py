"""Turning text into vectors: the project's own static encoder, any hub model, any endpoint."""

from index.encoder.loading import OWN_WEIGHTS, kinship_by, load_encoder

__all__ = ["OWN_WEIGHTS", "kinship_by", "load_encoder"]
