"""Which document a loose description means: “厦门那份AEO措施”, “上海口岸2023年的文件”."""

from __future__ import annotations

from collections.abc import Sequence

import rjieba

from assistant.understanding.domain import names_accredited
from assistant.understanding.intents import DOCUMENT_WORD
from assistant.understanding.scope import nationwide_in, places_in
from corpus.model import NATIONWIDE, PolicyMetadata

# Fewer characters in common with a document's names than these tell none from another.
TELLING = 2


def described(text: str, catalogue: Sequence[PolicyMetadata]) -> tuple[str, ...]:
    """The ids of the documents that fit the description best; several when they fit equally.

    Empty when the words speak of no document, or describe none of these better than the rest.
    """
    if not DOCUMENT_WORD.search(text):
        return ()
    places = set(places_in(text)) | ({NATIONWIDE} if nationwide_in(text) else set())
    possible = [policy for policy in catalogue if not places or policy.jurisdiction in places]
    if not possible:
        return ()
    words = {word.lower() for word in rjieba.cut(text) if len(word) > 1}
    scores = [_fit(words, text, policy) for policy in possible]
    best = max(scores)
    if best < TELLING and len(possible) > 1:
        return ()
    fitting = [policy.id for policy, score in zip(possible, scores, strict=True) if score == best]
    return tuple(fitting) if len(fitting) < len(catalogue) or len(catalogue) == 1 else ()


def sole_issuer(text: str, catalogue: Sequence[PolicyMetadata]) -> set[str]:
    """The ids of the documents whose only issuer ``text`` names: “上海海关的做法”."""
    return {
        policy.id
        for policy in catalogue
        if len(policy.issuers) == 1 and any(name in text for name in _called(policy.issuers[0]))
    }


def _called(issuer: str) -> tuple[str, ...]:
    """An issuer's name, and how it is said for short (总署)."""
    return (issuer, issuer.removeprefix("海关")) if issuer.endswith("总署") else (issuer,)


def _fit(words: set[str], text: str, policy: PolicyMetadata) -> int:
    """How many characters of the description stand in the policy's names."""
    year = f"{policy.issued_on.year}年" if policy.issued_on else ""
    names = " ".join((policy.title, policy.doc_number or "", *policy.aliases, year)).lower()
    accredited = names_accredited(text) and names_accredited(names)
    kinds = sum(match in policy.title for match in set(DOCUMENT_WORD.findall(text)))
    return sum(len(word) for word in words if word in names) + 3 * accredited + 2 * kinds
