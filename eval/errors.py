"""What can be wrong with the material of an evaluation; every message is Chinese."""

from __future__ import annotations

from corpus.errors import EvaluationError


class GoldError(EvaluationError):
    """A gold file breaks the schema, or says what the policies do not; names file and line."""


class RunError(EvaluationError):
    """A recorded run is absent, belongs to other questions, or cannot be read."""


class FloorError(EvaluationError):
    """The floors are not as they must be, or were lowered."""


class ServiceError(EvaluationError):
    """A served instance did not give an answer object; names the address and the status."""
