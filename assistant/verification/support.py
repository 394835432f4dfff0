"""Whether one source bears out some words of a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.verification import (
    agents,
    direction,
    limits,
    modality,
    negation,
    numbers,
    shifts,
    substitution,
)
from assistant.verification.fold import fold, fold_names
from assistant.verification.grounds import crossed, misapplied, mixed, mixed_figures, segments
from assistant.verification.source import Segment, Source
from assistant.verification.verdict import Fault, Objection
from assistant.verification.wording import (
    LEAST_CONTENT,
    hollow,
    laid,
    misplaced,
    misquoted,
    pieced_offices,
    unsupported,
)
from corpus.jurisdictions import spans_in

_CUT = re.compile(r"[,，。;；:：!！?？\n]+")
_STOP = re.compile(r"[;；。\n]+")
_LEAD = 30
# 除甲外，还有乙 says both; 除甲外，可以乙 does not.
_EVEN_BESIDES = re.compile(
    r"除了?([^,，。;；]{2,24}?)(?:之|以)?外[,，]?([^,，。;；]{0,24}?(?:还|也|都|均|另))"
)
_LEADS_ON = re.compile(
    r"(?:的|时|后|中|下|方面|的话|情况下|企业|基础上)$|^(?:对|对于|如|如果|若|凡|在)"
)


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks against the words, and the segments that they rest on."""

    objections: tuple[Objection, ...]
    segments: tuple[Segment, ...]


def support(words: str, source: Source, before: str = "", question: str = "") -> Support:
    """Compares ``words`` (a sentence, or the part of it said of one place) with ``source``.

    ``before`` is what the sentence said earlier; an elliptic part takes its subject from there.
    """
    text = _EVEN_BESIDES.sub(r"\1,\2", fold_names(fold(words)))
    tilings = [laid(unit, source) for unit in _units(text)]
    found = [
        *misquoted(words, source),
        *numbers.objections(text, source, fold_names(fold(before))),
        *_polarity(text, source),
        *_foreign_places(text, source),
        *pieced_offices(text, source),
        *(Objection(Fault.ORGANISATION, one) for one in agents.misdone(text, source)),
        *misplaced(text, source),
        *misapplied(text, source),
        *(one for part in _STOP.split(text) for one in crossed(part, source)),
        *unsupported(tilings),
        *(
            []
            if _leads_to_list(words)
            else hollow(tilings, source, elliptic=len(before) >= LEAST_CONTENT or bool(question))
        ),
    ]
    chosen: set[Segment] = set()
    for tiling in tilings:
        best = segments(tiling, source)
        chosen.update(best)
        found += [*mixed(tiling, best, text, source), *mixed_figures(tiling.text, source)]
    drawn = tuple(segment for segment in source.segments if segment in chosen)
    if not _leads_to_list(words):
        lost = limits.lost(text, drawn, fold_names(fold(before)), fold_names(fold(question)))
        found += [Objection(Fault.OVERSTATED, words) for words in lost]
        lost = substitution.omitted(
            text, f"{text}\n{fold(before)}\n{fold(question)}", source.segments
        )
        found += [Objection(Fault.OVERSTATED, words) for words in lost]
    found += [Objection(Fault.MIXED, words) for words in shifts.afterwards(text, source.text)]
    ordered = sorted(chosen, key=lambda segment: segment.start)
    return Support(tuple(found), tuple(ordered or source.segments[:1]))


def _leads_to_list(words: str) -> bool:
    """Whether the words only announce the items that follow; these are verified one by one."""
    return len(words) <= _LEAD and words.rstrip().endswith((":", "："))


def _units(text: str) -> list[str]:
    """The clauses of the folded text; a clause that only leads on stays with the next."""
    return [unit for part in _STOP.split(text) for unit in _units_of(part)]


def _units_of(text: str) -> list[str]:
    units: list[str] = []
    carried = ""
    for clause in filter(None, _CUT.split(text)):
        carried = f"{carried},{clause}" if carried else clause
        if not (_LEADS_ON.search(clause) or len(clause) < 5):
            units.append(carried)
            carried = ""
    if carried and units:
        units[-1] = f"{units[-1]},{carried}"
    elif carried:
        units.append(carried)
    return units


def _polarity(text: str, source: Source) -> Iterator[Objection]:
    own = source.text
    yield from (Objection(Fault.NEGATION, words) for words in negation.faults(text, own))
    yield from (Objection(Fault.MODALITY, words) for words in modality.faults(text, own))
    yield from (Objection(Fault.OVERSTATED, words) for words in modality.lost_hedges(text, own))
    yield from (Objection(Fault.DIRECTION, words) for words in direction.faults(text, own))
    shifted = shifts.faults(text, own)
    yield from (Objection(Fault.WRONG_SUBJECT, words) for words in shifted)
    turned = substitution.faults(text, source.segments)
    yield from (Objection(Fault.DIRECTION, words) for words in turned)


def _foreign_places(text: str, source: Source) -> Iterator[Objection]:
    """A place other than the source's own may be named as often as the source names it."""
    told = Counter(name for _, _, name in spans_in(source.text))
    own = source.evidence.policy.jurisdiction
    for name, times in Counter(name for _, _, name in spans_in(text)).items():
        if name != own and 0 < told[name] < times:
            yield Objection(Fault.WRONG_PLACE, name)
