"""The article's own sentence that comes nearest to what a failing sentence tried to say."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from assistant.model import Basis, Evidence, Statement
from assistant.verification.fold import fold, fold_names
from assistant.verification.occurrences import bigrams
from assistant.verification.source import Segment, Source, source_of
from assistant.verification.tokens import without_tokens
from corpus.jurisdictions import find_in
from corpus.model import NATIONWIDE

# The share of the failing sentence's bigrams that the quote must hold. Below it the sentence
# spoke of something else, and putting a quote in its place would answer another question.
LEAST_SHARE = 0.5
_LEAST_COMMON = 6


def closest_quote(
    sentence: str,
    evidence: Iterable[Evidence],
    jurisdictions: Collection[str] | None = None,
) -> Statement | None:
    """A sentence quoted from ``evidence`` in place of ``sentence``; None when none is near.

    A sentence that names places is only replaced from articles of these places.
    """
    words = without_tokens(sentence)
    wanted = bigrams(fold_names(fold(words)))
    places = [place for place in find_in(words) if place != NATIONWIDE]
    best: tuple[int, Source, Segment] | None = None
    for one in evidence:
        if not _permitted(one, jurisdictions, places):
            continue
        source = source_of(one)
        for segment in source.segments:
            common = len(wanted & bigrams(segment.text))
            if not _is_heading(source, segment) and (best is None or common > best[0]):
                best = common, source, segment
    if best is None or best[0] < max(_LEAST_COMMON, LEAST_SHARE * len(wanted)):
        return None
    return _quoted(best[1].evidence, best[2])


def _permitted(one: Evidence, jurisdictions: Collection[str] | None, places: list[str]) -> bool:
    place = one.policy.jurisdiction
    if jurisdictions is not None and place != NATIONWIDE and place not in jurisdictions:
        return False
    return not places or place in places or any(p in find_in(one.article.text) for p in places)


def _is_heading(source: Source, segment: Segment) -> bool:
    heading = fold_names(fold(source.evidence.article.heading)).rstrip("。.")
    return segment.start == 0 and bool(heading) and segment.text.rstrip("。.") == heading


def _quoted(evidence: Evidence, segment: Segment) -> Statement:
    words = evidence.article.text[segment.start : segment.end]
    return Statement(words.rstrip("；;。") + "。", (Basis(evidence, segment.start, segment.end),))
