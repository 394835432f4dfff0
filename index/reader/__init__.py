"""A small network that reads a question beside an article, where vectors only lay them side by side."""

from index.reader.loading import reader_by
from index.reader.reader import ReadArticle, Reader, Reading, ReadQuestion

__all__ = ["ReadArticle", "ReadQuestion", "Reader", "Reading", "reader_by"]
