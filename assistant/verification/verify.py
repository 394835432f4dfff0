"""Verification of one sentence: nothing reaches a reader that its sources do not say."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from assistant.model import Basis, Evidence
from assistant.verification.places import Scope, scopes
from assistant.verification.source import Source, source_of
from assistant.verification.support import Support, support
from assistant.verification.tokens import Piece, pieces, strangers, without_tokens
from assistant.verification.verdict import Fault, Objection, Verdict
from corpus.jurisdictions import find_in
from corpus.model import NATIONWIDE


def verify(
    sentence: str,
    tokens: Mapping[str, Evidence],
    jurisdictions: Collection[str] | None = None,
    before: str = "",
) -> Verdict:
    """Whether every word of ``sentence`` is borne out by the sources that it names.

    ``tokens`` maps ``A1`` … to evidence. ``jurisdictions`` are the full names that may be spoken
    of (national rules always may); ``None`` allows every one. ``before`` is the verified sentence just before, from
    which an elliptic one (厦门最长1年) takes its subject. The verdict's text has no tokens.
    """
    text = without_tokens(sentence).strip()
    cut = pieces(sentence)
    if not cut:
        return Verdict(text, (Objection(Fault.NO_SOURCE),))
    unknown = [name for piece in cut for name in piece.tokens if name not in tokens]
    unknown += strangers(sentence)
    if unknown:
        return Verdict(text, tuple(Objection(Fault.UNKNOWN_SOURCE, name) for name in unknown))
    if not any(char.isalnum() for char in text):
        return Verdict(text, (Objection(Fault.NOTHING_SAID),))
    found = []
    for scope, sources in _assigned(cut, tokens, jurisdictions):
        found.append(_judge(scope, sources, before))
        before += scope.text
    objections = tuple(objection for one in found for objection in one.objections)
    bases = () if objections else tuple(dict.fromkeys(b for one in found for b in one.bases))
    return Verdict(text, objections, bases)


@dataclass(frozen=True, slots=True)
class _Finding:
    objections: tuple[Objection, ...]
    bases: tuple[Basis, ...] = ()


def _assigned(
    cut: tuple[Piece, ...], tokens: Mapping[str, Evidence], allowed: Collection[str] | None
) -> Iterator[tuple[Scope, list[Source]]]:
    """Each stretch of words with the sources that may bear it out."""
    carried: tuple[str, ...] = ()
    for piece in cut:
        sources = [source_of(tokens[name]) for name in piece.tokens]
        sources = [one for one in sources if one.segments and _permitted(one, allowed)]
        for scope in _cut(piece, sources):
            places = scope.places or (carried if len(sources) > 1 else ())
            carried = scope.places or carried
            yield Scope(scope.text, places), sources


def _cut(piece: Piece, sources: list[Source]) -> tuple[Scope, ...]:
    """The piece by places, unless one source speaks of all of them and bears it out whole."""
    cut = scopes(piece.text)
    places = tuple(dict.fromkeys(place for scope in cut for place in scope.places))
    whole = sources
    for place in places:
        whole = _of_place(place, whole)
    if len(cut) > 1 and any(not support(piece.text, source).objections for source in whole):
        return (Scope(piece.text, places),)
    return cut


def _permitted(source: Source, allowed: Collection[str] | None) -> bool:
    place = source.evidence.policy.jurisdiction
    return allowed is None or place == NATIONWIDE or place in allowed


def _judge(scope: Scope, sources: list[Source], before: str) -> _Finding:
    """The words of a scope must hold for each place that it names, in a source of that place."""
    if not scope.places:
        return _any(scope.text, sources, before)
    findings = [_any(scope.text, _of_place(place, sources), before) for place in scope.places]
    return _Finding(
        tuple(objection for one in findings for objection in one.objections),
        tuple(basis for one in findings for basis in one.bases),
    )


def _of_place(place: str, sources: list[Source]) -> list[Source]:
    """The sources of ``place``, and those whose own words name it."""
    return [
        source
        for source in sources
        if source.evidence.policy.jurisdiction == place
        or place in find_in(source.evidence.article.text)
    ]


def _any(text: str, sources: list[Source], before: str) -> _Finding:
    """Every source that bears the words out; failing all, the objections of the nearest."""
    if not sources:
        return _Finding((Objection(Fault.WRONG_PLACE, text),))
    if not any(char.isalnum() for char in text):
        return _Finding(())
    results = [(source, support(text, source, before)) for source in sources]
    good = [(source, one) for source, one in results if not one.objections]
    if not good:
        nearest = min(results, key=lambda pair: len(pair[1].objections))
        return _Finding(nearest[1].objections)
    return _Finding((), tuple(basis for source, one in good for basis in _bases(source, one)))


def _bases(source: Source, found: Support) -> Iterator[Basis]:
    """One basis per stretch of neighbouring segments."""
    start, end = found.segments[0].start, found.segments[0].end
    for segment in found.segments[1:]:
        if segment.start - end <= 1:
            end = segment.end
            continue
        yield Basis(source.evidence, start, end)
        start, end = segment.start, segment.end
    yield Basis(source.evidence, start, end)
