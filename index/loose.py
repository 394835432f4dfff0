"""Loose names of documents: a title with words and characters left out, ending in its kind.

“公租房办法” is 广州市公共租赁住房管理办法, “海关处罚裁量基准（二）” 中华人民共和国海关行政处罚裁量基准（二）.
What may be left out is told by the titles of the collection alone; nothing here knows a document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import rjieba

from corpus import jurisdictions, letters
from corpus.model import PolicyMetadata
from index.query import default_reader
from index.titles import KIND, Core, content, cores_of, rules_in

REMEMBERED = 512
"""Texts whose loose names stay in memory: one question is read several times."""

MOST_ALIKE = 8
"""A loose name that more documents answer to than this names none of them."""

_LONGEST = 40  # so many characters before the kind are looked at
_LEAST, _PART, _PLACED, _PLENTY = 2, 0.3, 0.2, 6
"""At least so many telling characters, and this share of the title's (a smaller one where the place
is named as well) or so many, make a name."""

# Passed over between the words of a loose name: 失业保险那个条例, 养犬的条例.
_FILLER = re.compile(
    r"[的那这个份部版新旧老最该之和与及其对中里\s《》“”\"〈〉]+|关于|新[的版]|[那这]一?[个份部篇]|现行|目前|咱们?|我们|市的|省的|国家|全国|一个"
)
_PAUSE = re.compile(r"[,，。;；:：?？!！、()（）]")
# Words that stand for the kind of any document: 市内免税店的规定.
_VAGUE = re.compile(
    r"规定|文件|政策|新规|规矩|法规|规章|[那这](?:一?[个份部篇])(?!规定|文件|政策|新规|办法|条例)"
)
_WIDEST = 3  # 公租房 of 公共租赁住房: a word of three characters out of at most nine
_ABBREVIATION = 5


@dataclass(frozen=True, slots=True)
class Loose:
    """Words ``[start, end)`` that name documents loosely."""

    start: int
    end: int
    policies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    text: str


@dataclass(slots=True)
class _Reached:
    """How far a title has been read backwards, and how many telling characters were said of it."""

    core: Core
    place: int
    told: int = 0
    placed: bool = False

    @property
    def share(self) -> float:
        return self.told / max(self.core.size, 1)

    @property
    def enough(self) -> bool:
        part = _PLACED if self.placed else _PART
        return self.told >= _LEAST and (self.share >= part or self.told >= _PLENTY)


@dataclass(frozen=True, slots=True)
class _Heard:
    """The ways a word may stand in a title with what each tells, and the place that it names."""

    ways: tuple[tuple[str, int], ...]
    place: str | None


class LooseNames:
    """The loose names of a collection's documents. Safe to share between threads."""

    def __init__(
        self,
        policies: Iterable[PolicyMetadata],
        same: Callable[[str], tuple[str, ...]] | None = None,
    ) -> None:
        self._same = same or (lambda word: default_reader().names(word))
        self._by_kind: dict[str, list[Core]] = defaultdict(list)
        for policy in policies:
            for core in cores_of(policy):
                self._by_kind[core.kind].append(core)
        self._every = [core for cores in self._by_kind.values() for core in cores]
        self.found_in = lru_cache(maxsize=REMEMBERED)(self._found_in)
        self.hinted_in = lru_cache(maxsize=REMEMBERED)(self._hinted_in)

    def _found_in(self, plain: str) -> tuple[Loose, ...]:
        """The loose names in ``plain`` (normalised) that end in the kind of their documents."""
        found = []
        for match in KIND.finditer(plain):
            cores = self._by_kind.get(match["kind"], [])
            of_part = [one for one in cores if match["part"] and one.part == match["part"]]
            end = match.end() if of_part else match.end("kind")
            one = self._read(plain, match.start(), end, of_part or cores)
            found += [one] if one else []
        return _longest(found)

    def _hinted_in(self, plain: str) -> tuple[Loose, ...]:
        """What names a document only where one must be meant: 市内免税店的规定, 养犬那个."""
        found = (
            self._read(plain, match.start(), match.end(), self._every, hint=True)
            for match in _VAGUE.finditer(plain)
        )
        return _longest([one for one in found if one])

    def _read(
        self, plain: str, start: int, end: int, cores: Sequence[Core], *, hint: bool = False
    ) -> Loose | None:
        if not cores:
            return None
        reached = [_Reached(core, len(core.text)) for core in cores]
        begin = start
        for word in _words_before(plain, start):
            if _FILLER.fullmatch(word.text):
                continue
            heard = self._heard(word.text, hint=hint)
            narrower = [one for old in reached if (one := _reading(old, heard))]
            if not narrower:
                break
            reached, begin = narrower, word.start
        ids = _meant([one for one in reached if one.enough], plain)
        return Loose(begin, end, ids) if 0 < len(ids) <= MOST_ALIKE else None

    def _heard(self, word: str, *, hint: bool) -> _Heard:
        """A word as it may stand in a title; another word for it tells, to a hint, as much."""
        ruled = jurisdictions.resolve(word) or letters.place_of(word)
        ways = (word, *self._same(word))
        told = [0 if ruled else len(content(way if hint else word)) for way in ways]
        return _Heard(tuple(zip(ways, told, strict=True)), ruled)


def _reading(reached: _Reached, heard: _Heard) -> _Reached | None:
    """The title read back to where it says the word; ``None`` where it does not."""
    core, ruling = reached.core, reached.placed or heard.place == reached.core.place
    for way, told in heard.ways:
        at = _said_at(way, core.text, reached.place)
        if at is not None:
            return _Reached(core, at, reached.told + told, ruling)
    if heard.place == core.place:
        return _Reached(core, reached.place, reached.told, placed=True)
    return None


def _said_at(word: str, text: str, before: int) -> int | None:
    """Where ``text[:before]`` last says ``word``, in full or with characters left out."""
    at = text.rfind(word, 0, before)
    if at >= 0:
        return at
    if not 1 < len(word) <= _ABBREVIATION:
        return None
    last = place = text.rfind(word[-1], 0, before)
    for character in reversed(word[:-1]):
        place = text.rfind(character, 0, max(place, 0))
    return place if place >= 0 and last - place < _WIDEST * len(word) else None


def _words_before(plain: str, stop: int) -> Iterator[_Word]:
    """The words right before ``stop``, the last first, up to a pause."""
    pauses = [match.end() for match in _PAUSE.finditer(plain, max(0, stop - _LONGEST), stop)]
    begin = pauses[-1] if pauses else max(0, stop - _LONGEST)
    place = stop
    for word in reversed(rjieba.cut(plain[begin:stop])):
        place -= len(word)
        yield _Word(place, word)


def _meant(reached: Sequence[_Reached], plain: str) -> tuple[str, ...]:
    """The documents that are told best: of the places named, whole titles before parts of them.

    What is only published by a notice is the document of that title where there is one.
    """
    places = {*jurisdictions.find_in(plain), *letters.find_in(plain)}
    fitting = [one for one in reached if one.core.place in places] or [
        one for one in reached if rules_in(one.core.place, places)
    ]
    titles = {one.core.text for one in fitting if one.core.own}
    own = [one for one in fitting if one.core.own or one.core.text not in titles]
    whole = [one for one in own if one.share >= 1] or own
    return tuple(dict.fromkeys(one.core.policy_id for one in whole))


def _longest(found: Sequence[Loose]) -> tuple[Loose, ...]:
    """``found`` without those that overlap a longer one, in order."""
    kept: list[Loose] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))
