"""The text of a file, whatever its format."""

from corpus.reading.formats import SUFFIXES, read_document

__all__ = ["SUFFIXES", "read_document"]
