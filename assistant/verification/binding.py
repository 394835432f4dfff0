"""Whether a figure is said of the thing that the source says it of.

Around a figure of the sentence stand the words that name its subject. They are looked for around
every figure of the source, nearer words counting more; when they fit another figure better than
the one that was written, the figure was glued to the wrong subject (A类2年、B类5年).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.verification.figures import Figure, figures
from assistant.verification.occurrences import bigrams
from assistant.verification.source import Measure, Segment, Source

_SMALL = re.compile(r"[,，。;；:：、\n]|和|与|及(?!其)|而(?!且)")
_CLAUSE = re.compile(r"[,，。;；:：\n]")
_RESPECTIVELY = re.compile(r"分别|依次|各为|各是")
_NEAR, _MIDDLE, _FAR = 4, 2, 1


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The bigrams around a figure: in its own member of a list, its clause, its sentence."""

    near: frozenset[str]
    middle: frozenset[str]
    far: frozenset[str]

    def score(self, words: frozenset[str]) -> int:
        """How well ``words`` fit this figure."""
        return sum(
            _NEAR if w in self.near else _MIDDLE if w in self.middle else _FAR
            for w in words
            if w in self.far
        )


def misbound(text: str, figure: Figure, source: Source) -> bool:
    """Whether ``figure`` of the folded ``text`` goes with words that the source gives another."""
    here = _member(text, figure)
    beside = {other.key for other in figures(text) if _member(text, other) == here}
    words = _naming(text, figure)
    mine, others = 0, 0
    for segment in source.segments:
        for measure in segment.measures:
            score = _around(segment, measure).score(words)
            if measure.figure.key == figure.key:
                mine = max(mine, score)
            elif measure.figure.key not in beside:
                others = max(others, score)
    return others > mine


def misordered(text: str, source: Source) -> bool:
    """Whether 甲和乙分别为一和二 names its members in another order than the source's figures."""
    match = _RESPECTIVELY.search(text)
    if match is None:
        return False
    head = text[: match.start()]
    after = [f for f in figures(text) if f.start >= match.end()]
    positions = [p for f in after if (p := _named_at(head, f, source)) is not None]
    return positions != sorted(positions)


def respective(text: str) -> bool:
    """Whether the text lists subjects first and figures after (分别), so that order binds them."""
    match = _RESPECTIVELY.search(text)
    return match is not None and any(f.start >= match.end() for f in figures(text))


def _named_at(head: str, figure: Figure, source: Source) -> int | None:
    """Where ``head`` names what the source says ``figure`` of and no other figure."""
    own, others = set[str](), set[str]()
    for segment in source.segments:
        for measure in segment.measures:
            near = _around(segment, measure).near
            (own if measure.figure.key == figure.key else others).update(near)
    found = [head.find(word) for word in own - others if word in head]
    return min(found) if found else None


def _around(segment: Segment, measure: Measure) -> Surroundings:
    low, high = _member(segment.text, measure.figure)
    start, end = _bounded(segment.text, measure.figure, _CLAUSE)
    return Surroundings(
        bigrams(segment.text[low:high]),
        bigrams(segment.text[start:end]),
        bigrams(segment.text),
    )


def _member(text: str, figure: Figure) -> tuple[int, int]:
    return _bounded(text, figure, _SMALL)


def _bounded(text: str, figure: Figure, mark: re.Pattern[str]) -> tuple[int, int]:
    start = max((m.end() for m in mark.finditer(text, 0, figure.start)), default=0)
    stop = mark.search(text, figure.end)
    return start, stop.start() if stop else len(text)


def _naming(text: str, figure: Figure) -> frozenset[str]:
    """The bigrams that name the figure's subject; of the clause before when its own has none."""
    low, high = _member(text, figure)
    words = bigrams(text[low : figure.start]) | bigrams(text[figure.end : high])
    if len(words) >= 2:
        return words
    start, end = _bounded(text, figure, _CLAUSE)
    earlier = text[max(0, text.rfind(",", 0, max(start - 1, 0)) + 1) : figure.start]
    return words | bigrams(earlier) | bigrams(text[figure.end : end])
