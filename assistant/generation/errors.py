"""What can be wrong with a model, each with the wording that an operator reads.

ModelUnavailable          (corpus/errors.py) the answer is then quoted from the articles
├── ModelUnreachable      no connection, time-out, 429, 5xx, cut stream
├── ModelResting          too many failures in a row: not asked for a while
├── ModelUnusable         a reply came, and nothing in it could be verified
└── ModelDeclined         the model says that the articles do not answer the question
"""

from __future__ import annotations

from corpus.errors import ModelUnavailable


class ModelUnreachable(ModelUnavailable):
    """The server did not answer, or not to the end."""


class ModelResting(ModelUnavailable):
    """The circuit breaker is open; no request was made."""


class ModelUnusable(ModelUnavailable):
    """The reply held no sentence that the articles bear out."""


class ModelDeclined(ModelUnavailable):
    """The model found no basis in the passages."""
