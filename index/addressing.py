"""Direct addressing: which article a question names by its number.

“沪商通关〔2024〕4号第9条”, “36号文第七条的第3个条件”, “厦门那个措施第十八条”, “总署通知（十二）”:
a number, and near it words that tell the document. A place in the document's order tells an
article as well: “总署通知最后一条”, “第二部分的第一条”, “减少监管频次类的第一条”. Nothing here knows
any document; what tells one is its metadata: title, number, issuers, jurisdiction, dates and
aliases, and what tells a chapter its number or title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.chapters import Contents
from corpus.model import PolicyMetadata
from index.naming import Catalogue, Mention
from index.places import Titled, numbers_in, numbers_of, titled_before
from index.positions import of_articles
from index.references import Reference, references_in
from index.text import normalise

MAX_CANDIDATES = 8
"""A reference that more documents answer to than this names none of them."""

REMEMBERED = 256
"""Documents whose division into chapters stays in memory."""

MAX_READ = 64
"""A place in a document (最后一条) is looked up in so many documents at most."""

_SPACE = re.compile(r"\s+")
_DOCUMENT = re.compile("法|条例|规定|办法|细则|通知|公告|决定|意见|方案|措施|规则|解释|令|号")
# A document's name right before the number that belongs to no policy of the collection.
_UNKNOWN_DOCUMENT = re.compile(rf"(?:{_DOCUMENT.pattern}|号文|号文件)[》\"”)的\s]*\Z")
# Between two references these carry the first one's document over to the second.
_AND = re.compile(r"(?:\s|[,、和与跟及同]|以及|还有|到|至)*")


@dataclass(frozen=True, slots=True)
class Address:
    """An article that a question names, or with ``number`` ``None`` only a document.

    ``label`` is given where the number alone is not enough (``第一百二十条之一``), and without a
    number for a place that the document does not have (``倒数第99条``); ``item`` is the item or
    condition named inside the article, -1 the last one.
    """

    policy_id: str
    number: int | None = None
    label: str | None = None
    item: int | None = None


class AddressBook:
    """Resolves references against the policies of one collection. Safe to share.

    ``has`` tells whether a policy has an article of a number; with it, documents that are only
    described count where they have the article. ``contents`` tells how a policy is divided;
    without it articles are told by their numbers alone.
    ``catalogue`` holds the names of the policies.
    """

    def __init__(
        self,
        policies: Sequence[PolicyMetadata],
        has: Callable[[str, int], bool] | None = None,
        contents: Callable[[str], Contents] | None = None,
    ) -> None:
        self.catalogue = Catalogue(policies)
        self._has = has
        self._contents = lru_cache(maxsize=REMEMBERED)(contents) if contents else None

    def addressed(self, text: str) -> tuple[Address, ...]:
        """What ``text`` names, in its order; an ambiguous reference gives several addresses.

        Documents that are named without an article follow, with ``number`` ``None``.
        """
        reading = _Reading(normalise(text), self.catalogue, self._has, self._contents)
        found = [*reading.articles(), *reading.documents()]
        return tuple(dict.fromkeys(found))


class _Reading:
    """One text being read: what its references mean, and which names they have used up."""

    def __init__(
        self,
        plain: str,
        catalogue: Catalogue,
        has: Callable[[str, int], bool] | None,
        contents: Callable[[str], Contents] | None,
    ) -> None:
        self._plain = plain
        self._catalogue = catalogue
        self._has = has
        self._contents = contents
        self._mentions = catalogue.mentions(plain)
        self._used: set[Mention] = set()

    def articles(self) -> Iterator[Address]:
        """The articles that are named, each for every document that may be meant."""
        end, policies = 0, tuple[str, ...]()
        names = [(one.start, one.end) for one in self._mentions]
        for reference in references_in(self._plain, names):
            if reference.positions and self._contents is None:
                continue
            titled = self._in_titled_chapter(reference)
            if titled:
                end, policies = reference.end, tuple(one.policy_id for one in titled)
                yield from self._within(titled, reference)
                continue
            together = policies and _AND.fullmatch(self._plain, end, reference.start)
            meant = policies if together else self._policies(reference)
            if meant:
                end, policies = reference.end, meant
                for number in reference.numbers or (None,):
                    for policy in meant:
                        yield from self._of(policy, reference, number)

    def _of(self, policy: str, reference: Reference, number: int | None) -> Iterator[Address]:
        """The addresses in ``policy`` of one number of a reference, or of its place."""
        if not (reference.positions or reference.chapter) or self._contents is None:
            yield Address(policy, number, reference.label, reference.item)
            return
        one = replace(reference, numbers=(number,) if number is not None else ())
        numbers = numbers_of(one, self._contents(policy))
        for found in numbers:
            yield Address(policy, found, reference.label, reference.item)
        if not numbers:
            chapter = reference.chapter.words if reference.chapter else ""
            yield Address(policy, None, _SPACE.sub("", chapter + reference.words))

    def _within(self, titled: Sequence[Titled], reference: Reference) -> Iterator[Address]:
        """The addresses of a reference in chapters that are named by their titles."""
        contents = self._contents
        if contents is None:
            return
        for one in titled:
            for number in numbers_in(reference, contents(one.policy_id), one.chapter):
                yield Address(one.policy_id, number, reference.label, reference.item)

    def _in_titled_chapter(self, reference: Reference) -> tuple[Titled, ...]:
        """The chapters whose titles stand before the reference, one at most for each document."""
        contents = self._contents
        if contents is None or reference.chapter or reference.exact:
            return ()
        named = [one for one in self._mentions if one.end <= reference.start]
        policies = named[-1].policies if named else ()
        policies = policies or self._catalogue.in_places_of(self._plain, MAX_CANDIDATES)
        chapters = [(policy, one) for policy in policies for one in contents(policy).chapters]
        begin = named[-1].end if named else 0
        said = self._plain[begin : reference.start]
        found = titled_before(said, chapters, self._catalogue.names_of(policies))
        ids = [one.policy_id for one in found]
        alone = tuple(one for one in found if ids.count(one.policy_id) == 1)
        if not alone:
            return ()
        if named:
            self._used.add(named[-1])
            return alone
        before = self._catalogue.described_before(self._plain, alone[0].start)
        meant = tuple(one for one in alone if before and one.policy_id in before.policies)
        return meant or alone

    def documents(self) -> Iterator[Address]:
        """The documents that are named and that no reference has used."""
        for mention in self._mentions:
            if mention not in self._used:
                yield from map(Address, mention.policies)

    def _policies(self, reference: Reference) -> tuple[str, ...]:
        """The documents that a reference may mean; none when it is no reference at all."""
        start = reference.chapter.start if reference.chapter else reference.start
        before = self._catalogue.described_before(self._plain, start)
        if before is not None and not self._told(before, reference):
            before = None
        described = self._with_number(before, reference) if before is not None else ()
        if before is not None and described:
            self._used.update(one for one in self._mentions if one.overlaps(before))
            return described
        sure = reference.sure or (reference.positions and of_articles(reference.words))
        if not sure or _UNKNOWN_DOCUMENT.search(self._plain, 0, start):
            return ()
        nearest = self._nearest(reference)
        if nearest is None and reference.positions:
            return ()
        if nearest is None:
            anywhere = self._catalogue.in_places_of(self._plain, MAX_CANDIDATES)
            return self._having(anywhere, reference) or anywhere
        if _DOCUMENT.search(self._plain, nearest.end, start):
            return ()  # 企业破产法的解释第三条 is not in 企业破产法
        self._used.add(nearest)
        return nearest.policies

    def _told(self, before: Mention, reference: Reference) -> bool:
        """Whether the words tell a document well enough for a place, or for a number alone."""
        if before.exact or not (reference.positions or reference.exact):
            return True
        said = self._plain[before.start : before.end]
        if len(_DOCUMENT.sub("", said)) > 1 and _DOCUMENT.search(said):
            return True
        return bool(reference.positions and self._catalogue.tells_place(said))

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
        if len(policies) > MAX_READ and (reference.positions or reference.chapter):
            return ()
        return tuple(one for one in policies if self._there(one, reference))

    def _there(self, policy: str, reference: Reference) -> bool:
        """Whether the policy has what the reference means, as far as that is known."""
        if self._contents and (reference.positions or reference.chapter):
            return bool(numbers_of(reference, self._contents(policy)))
        has = self._has
        return has is None or any(has(policy, number) for number in reference.numbers)
