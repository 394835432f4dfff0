"""Which documents a list is taken from: those named or described, else those of the places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, partial

import rjieba

from assistant.enumerating.shelf import Shelf
from assistant.understanding.documents.kinds import KINDS
from assistant.understanding.documents.known import names_of
from assistant.understanding.model import Understanding
from assistant.understanding.scope import surface_places
from corpus.model import NATIONWIDE, PolicyMetadata, Status
from index.naming import Mention
from index.text import normalise

_SHORT_YEAR = re.compile(r"(?<![\d第])(?:20)?([12]\d)年(?:度)?(?!以|之|内|期|限)")
_HEAD = re.compile(
    rf"(?:{KINDS}|改革|行动|[那这](?:一|个|两|几)?[份个]|\d+\s*条|20\d\d年?|[一二三四五六七八九十]{{2,}}条)"
)
_NATION = re.compile(r"国家(?=[几各的两]?(?:个|份)?(?:文件|通知|政策)|层面|那[份个])")
_WITHIN = re.compile(r"里|中|当中|之中|内(?!容)")
# Words of any document's title tell none from another.
_GENERAL = re.compile(
    r"企业|支持|若干|进一步|关于|措施|方案|通知|政策|办法|规定|意见|文件|行动|改革|工作|发展|促进|便利|增加|[的里中份个文该之那这一两几市]"
)
_WORD = re.compile(r"[\w]+")
_MARKED = re.compile(r"\d{2,}|[那这]")


@dataclass(frozen=True, slots=True)
class Within:
    """The policies a list is taken from, and the question without the words that tell them."""

    policies: tuple[str, ...]
    rest: str


def within(understanding: Understanding, shelf: Shelf) -> Within | None:
    """Where to look for the list; ``None`` where only places without documents are asked about."""
    scope = understanding.scope
    if scope.elsewhere and not scope.jurisdictions:
        return None
    plain = _SHORT_YEAR.sub(lambda match: f"20{match[1]}年", normalise(understanding.text))
    told = [*shelf.catalogue.mentions(plain), *_described(plain, shelf)]
    rest = _without(plain, told)
    possible = {*scope.policies, *_unheard(understanding, shelf)} or _of_places(
        understanding, shelf
    )
    in_force = [
        one.id
        for one in shelf.metadata
        if one.id in possible and one.status(understanding.as_of) is Status.IN_FORCE
    ]
    owners = partial(_owners, understanding, shelf)
    for mention in told:
        narrower = [one for one in in_force if one in mention.policies]
        # No place and no document that is asked about goes unheard.
        if narrower and owners(narrower) == owners(in_force):
            in_force = narrower
    return Within(tuple(in_force), rest)


def _owners(understanding: Understanding, shelf: Shelf, policies: Iterable[str]) -> set[str]:
    """Which of the places or documents asked about have one of ``policies``."""
    scope = understanding.scope
    if scope.policies and not understanding.dated and not _unheard(understanding, shelf):
        return set(policies)
    places = {one.jurisdiction for one in shelf.metadata if one.id in set(policies)}
    return places & {*scope.jurisdictions, *([NATIONWIDE] if scope.nationwide else [])}


def _unheard(understanding: Understanding, shelf: Shelf) -> frozenset[str]:
    """The policies of the places asked about beside documents that are named of another place."""
    scope = understanding.scope
    if not scope.policies or scope.places < 2 or scope.compared:
        return frozenset()
    heard = {one.jurisdiction for one in shelf.metadata if one.id in scope.policies}
    places = {*scope.jurisdictions, *([NATIONWIDE] if scope.nationwide else [])} - heard
    return frozenset(one.id for one in shelf.metadata if one.jurisdiction in places)


def _of_places(understanding: Understanding, shelf: Shelf) -> frozenset[str]:
    scope = understanding.scope
    nationwide = scope.nationwide or bool(_NATION.search(understanding.text))
    places = {*scope.jurisdictions, *([NATIONWIDE] if nationwide else [])}
    return frozenset(one.id for one in shelf.metadata if not places or one.jurisdiction in places)


def _described(plain: str, shelf: Shelf) -> list[Mention]:
    """Stretches like “2023口岸26条里”, “厦门那份”: words that only some documents have."""
    found: list[Mention] = []
    for head in _HEAD.finditer(plain):
        mention = shelf.catalogue.described_before(plain, head.end())
        if mention is None:
            continue
        said = plain[mention.start : head.end()]
        inside = bool(_WITHIN.match(plain, head.end()))
        marked = bool(_MARKED.search(said) or surface_places(said))
        if not (inside or marked) or not _GENERAL.sub("", said).strip():
            continue
        policies = _bearing(said, shelf) or mention.policies
        if len(policies) < len(shelf.metadata):
            found.append(Mention(mention.start, head.end(), policies, exact=False))
    return found


def _bearing(said: str, shelf: Shelf) -> tuple[str, ...]:
    """The policies in whose names all telling words of ``said`` stand."""
    words = _WORD.findall(_GENERAL.sub(" ", said))
    words = [word for part in words for word in rjieba.cut(part)]
    return tuple(one.id for one in shelf.metadata if all(word in _names(one) for word in words))


@lru_cache(maxsize=4096)
def _names(policy: PolicyMetadata) -> str:
    """Everything a policy is called, its year and, where it is the only one, its issuer."""
    issued = policy.issued_on or policy.effective_on
    issuer = policy.issuers if len(policy.issuers) == 1 else ()
    year = (f"{issued.year}年",) if issued else ()
    return normalise(" ".join((policy.jurisdiction, *names_of(policy), *issuer, *year)))


def _without(plain: str, told: Iterable[Mention]) -> str:
    letters = list(plain)
    for mention in told:
        letters[mention.start : mention.end] = " " * (mention.end - mention.start)
    return "".join(letters)
