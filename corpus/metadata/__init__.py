"""What is known of a policy besides its text: read from a sidecar, or inferred from the text."""

from corpus.metadata.infer import infer_metadata
from corpus.metadata.sidecar import read_front_matter, read_sidecar, sidecar_path
from corpus.metadata.versions import successions, with_successions

__all__ = [
    "infer_metadata",
    "read_front_matter",
    "read_sidecar",
    "sidecar_path",
    "successions",
    "with_successions",
]
