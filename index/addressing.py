"""Direct addressing: which article a question names by its number.

“沪商通关〔2024〕4号第9条”, “36号文第七条的第3个条件”, “厦门那个措施第十八条”, “总署通知（十二）”:
a number, and before it words that tell the document. Nothing here knows any document; what
tells one is its metadata: title, number, issuers, jurisdiction, dates and aliases.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.model import PolicyMetadata
from corpus.parsing.numerals import to_int
from index.naming import Catalogue, Mention
from index.text import normalise

MAX_CANDIDATES = 8
"""A reference that more documents answer to than this names none of them."""

_LONGEST_STRETCH = 10


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


@dataclass(frozen=True, slots=True)
class _Reference:
    """Article numbers in the text. ``sure`` ones need no document right before them."""

    start: int
    end: int
    numbers: tuple[int, ...]
    label: str | None
    item: int | None
    sure: bool


_N = r"(?:\d{1,4}|[〇零一二三四五六七八九十百千两]{1,9})"
_LIST = rf"{_N}(?:\s*[-~—至到、,和及与]\s*{_N})*"
_STRETCH = re.compile(rf"({_N})\s*[-~—至到]\s*({_N})")
_REFERENCE = re.compile(
    rf"第\s*\(?\s*(?P<sure>{_LIST})\s*\)?\s*(?:[那这]一?)?条(?:之(?P<sub>{_N}))?"
    r"(?!航线|线路|生产线|跑道|路线|腿|船|街|河)"
    r"|article\s*(?P<english>\d{1,3})(?!\d)"
    rf"|第\s*\(?\s*(?P<point>{_N})\s*\)?\s*(?:项|点)"
    r"|\(\s*(?P<bracket>\d{1,2}|[一二三四五六七八九十]{1,3})\s*\)(?!\s*号)"
    # A count (“25条措施”, “21条里的第3条”) is followed by what is counted, or by one of it.
    rf"|(?P<bare>{_N})\s*条(?=$|[\s,.;:?!,。;、?!的是说讲里中规怎什呢吗和与跟])"
    r"(?!\s*(?:里面|里头|当中|里|中|的)*\s*第)"
)
_NUMBER_GROUPS = ("sure", "english", "point", "bracket", "bare")
_ITEM = re.compile(
    rf"(?:第\s*{_N}\s*款)?[^,.;:?!。、第和与跟及\d(]{{0,8}}?"
    rf"(?:第\s*\(?(?P<nth>{_N})\)?\s*(?:个|项|款|点|条件|种|类|目)|\((?P<bracket>{_N})\)"
    rf"|条件\s*(?P<condition>{_N}))"
)
_DOCUMENT = re.compile("法|条例|规定|办法|细则|通知|公告|决定|意见|方案|措施|规则|解释|令|号")
# A document's name right before the number that belongs to no policy of the collection.
_UNKNOWN_DOCUMENT = re.compile(rf"(?:{_DOCUMENT.pattern}|号文|号文件)[》\"”)的\s]*\Z")
# Between two references these carry the first one's document over to the second.
_AND = re.compile(r"(?:\s|[,、和与跟及同]|以及|还有|到|至)*")


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
        plain = normalise(text)
        found: list[Address] = []
        mentions = self._catalogue.mentions(plain)
        used: set[Mention] = set()
        last: tuple[int, tuple[str, ...]] = (-1, ())
        for reference in _references(plain):
            if _inside_a_name(reference, mentions):
                continue
            policies = self._policies(plain, reference, mentions, used, last)
            if policies:
                last = (reference.end, policies)
                found += (
                    Address(policy, number, reference.label, reference.item)
                    for number in reference.numbers
                    for policy in policies
                )
        for mention in mentions:
            if mention not in used:
                found += (Address(policy) for policy in mention.policies)
        return tuple(dict.fromkeys(found))

    def _policies(
        self,
        plain: str,
        reference: _Reference,
        mentions: Sequence[Mention],
        used: set[Mention],
        last: tuple[int, tuple[str, ...]],
    ) -> tuple[str, ...]:
        """The documents that a reference may mean; none when it is no reference at all."""
        if last[1] and _AND.fullmatch(plain, last[0], reference.start):
            return last[1]
        before = self._catalogue.described_before(plain, reference.start)
        if before is not None:
            policies = self._with_number(before, reference)
            if policies:
                used.update(one for one in mentions if one.overlaps(before))
                return policies
        if not reference.sure or _UNKNOWN_DOCUMENT.search(plain, 0, reference.start):
            return ()
        nearest = _nearest(mentions, reference)
        if nearest is None:
            return self._catalogue.in_places_of(plain, MAX_CANDIDATES)
        if _DOCUMENT.search(plain, nearest.end, reference.start):
            return ()  # 企业破产法的解释第三条 is not in 企业破产法
        used.add(nearest)
        return nearest.policies

    def _with_number(self, mention: Mention, reference: _Reference) -> tuple[str, ...]:
        """The documents of a mention, or their further parts, that have the article.

        A document named exactly is meant even if it has no such article.
        """
        having = self._having(mention.policies, reference)
        if mention.exact:
            return having or self._having(mention.parts, reference) or mention.policies
        return having if len(having) <= MAX_CANDIDATES else ()

    def _having(self, policies: tuple[str, ...], reference: _Reference) -> tuple[str, ...]:
        if self._has is None:
            return policies
        numbers, has = reference.numbers, self._has
        return tuple(one for one in policies if any(has(one, number) for number in numbers))


def _nearest(mentions: Sequence[Mention], reference: _Reference) -> Mention | None:
    """The last mention before the reference, else the first one after it."""
    earlier = [one for one in mentions if one.end <= reference.start]
    later = [one for one in mentions if one.start >= reference.end]
    near = earlier[-1:] or later[:1]
    return near[0] if near else None


def _inside_a_name(reference: _Reference, mentions: Sequence[Mention]) -> bool:
    """Whether the number belongs to a document's name, such as an alias 总署17条."""
    return not reference.sure and any(
        one.start <= reference.start and reference.end <= one.end for one in mentions
    )


