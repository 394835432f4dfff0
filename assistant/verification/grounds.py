"""Which sentences of a source a clause rests on, and whether it was pieced together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.verification import modality
from assistant.verification.figures import figures
from assistant.verification.occurrences import bigrams
from assistant.verification.source import Segment, Source
from assistant.verification.tiling import Tiling
from assistant.verification.verdict import Fault, Objection
from assistant.verification.wording import LEAST_CONTENT, content

# A unit's own words must stand for this share in one sentence of the source; below it, the unit
# was pieced together from several.
PRIMARY_SHARE = 0.5
# Sentences of the source that share this much of the most shared words count as equally near.
AS_NEAR = 0.7
# A clause that leads on must have so many words, of which so many stand in one sentence.
_PROCEDURE = re.compile(r"经(?!认证)[^,。;；、]{6,30}")
_WELL_SAID = 0.8
_MEMBERS = re.compile(r"、|和|以及")
# How a rule begins that has its like beside it.
_RULE = re.compile(r"对|聘雇|引进|申请")
_FILLER = re.compile(r"符合[^,。;]{0,6}条件的?")
_SUBJECT, _FEWEST, _LITTLE = 14, 3, 0.4
_LEAD, _TOLD, _SAID = 6, 3, 0.7


def segments(tiling: Tiling, source: Source) -> list[Segment]:
    """The segments that bear the unit: the best one first, then what adds to it."""
    missing = content(tiling)
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


def mixed(tiling: Tiling, chosen: list[Segment], whole: str, source: Source) -> Iterator[Objection]:
    """A clause whose words stand in no one sentence; one that drops what holds a measure back."""
    words = content(tiling)
    if not chosen or len(words) < LEAST_CONTENT:
        return
    share = PRIMARY_SHARE * len(words)
    framed = frozenset(b for text in source.frames for b in bigrams(text))
    if (
        len(words & framed) < share
        and len(words & bigrams(chosen[0].text)) < share
        and not _listed(tiling.text, source)
    ):
        yield Objection(Fault.MIXED, tiling.text)
    if _led_astray(tiling.text, source):
        yield Objection(Fault.MIXED, tiling.text)
    if _names_units(tiling.text, chosen[0], source):
        return
    if modality.drops_hedge(tiling.text, whole, chosen[0].text) or modality.leads_hedged(
        whole, whole, chosen[0].text
    ):
        yield Objection(Fault.OVERSTATED, tiling.text)


def _names_units(unit: str, near: Segment, source: Source) -> bool:
    """Whether the unit is drawn from the responsible units: who does a thing is held back by nothing."""
    said = bigrams(unit)
    return len(said & bigrams(source.units)) > len(said & bigrams(near.text))


def _listed(unit: str, source: Source) -> bool:
    """Whether the unit lists (包括甲、乙和丙) what sentences of the source say one by one."""
    _, mark, rest = unit.partition("包括")
    members = [one for one in _MEMBERS.split(rest.removesuffix("等")) if len(one) > 3]
    known = frozenset(b for segment in source.segments for b in bigrams(segment.text))
    return (
        bool(mark)
        and len(members) > 2
        and all(
            any(len(held & bigrams(s.text)) >= _SAID * len(held) for s in source.segments)
            for held in (bigrams(one) & known for one in members)
        )
    )


def misapplied(text: str, source: Source) -> Iterator[Objection]:
    """A procedure (经甲出具推荐函) joined to a figure of which its sentence says nothing."""
    for part in text.split(";"):
        keys = {figure.key for figure in figures(part) if not figure.is_label} - source.framed
        for match in _PROCEDURE.finditer(part):
            words = bigrams(match.group())
            held = [
                {measure.figure.key for measure in s.measures}
                for s in source.segments
                if len(words & bigrams(s.text)) >= _WELL_SAID * len(words)
            ]
            if held and keys and not any(keys <= known for known in held):
                yield Objection(Fault.MIXED, match.group())


def crossed(text: str, source: Source) -> Iterator[Objection]:
    """The subject of one rule with what the source rules of another subject in the same way.

    对甲，…；对乙，…: two rules that begin alike stand apart; neither lends the other its words.
    """
    said, opens = bigrams(text), bigrams(text.partition(",")[0])
    rules = [(s, *_halves(s.text)) for s in source.segments if _RULE.match(s.text)]
    for one, lead, body in rules:
        for other, its_lead, its_body in rules:
            if one is other or _RULE.match(one.text)[0] != _RULE.match(other.text)[0]:  # type: ignore[index]
                continue
            mine, theirs = bigrams(one.text), bigrams(other.text)
            if (
                _share(opens, lead - theirs) >= _SAID
                and _share(opens, its_lead - mine) < PRIMARY_SHARE
                and _share(said, its_body - mine) >= PRIMARY_SHARE
                and _share(said, body - theirs) < _LITTLE
            ):
                yield Objection(Fault.MIXED, text)
                return


def _halves(rule: str) -> tuple[frozenset[str], frozenset[str]]:
    """The pairs of a rule's subject, and of what is ruled."""
    subject = rule.partition(",")[0]
    subject = subject if len(subject) <= _SUBJECT else rule[:_SUBJECT]
    return bigrams(subject), bigrams(_FILLER.sub("", rule[len(subject) :]))


def _share(said: frozenset[str], words: frozenset[str]) -> float:
    return len(said & words) / len(words) if len(words) >= _FEWEST else 0.0


def _led_astray(unit: str, source: Source) -> bool:
    """Whether what follows 甲的, is nowhere said in a sentence of the source that speaks of 甲."""
    lead, mark, rest = unit.partition("的,")
    known = frozenset(b for segment in source.segments for b in bigrams(segment.text))
    led, told = bigrams(lead) & known, bigrams(rest) & known
    if not mark or len(led) < _LEAD or len(told) < _TOLD:
        return False
    held = [bigrams(s.text) for s in source.segments]
    of_lead = [pairs for pairs in held if len(led & pairs) >= _SAID * len(led)]
    return bool(of_lead) and all(len(told & pairs) < PRIMARY_SHARE * len(told) for pairs in of_lead)


def mixed_figures(unit: str, source: Source) -> Iterator[Objection]:
    """Figures of a clause with its condition must stand in the sentence that it comes nearest to."""
    keys = {figure.key for figure in figures(unit) if not figure.is_label}
    held = {s: {measure.figure.key for measure in s.measures} for s in source.segments}
    keys &= set[tuple[str, str]]().union(*held.values())
    words = bigrams(unit)
    scores = {segment: len(words & bigrams(segment.text)) for segment in source.segments}
    near = max(scores.values(), default=0) * AS_NEAR
    if keys and not any(keys <= held[s] for s, score in scores.items() if score >= near):
        yield Objection(Fault.MIXED, unit)
