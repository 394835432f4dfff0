"""The project's own reader, over the words that it was trained with."""

from __future__ import annotations

import json

from safetensors import SafetensorError

from index.encoder.loading import OWN_WEIGHTS as OWN_ENCODER
from index.encoder.static import StaticEncoder
from index.encoder.table import fingerprint
from index.model import Encoder
from index.reader.errors import ReaderUnreadable
from index.reader.reader import CONFIG_FILE, OWN_WEIGHTS, Reader


def reader_by(encoder: Encoder) -> Reader:
    """The reader, with the words of ``encoder`` if it was trained with these, else with the
    project's own, which are then loaded.

    Raises:
        ReaderUnreadable: the weights are damaged, or were trained with other words than the
            project's.
    """
    try:
        trained_with = json.loads((OWN_WEIGHTS / CONFIG_FILE).read_text("utf-8"))["encoder"]
        words = _words(encoder, trained_with)
        return Reader.load(words.features, words.weights)
    except (OSError, ValueError, KeyError, SafetensorError) as error:
        raise ReaderUnreadable(OWN_WEIGHTS, str(error)) from error


def _words(encoder: Encoder, trained_with: str) -> StaticEncoder:
    if isinstance(encoder, StaticEncoder) and encoder.fingerprint == trained_with:
        return encoder
    if fingerprint(OWN_ENCODER) != trained_with:
        reason = f"它是用编码器 {trained_with} 的词训练的，自带的编码器已换"
        raise ReaderUnreadable(OWN_WEIGHTS, reason)
    return StaticEncoder.load(OWN_ENCODER)
