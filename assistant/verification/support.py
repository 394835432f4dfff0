"""Whether one source bears out some words of a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.verification import (
    absence,
    bounds,
    direction,
    modality,
    negation,
    numbers,
    substitution,
    transitions,
)
from assistant.verification.figures import figures
from assistant.verification.fold import fold, fold_names
from assistant.verification.occurrences import bigrams
from assistant.verification.source import Segment, Source
from assistant.verification.tiling import Tiling, tile
from assistant.verification.verdict import Fault, Objection
from corpus.jurisdictions import spans_in

# A unit's own words must stand for this share in one sentence of the source; below it, the unit
# was pieced together from several.
PRIMARY_SHARE = 0.5
# Fewer characters from the source than this say nothing that could be supported.
LEAST_CONTENT = 4

_CUT = re.compile(r"[,，。;；:：!！?？\n]+")
_LEADS_ON = re.compile(
    r"(?:的|时|后|中|下|方面|的话|情况下|企业|基础上)$|^(?:对|对于|如|如果|若|凡|在)"
)
_QUOTED = re.compile(
    r"“([^”]{1,200})”|「([^」]{1,200})」|『([^』]{1,200})』|《([^》]{1,200})》|\"([^\"]{1,200})\""
)
# Who does something, or where to turn, must stand in the article or its 责任单位.
_IN_CHARGE = re.compile(
    r"负责|责任单位|责任部门|牵头|主管(?!当局|海关)|承办|向[^,]{2,14}(?:申请|提出|报送|咨询|反馈|办理)"
    r"|由[^,]{2,14}(?:办理|受理|审批|审核|出具|实施|认定|提供)|找[^,]{2,12}|联系[^,]{2,12}"
)
_OFFICE = re.compile(r"[一-龥]{2}(?:局|委(?!托|员|派|办)|署(?!名)|厅)")
_CUSTOMS = re.compile(r"海关|关区")
_ISSUING = re.compile(r"印发|发布|制定|发文|出台|联合|下发|文件")


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks against the words, and the segments that they rest on."""

    objections: tuple[Objection, ...]
    segments: tuple[Segment, ...]


def support(words: str, source: Source, before: str = "") -> Support:
    """Compares ``words`` (a sentence, or the part of it said of one place) with ``source``.

    ``before`` is what the sentence said earlier; an elliptic part takes its subject from there.
    """
    text = fold_names(fold(words))
    claims = absence.absences(text)
    untrue = [claim for claim in claims if not absence.absent(claim, source)]
    text = absence.without_absences(text)
    units = _units(text)
    tilings = [_tiling(unit, source) for unit in units]
    found = [
        *(Objection(Fault.FIGURE, claim.group()) for claim in untrue),
        *_quotes(words, source),
        *numbers.objections(text, source, fold_names(fold(before))),
        *_polarity(text, source),
        *_foreign_places(text, source),
        *_organisations(text, source),
        *_wording(tilings),
        *([] if claims else _substance(tilings, source, elliptic=len(before) >= LEAST_CONTENT)),
    ]
    segments: list[Segment] = []
    for tiling in tilings:
        best = _segments(tiling, source)
        segments += best
        found += _mixture(tiling, best, text, source)
        found += _mixed_figures(tiling.text, source)
    ordered = sorted(set(segments), key=lambda segment: segment.start)
    return Support(tuple(found), tuple(ordered or source.segments[:1]))


def _units(text: str) -> list[str]:
    """The clauses of the folded text; a clause that only leads on stays with the next."""
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


def _tiling(unit: str, source: Source) -> Tiling:
    found = figures(unit)
    answered = [
        *((figure.start, figure.end) for figure in found),
        *bounds.spans(unit),
        *bounds.suffix_spans(unit, found),
        *transitions.spans(unit),
        *modality.spans(unit),
        *absence.denials(unit),
        *(
            (start, end)
            for start, end, name in spans_in(unit)
            if name.startswith(unit[start:end]) and not _CUSTOMS.match(unit, end)
        ),
        *((one.at.start, one.at.end) for one in negation.negations(unit)),
    ]
    return tile(unit, _pools(unit, source), answered)


def _pools(unit: str, source: Source) -> tuple[str, ...]:
    """The texts whose words the unit may use."""
    if _IN_CHARGE.search(unit):
        return source.own
    return source.words + source.issuers if _ISSUING.search(unit) else source.words


def _quotes(words: str, source: Source) -> Iterator[Objection]:
    for match in _QUOTED.finditer(words):
        quoted = fold(next(filter(None, match.groups()), ""))
        if quoted and quoted not in source.plain:
            yield Objection(Fault.QUOTE, match.group())


