"""Direct addressing: which article a question names by its number.

“沪商通关〔2024〕4号第9条”, “36号文第七条的第3个条件”, “厦门那个措施第十八条”, “总署通知（十二）”:
a number, and near it words that tell the document. Nothing here knows any document; what tells
one is its metadata: title, number, issuers, jurisdiction, dates and aliases.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.model import PolicyMetadata
from index.naming import Catalogue, Mention
from index.references import Reference, references_in
from index.text import normalise

MAX_CANDIDATES = 8
"""A reference that more documents answer to than this names none of them."""

_DOCUMENT = re.compile("法|条例|规定|办法|细则|通知|公告|决定|意见|方案|措施|规则|解释|令|号")
# A document's name right before the number that belongs to no policy of the collection.
_UNKNOWN_DOCUMENT = re.compile(rf"(?:{_DOCUMENT.pattern}|号文|号文件)[》\"”)的\s]*\Z")
# Between two references these carry the first one's document over to the second.
_AND = re.compile(r"(?:\s|[,、和与跟及同]|以及|还有|到|至)*")


@dataclass(frozen=True, slots=True)
class Address:
    """An article that a question names, or with ``number`` ``None`` only a document.

    ``label`` is given where the number alone is not enough (``第一百二十条之一``); ``item`` is
    the item or condition named inside the article.
    """

    policy_id: str
    number: int | None = None
    label: str | None = None
    item: int | None = None


def addressed(text: str, catalogue: Sequence[PolicyMetadata]) -> tuple[Address, ...]:
    """The addresses in ``text``, see ``AddressBook.addressed``."""
    return _book(tuple(catalogue)).addressed(text)


@lru_cache(maxsize=4)
def _book(catalogue: tuple[PolicyMetadata, ...]) -> AddressBook:
    return AddressBook(catalogue)


class AddressBook:
    """Resolves references against the policies of one collection. Safe to share.

    ``has`` tells whether a policy has an article of a number; with it, documents that are only
    described count where they have the article.
    """

    def __init__(
        self, policies: Sequence[PolicyMetadata], has: Callable[[str, int], bool] | None = None
    ) -> None:
        self._catalogue = Catalogue(policies)
        self._has = has

    def addressed(self, text: str) -> tuple[Address, ...]:
        """What ``text`` names, in its order; an ambiguous reference gives several addresses.

        Documents that are named without an article follow, with ``number`` ``None``.
        """
        reading = _Reading(normalise(text), self._catalogue, self._has)
        found = [*reading.articles(), *reading.documents()]
        return tuple(dict.fromkeys(found))


class _Reading:
    """One text being read: what its references mean, and which names they have used up."""

    def __init__(
        self, plain: str, catalogue: Catalogue, has: Callable[[str, int], bool] | None
    ) -> None:
        self._plain = plain
        self._catalogue = catalogue
        self._has = has
        self._mentions = catalogue.mentions(plain)
        self._used: set[Mention] = set()

    def articles(self) -> Iterator[Address]:
        """The articles that are named, each for every document that may be meant."""
        end, policies = 0, tuple[str, ...]()
        names = [(one.start, one.end) for one in self._mentions]
        for reference in references_in(self._plain, names):
            together = policies and _AND.fullmatch(self._plain, end, reference.start)
            meant = policies if together else self._policies(reference)
            if meant:
                end, policies = reference.end, meant
                for number in reference.numbers:
                    for policy in meant:
                        yield Address(policy, number, reference.label, reference.item)

    def documents(self) -> Iterator[Address]:
        """The documents that are named and that no reference has used."""
        for mention in self._mentions:
            if mention not in self._used:
                yield from map(Address, mention.policies)

    def _policies(self, reference: Reference) -> tuple[str, ...]:
        """The documents that a reference may mean; none when it is no reference at all."""
        before = self._catalogue.described_before(self._plain, reference.start)
        described = self._with_number(before, reference) if before is not None else ()
        if before is not None and described:
            self._used.update(one for one in self._mentions if one.overlaps(before))
            return described
        if not reference.sure or _UNKNOWN_DOCUMENT.search(self._plain, 0, reference.start):
            return ()
        nearest = self._nearest(reference)
        if nearest is None:
            anywhere = self._catalogue.in_places_of(self._plain, MAX_CANDIDATES)
            return self._having(anywhere, reference) or anywhere
        if _DOCUMENT.search(self._plain, nearest.end, reference.start):
            return ()  # 企业破产法的解释第三条 is not in 企业破产法
        self._used.add(nearest)
        return nearest.policies

    def _nearest(self, reference: Reference) -> Mention | None:
        """The last mention before the reference, else the first one after it."""
        earlier = [one for one in self._mentions if one.end <= reference.start]
        later = [one for one in self._mentions if one.start >= reference.end]
        near = earlier[-1:] or later[:1]
        return near[0] if near else None

    def _with_number(self, mention: Mention, reference: Reference) -> tuple[str, ...]:
        """The documents of a mention, or their further parts, that have the article.

        A document named exactly is meant even if it has no such article.
        """
        having = self._having(mention.policies, reference)
        if mention.exact:
            return having or self._having(mention.parts, reference) or mention.policies
        return having if len(having) <= MAX_CANDIDATES else ()

    def _having(self, policies: tuple[str, ...], reference: Reference) -> tuple[str, ...]:
        has = self._has
        if has is None:
            return policies
        return tuple(one for one in policies if any(has(one, n) for n in reference.numbers))