def _references(plain: str) -> Iterator[_Reference]:
    position = 0
    while match := _REFERENCE.search(plain, position):
        item = _ITEM.match(plain, match.end())
        groups = match.groupdict()
        numbers = _numbers(next(filter(None, map(groups.get, _NUMBER_GROUPS))))
        sub = match["sub"]
        yield _Reference(
            start=match.start(),
            end=item.end() if item else match.end(),
            numbers=numbers,
            label=f"第{chinese(numbers[-1])}条之{chinese(to_int(sub))}" if sub else None,
            item=to_int(item["nth"] or item["bracket"] or item["condition"]) if item else None,
            sure=bool(match["sure"] or match["english"]),
        )
        position = item.end() if item else match.end()


def _numbers(said: str) -> tuple[int, ...]:
    """``3`` → 3, ``3、5`` → 3 and 5, ``1-3`` → 1, 2 and 3 (a long stretch: its two ends)."""
    numbers = [to_int(one) for one in re.findall(_N, said)]
    for first, last in _STRETCH.findall(said):
        low, high = to_int(first), to_int(last)
        if low < high <= low + _LONGEST_STRETCH:
            numbers += range(low, high + 1)
    return tuple(dict.fromkeys(sorted(numbers)))


def chinese(number: int) -> str:
    """``number`` (below ten thousand) as laws print it: 120 → 一百二十, 1005 → 一千零五."""
    digits = "零一二三四五六七八九"
    written, skipped = "", False
    for value, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // value % 10
        if digit:
            written += ("零" if skipped and written else "") + digits[digit] + unit
        skipped = not digit
    return written.removeprefix("一") if written.startswith("一十") else written or "零"
