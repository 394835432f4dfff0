"""Verification: every word of an answer is borne out by an article, or it is not shown."""

from assistant.verification.quote import closest_quote
from assistant.verification.repair import kept
from assistant.verification.verdict import Fault, Objection, Verdict
from assistant.verification.verify import verify

__all__ = ["Fault", "Objection", "Verdict", "closest_quote", "kept", "verify"]
