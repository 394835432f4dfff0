"""What verification says of one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.model import Basis


class Fault(StrEnum):
    """Why a sentence may not be shown."""

    NO_SOURCE = "no_source"
    UNKNOWN_SOURCE = "unknown_source"
    WRONG_PLACE = "wrong_place"
    NOTHING_SAID = "nothing_said"
    FIGURE = "figure"
    BOUND = "bound"
    OLD_VALUE = "old_value"
    WRONG_SUBJECT = "wrong_subject"
    QUOTE = "quote"
    DOCUMENT_NUMBER = "document_number"
    NEGATION = "negation"
    MODALITY = "modality"
    DIRECTION = "direction"
    OVERSTATED = "overstated"
    UNSUPPORTED_WORDS = "unsupported_words"
    MIXED = "mixed"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Objection:
    """One fault and the words of the sentence that it was found in."""

    fault: Fault
    words: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sentence as a reader would see it, what speaks against it, and what it rests on.

    ``bases`` are empty when there is an objection.
    """

    text: str
    objections: tuple[Objection, ...] = ()
    bases: tuple[Basis, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the sentence may be shown."""
        return not self.objections

    @property
    def faults(self) -> frozenset[Fault]:
        """The kinds of objection."""
        return frozenset(objection.fault for objection in self.objections)
