"""Verification: every word of an answer is borne out by an article, or it is not shown.

A sentence goes through these checks, in this order:

1. ``tokens``, ``places``: which sources it names, and which of its words are said of which place.
2. ``openers``: 可以， 不用， at its head is weighed against what follows (and the question).
3. ``claims``: what is said about the passages themselves is settled and taken out: absences
   (``unruled`` with ``kinds``, ``located``, ``naming``, ``missing``), numbers of articles
   (``labels``), counts and lists of titles (``counting``).
4. ``support``: what is left is compared with each source (``source``), folded (``fold``):
   figures and their bounds, roles and subjects (``numbers`` with ``figures``, ``bounds``,
   ``transitions``, ``binding``);
   polarity (``negation``, ``modality``, ``direction``, ``substitution``, ``shifts``);
   the words (``wording`` on ``tiling`` and the ``vocabulary`` of the word lists);
   the sentences of the source that they rest on, and whether rules were mixed (``grounds``);
   conditions and exceptions left out (``limits``, ``shifts``, ``substitution``).
5. ``repair``: what may be shown of a sentence that fails.

``instructions`` keeps words that address a model out of every source. ADR 0006 says why.
"""

from assistant.verification.repair import closest_quote, kept
from assistant.verification.verdict import Fault, Objection, Verdict
from assistant.verification.verify import verify

__all__ = ["Fault", "Objection", "Verdict", "closest_quote", "kept", "verify"]
