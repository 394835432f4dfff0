"""What a question means: self-contained words, intent, scope, addresses, claims.

``asks`` tells what is asked, ``figures`` which figures are wanted or asserted, ``documents`` which
documents are meant, ``scope`` which places, ``comparisons`` what is set side by side, ``follow_ups``
what the earlier turns add; ``model`` is what comes of it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.understanding.asks.asserted import asserted_in
from assistant.understanding.asks.clauses import asked, asks_figure
from assistant.understanding.asks.demands import demands_of
from assistant.understanding.asks.intents import (
    LISTING,
    UNIT_CUE,
    Intent,
    asks_for_list,
    compares,
    intent_of,
    weighs,
)
from assistant.understanding.asks.own_words import own_words
from assistant.understanding.asks.topic import without_frames
from assistant.understanding.comparisons.documents import versus
from assistant.understanding.comparisons.places import asked_of, unframed, without_where
from assistant.understanding.comparisons.subjects import subjects_of
from assistant.understanding.documents.described import (
    described,
    hinted,
    of_the_year,
    particulars,
)
from assistant.understanding.documents.facts import DocumentFact
from assistant.understanding.documents.facts_asked import DOCUMENT_WORD, document_facts
from assistant.understanding.documents.handed_out import hands_out
from assistant.understanding.documents.in_time import in_time
from assistant.understanding.domain import is_outsider
from assistant.understanding.figures.claimed import claims_in
from assistant.understanding.figures.wanted import wanted_figure
from assistant.understanding.follow_ups.another_document import for_another_document
from assistant.understanding.follow_ups.resolve import resolve
from assistant.understanding.follow_ups.resolved import Resolved
from assistant.understanding.model import Contender, Scope, Understanding
from assistant.understanding.scope import (
    cities_meant,
    mentions_in,
    scope_of,
    surface_places,
    without_places,
)
from assistant.understanding.short_names import in_full
from assistant.understanding.then import asked_then
from corpus.model import NATIONWIDE, PolicyMetadata
from corpus.parsing.numerals import to_int
from index.addressing import Address
from index.text import simplify

_ITEM = re.compile(r"第\s*(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:个|项|点|款|条)")
_NAMED = re.compile(
    r"(?:完整|正式)?的?(?:全称|全名|名称|名字|标题)?(?:是|叫)*(?:什么|啥)?(?:名字|名称|文件)?$"
)
_OF_A_YEAR = re.compile(r"(?<!\d)(?:20)?\d\d年(?!有效|期|以|之|前|后|内)")
# “签的那个叫什么”
_THAT_ONE = re.compile(r"[\u4e00-\u9fff]的那(?:个|种|样)(?!文|方|通|措|政)")
_WHO_OR_WHEN = re.compile(r"谁|哪|什么|啥|几|何")
# What may be asked of a document without a word for it.
OF_THE_HEARD = (DocumentFact.VALIDITY,)
# So many characters besides naming a document tell that something else is named.
_TOLD, _TOLD_PLAINLY = 5, 2
Addresser = Callable[[str], Sequence[Address]]

__all__ = ["Addresser", "Scope", "Understanding", "understand"]


def understand(
    text: str,
    history: Sequence[str],
    region: str | None,
    as_of: dt.date,
    catalogue: Sequence[PolicyMetadata],
    addresser: Addresser,
) -> Understanding:
    """The understanding of a cleaned, screened question. Raises ``UnknownRegion``."""
    text = in_full(simplify(text))
    resolved = resolve(
        text, [in_full(simplify(turn)) for turn in history], surface_places, catalogue
    )
    resolved, turned_to = for_another_document(resolved, text, catalogue, addresser)
    if resolved.inherited and not _has_documents(resolved.inherited, catalogue):
        resolved = resolve(text, [], surface_places)
    addresses = tuple(addresser(resolved.text))
    named = turned_to or tuple(dict.fromkeys(address.policy_id for address in addresses))
    facts = _facts(resolved)
    if facts == (DocumentFact.TITLE,) and not addresses and _names_a_thing(resolved.asks):
        facts = ()
    if facts and not named:
        naming = _naming(resolved)
        named = hinted(naming, catalogue) or described(naming, catalogue)
    if DocumentFact.ORDER in facts:
        named = in_time(resolved.text, catalogue, addresser)
        facts = facts if named else tuple(one for one in facts if one is not DocumentFact.ORDER)
    facts = facts if named or resolved.is_follow_up else ()
    scope = scope_of(resolved.text, region, catalogue, named)
    contrasts = compares(resolved.asks)
    known = sorted({policy.jurisdiction for policy in catalogue} - {NATIONWIDE})
    cities = cities_meant(resolved.text, known, compares=contrasts)
    if cities and not named:
        scope = replace(scope, jurisdictions=cities)
    sides = versus(resolved.text, catalogue, addresser, compares=contrasts)
    if sides.policies:
        scope = replace(scope, policies=sides.policies, compared=sides.sides)
    then = None if named or facts or sides.policies else asked_then(resolved.text, as_of)
    dated = of_the_year(resolved.text, catalogue) if not scope.policies else None
    said = then.said if then and not dated else ""  # the year of a document tells which is meant
    if dated:
        scope = replace(scope, policies=dated)
    wants = wanted_figure(resolved.asks)
    intent = intent_of(resolved.asks, wants_figure=wants is not None, places=scope.places)
    if intent is Intent.TOPIC and resolved.is_follow_up:
        intent = Intent.GENERAL
    topic = without_frames(
        unframed(sides.without) if sides.policies else resolved.topic.replace(said, ""),
        asks_unit=intent is Intent.UNIT,
    )
    return Understanding(
        text=resolved.text,
        topic=topic,
        intent=Intent.DOCUMENT_FACT if facts else intent,
        scope=scope,
        as_of=then.end if then else as_of,
        wants=wants,
        asks_figure=asks_figure(resolved.asks),
        demands=demands_of(_asking(resolved, text).replace(said, ""))
        if intent is not Intent.UNIT
        else (),
        document_facts=facts,
        addresses=addresses,
        claims=claims_in(resolved.asks) if wants is None else (),
        asserted=asserted_in(resolved.asks),
        is_follow_up=resolved.is_follow_up,
        item=_item(resolved.asks, resolved.is_follow_up),
        outsider=is_outsider(resolved.text),
        before=resolved.before if resolved.goes_on else "",
        dated=dated is not None,
        then=then,
        rest=resolved.rest,
        noun="" if is_outsider(resolved.asks) else resolved.noun,
        alone="" if is_outsider(resolved.asks) else resolved.alone,
        of_noun=resolved.of_noun,
        asked_of=_asked_of(topic, scope, known) if contrasts or not scope.elsewhere else {},
        subjects=_subjects(resolved, topic) if scope.places < 2 else (),
        lists=intent in LISTING or (scope.places > 1 and _lists(resolved.asks)),
    )


def _asking(resolved: Resolved, text: str) -> str:
    """The words that tell what is wanted; of a turn that only its particle makes a question, all of it."""
    return resolved.asks if not resolved.is_follow_up or asked(resolved.asks) else text


def _lists(asks: str) -> bool:
    """Whether measures of several places are asked for."""
    ways = (asks, without_where(asks, surface_places(asks)))
    return any(asks_for_list(UNIT_CUE.sub("", unframed(way))) for way in ways)


def _subjects(resolved: Resolved, topic: str) -> tuple[Contender, ...]:
    """The two subjects that are set beside each other, in this turn or in two."""
    if not resolved.sides:
        return subjects_of(topic) if weighs(resolved.asks) else ()
    plain = [without_places(one).strip("：，,") for one in resolved.sides]
    return tuple(Contender(own_words(one) or one, asked=(one,)) for one in plain)


def _facts(resolved: Resolved) -> tuple[DocumentFact, ...]:
    """The facts asked of a document; “还管用吗” asks it of the one that was just heard."""
    facts = document_facts(resolved.asks)
    said = resolved.text.replace(resolved.asks, "") if resolved.is_follow_up else ""
    of_a_thing = resolved.is_follow_up and _of_a_thing(resolved.asks)
    if facts and (of_a_thing or hands_out(resolved.asks, said)):
        return ()
    if facts or not resolved.leans:
        return facts
    return tuple(one for one in document_facts(f"这份文件{resolved.asks}") if one in OF_THE_HEARD)


def _names_a_thing(asks: str) -> bool:
    """Whether what is asked for its name is no document: “协调员叫什么名字”, “那种…的方案叫什么”."""
    said = sum(map(len, particulars(_NAMED.sub("", asks))))
    return said >= (_TOLD if DOCUMENT_WORD.search(asks) else _TOLD_PLAINLY)


def _of_a_thing(asks: str) -> bool:
    """Whether a turn asks it of something that is no document: “推荐函哪个部门出”."""
    if DOCUMENT_WORD.search(asks):
        return False
    if _THAT_ONE.search(asks):
        return True
    before = _WHO_OR_WHEN.split(asks, maxsplit=1)[0]
    return before != asks and sum(map(len, particulars(before))) >= _TOLD_PLAINLY


def _naming(resolved: Resolved) -> str:
    """The words that may describe the document whose facts are asked for.

    None where the call has spoken of measures alone: “这个规定” is then the one with the measure.
    """
    said = resolved.text.replace(resolved.asks, "")
    called = DOCUMENT_WORD.search(said) or _OF_A_YEAR.search(said)
    return resolved.text if called or not said or not resolved.leans else ""


def _asked_of(topic: str, scope: Scope, known: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """What is asked of each place of ``scope``, where it compares places."""
    if scope.compared or scope.places < 2:
        return {}
    mentioned = mentions_in(topic, known)
    asked = dict(asked_of(topic, mentioned))
    places = (*scope.jurisdictions, *scope.elsewhere, *([NATIONWIDE] if scope.nationwide else []))
    return {place: asked.get(place) or (unframed(topic),) for place in places}


def _has_documents(place: str, catalogue: Sequence[PolicyMetadata]) -> bool:
    return not scope_of(place, None, catalogue, ()).elsewhere


def _item(asks: str, is_follow_up: bool) -> int | None:
    """Which entry of an enumeration is asked for: “第5个条件”, after a list also “第5项”."""
    match = _ITEM.search(asks)
    plain = match is not None and (is_follow_up or asks.startswith("条件", match.end()))
    return to_int(match["n"]) if match and plain else None
