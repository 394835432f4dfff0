"""Which document some words name, told by the metadata of a collection alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import jurisdictions
from corpus.model import PolicyMetadata
from corpus.parsing.numerals import to_int
from index.cutting import DOC_NUMBER, POINTING, Word, tight, without_spaces, words_of
from index.loose import LooseNames
from index.text import normalise
from index.titles import rules_in

_SHORTEST_NAME = 3
# A name up to this length counts only where the cutter ends a word: 海关法 is not in 海关法规.
_SHORT_NAME = 4
# Words that stand between a document's name and the number of its article and tell nothing.
_FILLER = re.compile(r"[的里中份个文该之]|文件|\s+")
# What may stand between a document's name and the number: 132号文里面，第六条.
_TAIL = re.compile(r"(?:[里中的之 ,:，：、]|里面|里头|当中)*\Z")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年|版)")
_OLDER = re.compile(
    r"[旧老]版|(?:修[订改正]|修)之?前的?|以前的?(?:那[个版]|版)|原来的?(?:那[个版]|版)|上一版"
)
_STATE_NAME = "中华人民共和国"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words ``[start, end)`` that name documents.

    ``exact`` when they are a document's title, alias or number, not only words out of it;
    ``parts`` are then the documents whose title begins with that title, as the books of a code.
    """

    start: int
    end: int
    policies: tuple[str, ...]
    exact: bool = True
    parts: tuple[str, ...] = ()

    def overlaps(self, other: Mention) -> bool:
        """Whether the two share words."""
        return self.end > other.start and self.start < other.end


@dataclass(frozen=True, slots=True)
class _Entry:
    """One policy as it may be told: its full names, and every word that belongs to it."""

    id: str
    names: frozenset[str]
    identity: str
    year: str
    serial: int | None
    age: tuple[str, str]
    title: str
    place: str


def _tells(word: Word, entry: _Entry) -> bool:
    """Whether the word belongs to the policy."""
    if word.number is None:
        return word.text in entry.identity
    year, serial, kind = word.number.group("year", "serial", "kind")
    if kind in ("公告", "令") and kind not in entry.identity:
        return False
    return entry.serial == to_int(serial) and year in (None, entry.year)


