"""Documents whose place nobody declared: what of them speaks of the places a question names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from assistant.composing.answers import quoted
from assistant.understanding.asks.intents import Intent
from assistant.understanding.model import Understanding
from assistant.understanding.scope import grants
from assistant.weighing.support import Candidate
from corpus.counties import spoken_of
from corpus.jurisdictions import parent_of, ruling_in
from corpus.model import NATIONWIDE, PolicyMetadata

# Of places without documents a national rule must be this sure to be what is meant.
ELSEWHERE = 0.6
# Words that name some places and mean the others, or all: 除湖北省外.
_OTHERS = re.compile("除|以外|其[他它余]|各省|各地|各[市区县]|全国|等地|等省|等[市多]|为例")


def speaks_of(one: Candidate, places: Collection[str]) -> bool:
    """Whether the candidate's document is of uncertain place and it names one of ``places``.

    The title or the article itself must: what the document says of them elsewhere is no answer.
    """
    policy = one.evidence.policy
    if set(places).isdisjoint(policy.speaks_of):
        return False
    told = {*spoken_of(policy.title), *spoken_of(one.evidence.article.text)}
    return not told.isdisjoint(places)


def ruling(
    candidates: Iterable[Candidate], places: Collection[str] | None
) -> tuple[Candidate, ...]:
    """The candidates that rule in ``places`` or speak of one of them; all where none is named."""
    if places is None:
        return tuple(candidates)
    here = ruling_in(places)
    return tuple(one for one in candidates if _rules(one, places, here))


def _rules(one: Candidate, places: Collection[str], here: Collection[str]) -> bool:
    """Whether it is a rule of ``places`` or of those around them (``here``).

    Of a document that is perhaps another place's, the very words quoted must name one of them; of
    a national one they must not name others alone (湖北省可免征).
    """
    policy = one.evidence.policy
    if not policy.speaks_of:
        return policy.jurisdiction in here
    if policy.jurisdiction in here and policy.jurisdiction != NATIONWIDE:
        return True
    words = " ".join(statement.text for statement in quoted(one))
    told = {*spoken_of(words), *spoken_of(policy.title)} - {NATIONWIDE}
    if policy.jurisdiction not in here:
        return not told.isdisjoint(places)
    near = told & {*here, *(each for each in told if parent_of(each) in places)}
    return not told or bool(near) or bool(_OTHERS.search(words))


def is_foreign(understanding: Understanding) -> bool:
    """Whether the question is about places without documents of their own alone.

    It is then more likely not to be answered here at all, so it takes more to believe that a
    national rule answers it; and none tells what such a place grants by itself.
    """
    return bool(understanding.scope.elsewhere) and not understanding.scope.jurisdictions


def of_the_places(
    understanding: Understanding, candidates: Sequence[Candidate], *, sure: float = ELSEWHERE
) -> Sequence[Candidate]:
    """``candidates``, or those alone that speak of the places where no other may answer.

    One that does not must be ``sure`` to be what is meant.
    """
    places = understanding.scope.elsewhere
    if not is_foreign(understanding) or not candidates:
        return candidates
    if not grants(understanding.text, places) and (
        candidates[0].support >= sure or speaks_of(candidates[0], places)
    ):
        return candidates
    return [one for one in candidates if speaks_of(one, places)]


def together(understanding: Understanding, metadata: Iterable[PolicyMetadata]) -> tuple[str, ...]:
    """The documents that speak of all places of a question that sets none beside another."""
    scope = understanding.scope
    places = {*scope.jurisdictions, *scope.elsewhere}
    compares = understanding.intent is Intent.COMPARISON or scope.compared or scope.nationwide
    if len(places) < 2 or compares:
        return ()
    return tuple(one.id for one in metadata if places <= set(one.speaks_of))


def tells_of_all(one: Candidate, understanding: Understanding) -> bool:
    """Whether the candidate itself speaks of every place of the question."""
    scope = understanding.scope
    return all(speaks_of(one, (place,)) for place in (*scope.jurisdictions, *scope.elsewhere))
