"""Which documents a question sets side by side: “口岸2023那份和2024年AEO那份有什么不同”."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.understanding.asked_of_documents import DOCUMENT_WORD
from assistant.understanding.documents import described, sole_issuer
from assistant.understanding.scope import surface_places
from corpus.model import PolicyMetadata
from index.addressing import Address

# What stands between the two sides of a comparison, or ends one.
_BORDER = re.compile(
    r"[，,。；;：:？?！!、]|(?<!总)和|与|跟|同(?!比)|比(?!例|率|较|重)|还是|相对于?|对比"
)
_YEAR = re.compile(r"20\d\d")
# A name is followed by what is asked of the document: “上海海关方案讲的范围”, “总署的试点”.
_NAME = re.compile(r"文件|通知|措施|方案|政策|那[份个]|号文?|20\d\d年?|海关|总署")
Addresser = Callable[[str], Sequence[Address]]


@dataclass(frozen=True, slots=True)
class Versus:
    """The ``policies`` set side by side, and the question ``without`` the words that name them."""

    policies: tuple[str, ...]
    without: str


def versus(text: str, catalogue: Sequence[PolicyMetadata], addresser: Addresser) -> Versus:
    """The documents that different phrases of ``text`` name, one each; none for fewer than two."""
    places = {place.removesuffix("海关") for place in surface_places(text)}
    shared = next(iter(places)) if len(places) == 1 else ""
    named = {phrase: _named(phrase, shared, catalogue, addresser) for phrase in _BORDER.split(text)}
    sure = {next(iter(ids)) for ids in named.values() if len(ids) == 1}
    near = {policy.jurisdiction for policy in catalogue if policy.id in sure}
    beside = {policy.id for policy in catalogue if policy.jurisdiction in near}
    settled: dict[str, str] = {}
    for phrase, ids in named.items():
        # A document told vaguely is one of the same place as the others.
        fitting = ids if len(ids) == 1 else ids & beside
        if len(fitting) == 1:
            settled.setdefault(next(iter(fitting)), phrase)
    if len(settled) < 2:
        return Versus((), text)
    rest = text
    for phrase in settled.values():
        rest = rest.replace(phrase, _after_the_name(phrase), 1)
    return Versus(tuple(settled), rest)


def _named(
    phrase: str, shared: str, catalogue: Sequence[PolicyMetadata], addresser: Addresser
) -> set[str]:
    """The documents that ``phrase`` may name; the ``shared`` place holds where it has none."""
    found = {address.policy_id for address in addresser(phrase)}
    if found:
        return found
    placed = phrase if surface_places(phrase) else f"{shared}{phrase}"
    if _YEAR.search(phrase) and not DOCUMENT_WORD.search(phrase):
        placed += "文件"
    return set(described(placed, catalogue)) or sole_issuer(phrase, catalogue)


def _after_the_name(phrase: str) -> str:
    """What ``phrase`` says after the document's name."""
    ends = [match.end() for match in _NAME.finditer(phrase)]
    return phrase[ends[-1] :] if ends else ""
