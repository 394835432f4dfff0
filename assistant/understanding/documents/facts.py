"""What may be asked of a document itself rather than of what it rules."""

from __future__ import annotations

from enum import StrEnum


class DocumentFact(StrEnum):
    """A fact about a document: from its metadata, its division, or a sentence of its own."""

    NUMBER = "number"
    DATE = "date"
    ISSUER = "issuer"
    TITLE = "title"
    COUNT = "count"
    VALIDITY = "validity"
    COPIES = "copies"
    OUTLINE = "outline"
    CHAPTER = "chapter"
    ORDER = "order"
    TERM = "term"
    SEAL = "seal"
    APPROVAL = "approval"
    REPORTING = "reporting"
    BASIS = "basis"
    PURPOSE = "purpose"
    START = "start"
    REPEALS = "repeals"
    INTERPRETER = "interpreter"
    APPLIES = "applies"
    REVISED = "revised"
