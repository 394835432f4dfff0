"""Which documents a question wants in their order of time: “沪厦两份AEO文件谁先出的”."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.understanding.comparisons.documents import Addresser, versus
from assistant.understanding.documents.described import described, sole_issuer
from assistant.understanding.documents.facts_asked import DOCUMENT_WORD
from assistant.understanding.scope import mentions_in, without_places
from corpus.jurisdictions import short_name
from corpus.model import NATIONWIDE, PolicyMetadata


def in_time(
    text: str, catalogue: Sequence[PolicyMetadata], addresser: Addresser
) -> tuple[str, ...]:
    """The documents that ``text`` sets in their order of time; none for fewer than two."""
    sides = versus(text, catalogue, addresser)
    single = len(sides.sides) > 1 and all(len(one.policies) == 1 for one in sides.sides)
    if single or not DOCUMENT_WORD.search(text):
        return sides.policies
    known = sorted({policy.jurisdiction for policy in catalogue} - {NATIONWIDE})
    places = dict.fromkeys(name for _, _, name in mentions_in(text, known))
    found = [one for place in places if (one := _of_place(place, text, catalogue))]
    return tuple(found) if len(found) > 1 else sides.policies


def _of_place(place: str, text: str, catalogue: Sequence[PolicyMetadata]) -> str | None:
    """The document of ``place`` that the other words of ``text`` describe best.

    A customs house's own is meant only where the words say so, if there is another.
    """
    here = [policy for policy in catalogue if policy.jurisdiction == place]
    said = f"{short_name(place)}{without_places(text)}"
    fitting = list(described(said, here)) or [policy.id for policy in here]
    own = sole_issuer(f"{short_name(place)}海关", here)
    fitting = [
        one for one in fitting if one not in own or f"{short_name(place)}海关" in text
    ] or fitting
    return fitting[0] if len(fitting) == 1 else None
