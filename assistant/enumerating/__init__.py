"""Lists that the structure of the documents gives: whole chapters, what a unit has to do,
the articles that state a kind of figure, those that name a term."""

from assistant.enumerating.enumerate import Enumeration, enumerated
from assistant.enumerating.shelf import Entry, Shelf

__all__ = ["Entry", "Enumeration", "Shelf", "enumerated"]