def _polarity(text: str, source: Source) -> Iterator[Objection]:
    own = source.text
    yield from (Objection(Fault.NEGATION, words) for words in negation.faults(text, own))
    yield from (Objection(Fault.MODALITY, words) for words in modality.faults(text, own))
    yield from (Objection(Fault.OVERSTATED, words) for words in modality.lost_hedges(text, own))
    yield from (Objection(Fault.DIRECTION, words) for words in direction.faults(text, own))
    turned = substitution.faults(text, source.segments)
    yield from (Objection(Fault.DIRECTION, words) for words in turned)


def _wording(tilings: list[Tiling]) -> Iterator[Objection]:
    for tiling in tilings:
        if tiling.leftover:
            yield Objection(Fault.UNSUPPORTED_WORDS, "、".join(tiling.leftover))


def _substance(tilings: list[Tiling], source: Source, *, elliptic: bool) -> Iterator[Objection]:
    """Whether the words say anything of the article, and not only of its document."""
    own = frozenset(b for words in source.own for b in bigrams(words))
    said = frozenset(b for tiling in tilings for b in _content(tiling))
    least = 1 if elliptic else LEAST_CONTENT - 1
    framed = frozenset(b for words in source.frame + source.issuers for b in bigrams(words))
    counted = (figure for tiling in tilings for figure in figures(tiling.text))
    if _quoted_whole(tilings, source) or any(numbers.counts_items(f, source) for f in counted):
        return
    if len(said & own) < least or len(said & own) * 2 < len(said - framed):
        yield Objection(Fault.NOTHING_SAID)


def _quoted_whole(tilings: list[Tiling], source: Source) -> bool:
    """Whether all the words are a stretch of the article."""
    whole = ",".join(tiling.text for tiling in tilings)
    return len(whole) >= LEAST_CONTENT + 2 and whole in source.text


def _organisations(text: str, source: Source) -> Iterator[Objection]:
    """Offices whose last words the source does not hold together (市商务局 beside 市商务委)."""
    pools = source.words + source.issuers
    for match in _OFFICE.finditer(text):
        if not any(match.group() in pool for pool in pools):
            yield Objection(Fault.ORGANISATION, match.group())


def _segments(tiling: Tiling, source: Source) -> list[Segment]:
    """The segments that bear the unit: the best one first, then what adds to it."""
    missing = _content(tiling)
    chosen: list[Segment] = []
    while missing:
        gain, best = max(
            ((len(missing & bigrams(s.text)), s) for s in source.segments),
            key=lambda pair: (pair[0], -pair[1].start),
            default=(0, None),
        )
        if best is None or gain < (1 if not chosen else 3):
            break
        chosen.append(best)
        missing = missing - bigrams(best.text)
    return chosen


def _mixture(
    tiling: Tiling, chosen: list[Segment], whole: str, source: Source
) -> Iterator[Objection]:
    content = _content(tiling)
    if not chosen or len(content) < LEAST_CONTENT:
        return
    framed = frozenset(
        b for words in (source.units, *source.frame, *source.issuers) for b in bigrams(words)
    )
    if len(content & framed) < PRIMARY_SHARE * len(content) and len(
        content & bigrams(chosen[0].text)
    ) < PRIMARY_SHARE * len(content):
        yield Objection(Fault.MIXED, tiling.text)
    if modality.drops_hedge(tiling.text, whole, chosen[0].text):
        yield Objection(Fault.OVERSTATED, tiling.text)


def _mixed_figures(unit: str, source: Source) -> Iterator[Objection]:
    """Figures of one clause with its condition must stand in one sentence of the source."""
    keys = {figure.key for figure in figures(unit) if not figure.is_label}
    known = [{measure.figure.key for measure in segment.measures} for segment in source.segments]
    keys &= set[tuple[str, str]]().union(*known)
    if len(keys) > 1 and not any(keys <= held for held in known):
        yield Objection(Fault.MIXED, unit)


def _foreign_places(text: str, source: Source) -> Iterator[Objection]:
    """A place other than the source's own may be named as often as the source names it."""
    told = Counter(name for _, _, name in spans_in(source.text))
    own = source.evidence.policy.jurisdiction
    for name, times in Counter(name for _, _, name in spans_in(text)).items():
        if name != own and 0 < told[name] < times:
            yield Objection(Fault.WRONG_PLACE, name)


def _content(tiling: Tiling) -> frozenset[str]:
    """The bigrams of the words that come from the source, and of the figures."""
    text = tiling.text
    counted = tuple(text[figure.start : figure.end] for figure in figures(text))
    return frozenset(b for words in tiling.borrowed + counted for b in bigrams(words))
