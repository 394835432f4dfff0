"""Verification of one sentence: nothing reaches a reader that its sources do not say."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from assistant.model import Basis, Evidence
from assistant.verification import openers
from assistant.verification.claims import settle
from assistant.verification.counting import miscounted
from assistant.verification.openers import Agreement, Opener
from assistant.verification.places import Scope, scopes
from assistant.verification.source import Source, source_of
from assistant.verification.support import Support, support
from assistant.verification.tokens import Piece, pieces, strangers, without_tokens
from assistant.verification.unruled import claimed
from assistant.verification.verdict import Fault, Objection, Verdict
from corpus.jurisdictions import find_in
from corpus.model import NATIONWIDE


def verify(
    sentence: str,
    tokens: Mapping[str, Evidence],
    jurisdictions: Collection[str] | None = None,
    before: str = "",
    question: str = "",
) -> Verdict:
    """Whether every word of ``sentence`` is borne out by the sources that it names.

    ``tokens`` maps ``A1`` … to evidence. ``jurisdictions`` are the full names that may be spoken
    of (national rules always may); ``None`` allows every one. ``before`` is the verified sentence just before, from
    which an elliptic one (厦门最长1年) takes its subject;
    ``question`` is what was asked, whose conditions need not be said again. The verdict's text has no tokens.
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
    opener, rest = openers.split(sentence, question)
    if opener is None or not pieces(rest):
        return _checked(sentence, tokens, jurisdictions, before, question)
    whole = _checked(sentence, tokens, jurisdictions, before, question)
    if whole.holds and opener.echoes(source_of(tokens[name]).text for name in cut[0].tokens):
        return whole
    told = _checked(rest, tokens, jurisdictions, before, question)
    return _opened(opener, whole, told, question)


def _opened(opener: Opener, whole: Verdict, told: Verdict, question: str) -> Verdict:
    """The verdict on an opener and what it opens."""
    if not told.holds and not whole.holds:
        return Verdict(whole.text, told.objections) if opener.bare else whole
    agreement = openers.agreement(opener, told.text, question)
    if agreement is Agreement.CONTRARY:
        return Verdict(whole.text, (Objection(Fault.NEGATION, opener.words),))
    if not told.holds:
        return whole  # what follows leans on the opener: 可以，B类最长2年
    if agreement is Agreement.SAME and (opener.bare or whole.holds):
        return Verdict(whole.text, (), told.bases)
    return told


def _checked(
    sentence: str,
    tokens: Mapping[str, Evidence],
    jurisdictions: Collection[str] | None,
    before: str,
    question: str,
) -> Verdict:
    """The verdict on a sentence that begins with no opener."""
    found = []
    for part in _assigned(pieces(sentence), tokens, jurisdictions):
        found.append(_judge(part, before, question))
        before += part.scope.text
    objections = tuple(objection for one in found for objection in one.objections)
    bases = () if objections else tuple(dict.fromkeys(b for one in found for b in one.bases))
    return Verdict(without_tokens(sentence).strip(), objections, bases)


@dataclass(frozen=True, slots=True)
class _Finding:
    objections: tuple[Objection, ...]
    bases: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """Words with the sources that may bear them out; ``every``: each of them must.

    ``settled`` were whole claims (of absence, of numbers of articles) that proved true;
    ``untrue`` are claims that a passage rules what it does not, and miscounted lists.
    """

    scope: Scope
    sources: list[Source]
    every: bool = False
    settled: bool = False
    untrue: tuple[str, ...] = ()


def _assigned(
    cut: tuple[Piece, ...], tokens: Mapping[str, Evidence], allowed: Collection[str] | None
) -> Iterator[_Part]:
    """Each stretch of words with the sources that may bear it out."""
    carried: tuple[str, ...] = ()
    given = [source_of(one) for one in tokens.values()]
    for piece in cut:
        sources = [source_of(tokens[name]) for name in piece.tokens]
        sources = [one for one in sources if one.segments and _permitted(one, allowed)]
        untrue = (*claimed(piece.text, sources), *miscounted(piece.text))
        claims = settle(piece.text, sources, [one for one in given if _permitted(one, allowed)])
        if claims.nothing_more:
            yield _Part(Scope(piece.text, ()), sources, settled=True)
            continue
        if untrue:
            yield _Part(Scope(piece.text, ()), sources, untrue=untrue)
            continue
        for scope in _cut(Piece(claims.text, piece.tokens), sources):
            places = scope.places or (carried if len(sources) > 1 else ())
            carried = scope.places or carried
            yield _Part(Scope(scope.text, places), sources, every=claims.of_each)


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


def _judge(part: _Part, before: str, question: str) -> _Finding:
    """The words of a part must hold for each place that they name, in a source of that place."""
    scope, sources = part.scope, part.sources
    if part.untrue:
        return _Finding(tuple(Objection(Fault.FIGURE, words) for words in part.untrue))
    if part.settled:
        return _Finding((), tuple(source.basis(source.segments[0]) for source in sources))
    if part.every:
        findings = [_any(scope.text, [source], before, question) for source in sources]
    elif not scope.places:
        return _any(scope.text, sources, before, question)
    else:
        findings = [
            _any(scope.text, _of_place(place, sources), before, question) for place in scope.places
        ]
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


def _any(text: str, sources: list[Source], before: str, question: str) -> _Finding:
    """Every source that bears the words out; failing all, the objections of the nearest."""
    if not sources:
        return _Finding((Objection(Fault.WRONG_PLACE, text),))
    if not any(char.isalnum() for char in text):
        return _Finding(())
    results = [(source, support(text, source, before, question)) for source in sources]
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
