"""Whether a figure is said of the thing that the source says it of.

Around a figure of the sentence stand the words that name its subject. They are looked for around
every figure of the source, nearer words counting more; when they fit another figure better than
the one that was written, the figure was glued to the wrong subject (A类2年、B类5年).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.verification import bounds
from assistant.verification.figures import Figure, figures
from assistant.verification.occurrences import bigrams
from assistant.verification.source import Measure, Segment, Source
from corpus.jurisdictions import spans_in

_MEMBER = re.compile(r"[,，。;；:：、\n]|和|与|或(?!者)|或者|及(?!其)|而(?!且)")
_CLAUSE = re.compile(r"[,，。;；:：\n]")
_CLASS = re.compile(r"(?<![a-z])[a-z](?=类)")
_RESPECTIVELY = re.compile(r"分别|依次|各为|各是")
# How far a figure's own words reach; what follows the last member of a list belongs to all.
_BEFORE, _BEHIND = 16, 8
_NEAR, _MIDDLE, _FAR = 4, 2, 1


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The bigrams around a figure: in its own member of a list, its clause, its sentence."""

    near: frozenset[str]
    middle: frozenset[str]
    far: frozenset[str]

    def score(self, words: frozenset[str]) -> int:
        """How well ``words`` fit this figure."""
        near, middle = len(words & self.near), len(words & self.middle)
        far = len(words & self.far)
        return _NEAR * near + _MIDDLE * (middle - near) + _FAR * (far - middle)


def misbound(text: str, figure: Figure, source: Source, before: str = "") -> bool:
    """Whether ``figure`` of the folded ``text`` goes with words that the source gives another.

    ``before`` is what was said earlier in the sentence, for a figure whose subject is left out.
    """
    here = _around_member(text, figure)
    beside = {other.key for other in figures(text) if _around_member(text, other) == here}
    beside |= _counterparts(figure, source)
    by_class = _by_class(text[slice(*here)], figure, source)
    if by_class is not None:
        return not by_class
    words = _naming(before + text, len(before) + figure.start, len(before) + figure.end)
    mine, others = 0, 0
    for segment in source.segments:
        for measure in segment.measures:
            score = _surroundings(segment, measure).score(words)
            if measure.figure.key == figure.key:
                mine = max(mine, score)
            elif measure.figure.key not in beside and not measure.figure.is_label:
                others = max(others, score)
    return others > mine


def _by_class(member: str, figure: Figure, source: Source) -> bool | None:
    """Whether the one class named beside the figure (B类) is the one that the source names there.

    None when the sentence, or the source, names no one class there.
    """
    said = _classes(member)
    there = [
        _classes(segment.text[slice(*_around_member(segment.text, measure.figure))])
        for segment in source.segments
        for measure in segment.measures
        if measure.figure.key == figure.key
    ]
    there = [classes for classes in there if len(classes) == 1]
    return said in there if len(said) == 1 and there else None


def _classes(member: str) -> set[str]:
    return set(_CLASS.findall(member))


def _counterparts(figure: Figure, source: Source) -> set[tuple[str, str]]:
    """The other values of a change that ``figure`` is part of; they share its subject."""
    return {
        measure.figure.key
        for segment in source.segments
        if any(m.role and m.figure.key == figure.key for m in segment.measures)
        for measure in segment.measures
        if measure.role
    }


def order(text: str, source: Source) -> list[int]:
    """Where 甲和乙分别为一和二 names the subject of each figure after 分别, as the source binds them.

    Ascending when the order is the source's; fewer than two positions when the words before
    分别 name no such subjects, and each figure stands beside its own.
    """
    match = _RESPECTIVELY.search(text)
    if match is None:
        return []
    clauses = _CLAUSE.split(text[: match.start()])
    head = clauses[-1] if len(clauses[-1]) >= 2 else "".join(clauses[-2:])
    after = [f for f in figures(text) if f.start >= match.end()]
    return [place for f in after if (place := _named_at(head, f, source)) is not None]


def _named_at(head: str, figure: Figure, source: Source) -> int | None:
    """Where ``head`` names what the source says ``figure`` of and no other figure."""
    own, others = set[str](), set[str]()
    for segment in source.segments:
        for measure in segment.measures:
            near = _surroundings(segment, measure).near
            (own if measure.figure.key == figure.key else others).update(near)
    found = [head.find(word) for word in own - others if word in head]
    return min(found) if found else None


@lru_cache(maxsize=4096)
def _surroundings(segment: Segment, measure: Measure) -> Surroundings:
    text, figure = _blanked(segment.text), measure.figure
    low, high = _bounded(segment.text, figure.start, figure.end, _MEMBER)
    low, high = max(low, figure.start - _BEFORE), min(high, figure.end + _BEHIND)
    start, end = _bounded(segment.text, figure.start, figure.end, _CLAUSE)
    return Surroundings(bigrams(text[low:high]), bigrams(text[start:end]), bigrams(text))


def _around_member(text: str, figure: Figure) -> tuple[int, int]:
    return _bounded(text, figure.start, figure.end, _MEMBER)


def _bounded(text: str, low: int, high: int, mark: re.Pattern[str]) -> tuple[int, int]:
    start = max((m.end() for m in mark.finditer(text, 0, low)), default=0)
    stop = mark.search(text, high)
    return start, stop.start() if stop else len(text)


def _naming(text: str, low: int, high: int) -> frozenset[str]:
    """The bigrams that name a figure's subject, from as near as there are any."""
    blank = _blanked(text)
    start, end = _bounded(text, low, high, _MEMBER)
    words = bigrams(blank[start:end])
    if not words:
        start, end = _bounded(text, low, high, _CLAUSE)
        words = bigrams(blank[start:end])
    while not words and start > 0:
        end = start - 1
        start = max((m.end() for m in _CLAUSE.finditer(text, 0, end)), default=0)
        words = bigrams(blank[start:end])
    return words


@lru_cache(maxsize=2048)
def _blanked(text: str) -> str:
    """``text`` without what names no subject: figures, words of comparison, places."""
    chars = list(text)
    found = figures(text)
    spans = [(f.start, f.end) for f in found if not f.is_label]
    spans += bounds.spans(text) + bounds.suffix_spans(text, found)
    spans += [(start, end) for start, end, _ in spans_in(text)]
    for start, end in spans:
        chars[start:end] = " " * (end - start)
    return "".join(chars)