class Catalogue:
    """The names of a collection's policies."""

    def __init__(self, policies: Sequence[PolicyMetadata]) -> None:
        self._policies = tuple(policies)
        self._loose = LooseNames(policies)
        self._entries = tuple(_entry(policy) for policy in policies)
        self._by_id = {entry.id: entry for entry in self._entries}
        self._names: dict[str, list[_Entry]] = {}
        for entry in self._entries:
            for name in entry.names:
                if len(name) >= _SHORTEST_NAME:
                    self._names.setdefault(name, []).append(entry)
        # Hardly any word begins a name: most places of a question need no further look.
        self._longest: dict[str, int] = {}
        for name in sorted(self._names, key=len):
            self._longest[name[:_SHORTEST_NAME]] = len(name)

    def mentions(self, plain: str) -> tuple[Mention, ...]:
        """The documents that ``plain`` (normalised) names: by title, alias or number, or loosely.

        Of names that overlap the longest counts, a full one before a loose one.
        """
        found = [*self._by_name(plain), *self._by_number(plain), *self._loosely(plain)]
        found.sort(key=lambda one: (one.start - one.end, one.start))
        kept: list[Mention] = []
        for mention in found:
            if all(mention.end <= one.start or mention.start >= one.end for one in kept):
                kept.append(mention)
        return tuple(sorted(kept, key=lambda mention: mention.start))

    def said_in(self, plain: str) -> tuple[str, ...]:
        """The words of ``plain`` that name documents, those included that only hint at one."""
        loose = (*self._loose.found_in(plain), *self._loose.hinted_in(plain))
        spans = [(one.start, one.end) for one in self.mentions(plain)]
        spans += [(one.start, one.end) for one in loose]
        return tuple(dict.fromkeys(plain[start:end] for start, end in spans))

    def described_before(self, plain: str, end: int) -> Mention | None:
        """The documents that the words right before ``end`` describe, read backwards.

        Words are taken as long as some document has them all; fillers are passed over.
        """
        loose = self._loosely_before(plain, end)
        strict = self._told_before(plain, end)
        if loose and (strict is None or loose.start < strict.start):
            return loose
        return strict

    def _told_before(self, plain: str, end: int) -> Mention | None:
        kept: list[Word] = []
        matching: Sequence[_Entry] = self._entries
        for word in reversed(words_of(_TAIL.sub("", plain[:end]))):
            if word.number is None and _FILLER.fullmatch(word.text):
                continue
            narrower = [entry for entry in matching if _tells(word, entry)]
            if not narrower:
                other = jurisdictions.find_in(word.text)
                if not any(rules_in(entry.place, other) for entry in matching):
                    return None  # 深圳养犬条例 is not 宁波's
                break
            kept.append(word)
            matching = narrower
        if not kept:
            return None
        said = "".join(word.text for word in reversed(kept))
        start = kept[-1].start
        exact = [entry for entry in matching if said in entry.names]
        if exact:
            titles = tuple(entry.title for entry in exact)
            parts = [entry for entry in self._entries if entry.title.startswith(titles)]
            return Mention(start, end, _ids(_of_version(exact, plain)), parts=_ids(parts))
        titled = [entry for entry in matching if all(word.text in entry.title for word in kept)]
        numbered = any(word.number is not None for word in kept)
        return Mention(start, end, _ids(titled or matching), exact=numbered)

    def names_of(self, policies: Sequence[str]) -> str:
        """Every word that belongs to one of ``policies`` by its metadata."""
        return "\n".join(entry.identity for entry in self._entries if entry.id in policies)

    @staticmethod
    def tells_place(said: str) -> bool:
        """Whether ``said`` names whose document is meant: a place, or the national authority."""
        return "总署" in said or bool(jurisdictions.find_in(said))

    def in_places_of(self, plain: str, limit: int) -> tuple[str, ...]:
        """The policies of the places that ``plain`` names, all policies when it names none.

        Empty when they are more than ``limit``.
        """
        places = set(jurisdictions.find_in(plain))
        ids = tuple(p.id for p in self._policies if not places or p.jurisdiction in places)
        return ids if len(ids) <= limit else ()

    def _by_name(self, plain: str) -> Iterator[Mention]:
        tight, origin = without_spaces(plain)
        beginning = {
            start: longest
            for start in range(len(tight) - _SHORTEST_NAME + 1)
            if (longest := self._longest.get(tight[start : start + _SHORTEST_NAME], 0))
        }
        if not beginning:
            return  # most questions name nothing, and cutting them into words costs more than this
        borders = {word.start for word in words_of(tight)} | {len(tight)}
        for start, longest in beginning.items():
            if start not in borders:
                continue
            for end in range(start + _SHORTEST_NAME, min(start + longest, len(tight)) + 1):
                entries = self._names.get(tight[start:end])
                whole = end in borders or end - start > _SHORT_NAME
                if entries and whole:
                    ids = _ids(_of_version(entries, plain))
                    yield Mention(origin[start], origin[end - 1] + 1, ids)

    def _loosely(self, plain: str) -> Iterator[Mention]:
        """Loose names of one document; “AEO措施” of several places names none of theirs."""
        for one in self._loose.found_in(plain):
            ids = self._version(one.policies, plain)
            if len(ids) == 1:
                yield Mention(one.start, one.end, ids)

    def _loosely_before(self, plain: str, end: int) -> Mention | None:
        """The loose name that ends right before ``end``, where only fillers stand between."""
        near = [one for one in self._loose.found_in(plain) if one.end <= end][-1:]
        for one in near:
            if not _FILLER.sub("", POINTING.sub("", plain[one.end : end])).strip(" ,:，：、"):
                ids = self._version(one.policies, plain)
                return Mention(one.start, end, ids, exact=len(ids) == 1)
        return None

    def _version(self, policies: Sequence[str], plain: str) -> tuple[str, ...]:
        return _ids(_of_version([self._by_id[one] for one in policies], plain))

    def _by_number(self, plain: str) -> Iterator[Mention]:
        for match in DOC_NUMBER.finditer(plain):
            described = self.described_before(plain, match.end())
            plainly = match["year"] or match["kind"]
            if described is not None and (plainly or described.start < match.start()):
                yield described


def _entry(policy: PolicyMetadata) -> _Entry:
    title = tight(policy.title)
    number = tight(policy.doc_number or "")
    aliases = [tight(alias) for alias in policy.aliases]
    told = DOC_NUMBER.search(normalise(policy.doc_number or ""))
    issued = policy.issued_on or policy.effective_on
    years = f"{issued.year}年" if issued else ""
    identity = (title, number, *aliases, *map(tight, policy.issuers), policy.jurisdiction, years)
    return _Entry(
        id=policy.id,
        names=frozenset(
            {title, title.removeprefix(_STATE_NAME), number, tight(policy.id), *aliases} - {""}
        ),
        identity="\n".join((*identity, tight(policy.id))),
        year=(told["year"] or "") if told else "",
        serial=to_int(told["serial"]) if told else None,
        age=(str(policy.effective_on or policy.issued_on or ""), policy.id),
        title=title,
        place=policy.jurisdiction,
    )


def _of_version(entries: Sequence[_Entry], plain: str) -> Sequence[_Entry]:
    """Of several versions of a document those of the year that ``plain`` names, or the older ones."""
    if len({entry.title for entry in entries}) == len(entries):
        return entries
    dated = [one for one in entries if any(year in one.identity for year in _YEAR.findall(plain))]
    if dated:
        return dated
    if _OLDER.search(plain):
        newest = {one.id for one in entries} & set(_ids(entries))
        return [one for one in entries if one.id not in newest] or entries
    return entries


def _ids(entries: Sequence[_Entry]) -> tuple[str, ...]:
    """The ids, newest first; of several versions of one title only the newest."""
    newest: dict[str, _Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.age, reverse=True):
        newest.setdefault(entry.title, entry)
    return tuple(entry.id for entry in newest.values())
