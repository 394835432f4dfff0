"""Which documents a question sets side by side: “口岸2023那份和2024年AEO那份有什么不同”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.understanding.comparisons.places import has_content, unframed
from assistant.understanding.documents.described import (
    OFFICE,
    described,
    full_years,
    is_of_year,
    led_by,
    of_office,
    sole_issuer,
)
from assistant.understanding.documents.facts_asked import DOCUMENT_WORD
from assistant.understanding.documents.kinds import ANY
from assistant.understanding.model import Contender
from assistant.understanding.scope import nationwide_in, places_in, surface_places, without_places
from corpus.model import NATIONWIDE, PolicyMetadata
from index.addressing import Address

# What stands between the two sides of a comparison, or ends one.
_BORDER = re.compile(
    r"[，,。；;：:？?！!、]|(?<!总)和|与|跟|同(?!比)|比(?!例|率|较|重)|还是|相对于?|对比|到(?=20\d\d年)"
)
_YEAR = re.compile(r"20\d\d")
# A name is followed by what is asked of the document: “上海海关方案讲的范围”, “总署的试点”.
_NAME = re.compile(rf"{ANY}|那份|(?<=[署关市部委会局年号件案岸])那个|号文?|20\d\d年?|海关|总署")
_ONE = re.compile("(?:的?那[条项个]|这[条项个]|的)+$")
# More documents than these are not one side of a comparison; those of a whole place may be more.
MOST_A_SIDE = 3
MOST_OF_A_PLACE = 16
# What joined two names that are gone.
_DANGLING = re.compile(r"(?<!总)(?:和|与|跟)+(?:的|$|(?=[，,。？?]))|^(?:和|与|跟)+")
Addresser = Callable[[str], Sequence[Address]]


@dataclass(frozen=True, slots=True)
class Versus:
    """The ``sides``, documents each, and the question ``without`` the words that name them."""

    sides: tuple[Contender, ...]
    without: str

    @property
    def policies(self) -> tuple[str, ...]:
        """The documents of all sides."""
        return tuple(one for side in self.sides for one in side.policies)


def versus(
    text: str,
    catalogue: Sequence[PolicyMetadata],
    addresser: Addresser,
    *,
    compares: bool = True,
) -> Versus:
    """The documents that different phrases of ``text`` name; none for fewer than two sides.

    A side is one document, or the few that a phrase fits alike when all are of one place:
    “23年的和24年的” are the documents of those years. Where nothing else ``compares``, they must be
    of years, or single documents named together: “海关方案和商委那份”.
    """
    plain = full_years(text, catalogue)
    places = {place.removesuffix("海关") for place in surface_places(plain)}
    shared = next(iter(places)) if len(places) == 1 else ""
    named = {
        phrase: ids
        for phrase in _BORDER.split(plain)
        if (ids := _named(phrase, shared, catalogue, addresser))
    }
    named |= _whole_places(plain, named, catalogue)
    place_of = {policy.id: policy.jurisdiction for policy in catalogue}
    sides = _apart(named, place_of)
    ruling = {place_of[one] for ids in sides.values() for one in ids}
    meant = set(places_in(plain)) | ({NATIONWIDE} if nationwide_in(plain) else set())
    if len(sides) < 2 or (len(meant) > 1 and not meant <= ruling):
        return Versus((), text)
    if not compares and not _together(plain, sides):
        return Versus((), text)
    rest = shared = plain
    for phrase in sides:
        rest = rest.replace(phrase, _after_the_name(phrase), 1)
        shared = shared.replace(phrase, " ", 1)
    rest = _DANGLING.sub(" ", rest)
    contenders = tuple(
        Contender(policies=tuple(sorted(ids)), asked=_ways(phrase, rest, shared))
        for phrase, ids in sides.items()
    )
    return Versus(contenders, rest)


def _together(text: str, sides: Mapping[str, set[str]]) -> bool:
    """Whether the ``sides`` are those of years, or single documents whose names are joined."""
    names = "(?:和|与|跟|、|以及)".join(map(re.escape, sides))
    if all(map(_YEAR.search, sides)):
        return True
    return all(len(ids) == 1 for ids in sides.values()) and bool(re.search(names, text))


def _ways(phrase: str, rest: str, shared: str) -> tuple[str, ...]:
    """How the question may be meant of the documents that ``phrase`` names."""
    own = _after_the_name(phrase)
    if not has_content(own):
        return (unframed(rest),)
    return tuple(dict.fromkeys((unframed(rest), unframed(f"{shared} {own}"))))


def _apart(named: dict[str, set[str]], place_of: dict[str, str]) -> dict[str, set[str]]:
    """The documents of each phrase that no phrase names more surely, none in two sides."""
    sure = {next(iter(ids)) for ids in named.values() if len(ids) == 1}
    near = {place_of[one] for one in sure} or _common(named.values(), place_of)
    settled: dict[str, set[str]] = {}
    taken: set[str] = set()
    for phrase, ids in sorted(named.items(), key=lambda item: len(item[1])):
        # A document told vaguely is one of the same place as the others, and not one of them.
        fitting = ids if len(ids) == 1 else {one for one in ids if place_of[one] in near} or ids
        left = fitting - taken
        whole = ids == _all_of(ids, place_of) and len(ids) <= MOST_OF_A_PLACE
        if left and (len(left) <= MOST_A_SIDE or whole):
            settled[phrase] = left
            taken |= left
    vague = [ids for ids in settled.values() if len(ids) > 1 and ids != _all_of(ids, place_of)]
    if vague and len({place_of[one] for one in taken}) > 1:
        settled = {phrase: ids for phrase, ids in settled.items() if len(ids) == 1}
    return {phrase: settled[phrase] for phrase in named if phrase in settled}


def _all_of(ids: set[str], place_of: dict[str, str]) -> set[str]:
    """All documents of the place of ``ids``; nothing where they are of several places."""
    places = {place_of[one] for one in ids}
    return {one for one, place in place_of.items() if places == {place}}


def _whole_places(
    text: str, named: dict[str, set[str]], catalogue: Sequence[PolicyMetadata]
) -> dict[str, set[str]]:
    """The documents of the place that a phrase names beside a document: “36号文和上海那条”."""
    if len(named) != 1 or any(len(ids) != 1 for ids in named.values()):
        return {}
    (sure,) = named.values()
    found: dict[str, set[str]] = {}
    for phrase in _BORDER.split(text):
        ids = _ruling_in(phrase, catalogue)
        if phrase not in named and 0 < len(ids) <= MOST_OF_A_PLACE and not ids & sure:
            found[phrase] = ids
    return found


def _ruling_in(text: str, catalogue: Iterable[PolicyMetadata]) -> set[str]:
    """All documents of the one place that ``text`` names; nothing where it names none or several."""
    places = set(places_in(text)) | ({NATIONWIDE} if nationwide_in(text) else set())
    return {policy.id for policy in catalogue if {policy.jurisdiction} == places}


def _common(groups: Iterable[set[str]], place_of: dict[str, str]) -> set[str]:
    """The places that every group has a document of."""
    places = [{place_of[one] for one in ids} for ids in groups]
    return set.intersection(*places) if places else set()


def _named(
    phrase: str, shared: str, catalogue: Sequence[PolicyMetadata], addresser: Addresser
) -> set[str]:
    """The documents that ``phrase`` may name; the ``shared`` place holds where it has none."""
    found = {address.policy_id for address in addresser(phrase)}
    if found:
        return found
    placed = phrase if surface_places(phrase) else f"{shared}{phrase}"
    year = _YEAR.search(phrase)
    if year and not DOCUMENT_WORD.search(phrase):
        return sole_issuer(phrase, catalogue) or _of_year(int(year[0]), placed, catalogue)
    told = set(described(placed, catalogue))
    if told and told == _ruling_in(placed, catalogue):
        told = set()  # the place is named, no document of it
    if len(told) != 1:
        told = led_by(phrase, catalogue) or told
    return told or sole_issuer(phrase, catalogue) or of_office(placed, catalogue)


def _of_year(year: int, text: str, catalogue: Iterable[PolicyMetadata]) -> set[str]:
    """The documents of that year, of the places that ``text`` names if it names any."""
    places = set(places_in(text)) | ({NATIONWIDE} if nationwide_in(text) else set())
    return {
        policy.id
        for policy in catalogue
        if (not places or policy.jurisdiction in places) and is_of_year(policy, year)
    }


def _after_the_name(phrase: str) -> str:
    """What ``phrase`` says after the document's name; a year alone is all of a name."""
    if _YEAR.search(phrase) and not DOCUMENT_WORD.search(phrase):
        return without_places(re.sub(r"20\d\d年?的?(?:那个)?", "", phrase))
    if OFFICE.search(phrase) and not DOCUMENT_WORD.search(phrase):
        return _ONE.sub("", without_places(OFFICE.sub("", phrase)))
    ends = [match.end() for match in _NAME.finditer(phrase)]
    return phrase[ends[-1] :] if ends else _ONE.sub("", without_places(phrase))
