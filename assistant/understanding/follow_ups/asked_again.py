"""A turn read by its own words after the question before: another place, a new aspect, or neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.understanding.asks.own_words import own_words
from assistant.understanding.documents.facts_asked import DOCUMENT_WORD, document_facts
from assistant.understanding.follow_ups.article_numbers import another_article, without_number
from assistant.understanding.follow_ups.corrections import meant
from assistant.understanding.follow_ups.courtesies import without_lead
from assistant.understanding.follow_ups.leaning import (
    asked_anew,
    asks,
    core_of,
    has_own_words,
    leans,
    may_stand_alone,
    noun_of,
    points_only,
    shown,
)
from assistant.understanding.follow_ups.resolved import Resolved
from assistant.understanding.follow_ups.standing_alone import own_place
from assistant.understanding.follow_ups.swapped_places import (
    Places,
    swap_places,
    unsaid,
    without,
    without_marks,
)

# What stood behind a place: “厦门的话A类多少年”.
_LEFT = re.compile(r"^(?:的话|那边|这边|这头|那头|呢)[，, ]*")
# Where it is written is told with every answer.
_SOURCE = re.compile(
    r"第几[条项款]|(?:是|在)?哪(?:一|几)?[条项款](?!件)|(?:出自|来自|写在)?哪(?:一)?(?:份|个)文件|出处|依据(?:是|在)(?:什么|哪)|原文(?:是|在)?(?:什么|哪)"
)
# Whether a document speaks of a thing is asked of the thing alone: “厦门的有没有提到主动披露”.
_SPOKEN_OF = re.compile(
    r"(?:有没有|有无|是否|也|都)?(?:提|写|说|讲|谈)(?:到|及|过|了(?=[\u4e00-\u9fff]{2,}))+(?:没有?)?|(?<=[里中上])提(?=[\u4e00-\u9fff]{2,8}了?没)"
)
# Where it is spoken of.
_THERE = re.compile(
    r"^(?:[那这该]?一?[份个]?(?:文件|方案|措施|通知))?(?:里面?|里头|中|上)?(?:头)?(?:有没有|有无|是否)?|了?没有?$"
)
_NOUN = 2


def asked_again(question: str, previous: Resolved, places: Places) -> Resolved:
    """``question`` after the ``previous`` one, which it repeats, turns to something else or leaves."""
    core, named = meant(core_of(question), places(core_of(question)))
    told = shown(question) if core in shown(question) else core
    rest = _LEFT.sub("", without(core, named))
    if named and DOCUMENT_WORD.search(core) and document_facts(core):
        return Resolved(question, question, question, False)
    if _SOURCE.search(core) and len(own_words(_SOURCE.sub("", rest))) < _NOUN:
        text, topic = previous.text, previous.topic
        if named:
            text, topic = (swap_places(one, named, places) for one in (text, topic))
        return Resolved(text, topic, previous.asks, True)
    numbered = another_article(core, rest, previous.text)
    if numbered:
        return Resolved(numbered, numbered, question, True)
    thing = _SPOKEN_OF.sub("", rest)
    if named and thing != rest and not points_only(thing):
        alone = standing_alone(question, previous, places)
        return replace(alone, topic=_THERE.sub("", thing))
    anew = asked_anew(rest)
    again = anew in previous.text and not asks(rest)
    if named and (points_only(rest) or len(anew) < _NOUN or again):
        return _elsewhere(previous, named, rest, _LEFT.sub("", without(told, named)), places)
    if leans(question, core, rest):
        return _new_aspect(previous, named, core, told, rest, places)
    return standing_alone(question, previous, places)


def standing_alone(
    question: str, previous: Resolved, places: Places, *, own: bool = False
) -> Resolved:
    """A question with a topic of its own; the place that was meant before still holds.

    Where it is whole, only the caller's ``own`` place does.
    """
    question = without_lead(question)
    before = [one for one in places(previous.text) if not own or own_place(previous.text, one)]
    inherited = before[0] if len(before) == 1 and not places(question) else ""
    text = f"{inherited}：{question}" if inherited else question
    return Resolved(text, question, question, bool(inherited), inherited)


def _elsewhere(
    previous: Resolved, named: Sequence[str], rest: str, told: str, places: Places
) -> Resolved:
    """The earlier question for another place, with what is asked anew if anything is."""
    swapped = unsaid(swap_places(previous.text, named, places), named)
    topic = swap_places(previous.topic, named, places)
    anew, own = asked_anew(rest), ""
    if has_own_words(rest) and may_stand_alone(rest) and len(anew) >= _NOUN:
        own = f"{'和'.join(named)}{rest}？"
    if len(anew) < _NOUN or (anew in previous.text and not asks(rest)):
        asked = not asks(swapped) and asks(told)
        text = f"{without_marks(swapped)}，{told}？" if asked else swapped
        return Resolved(text, topic, previous.asks, True, alone=own)
    return Resolved(f"{without_marks(swapped)}，{told}？", topic, rest, True, alone=own)


def _new_aspect(
    previous: Resolved, named: Sequence[str], core: str, told: str, rest: str, places: Places
) -> Resolved:
    """The earlier topic with a new thing asked of it."""
    topic = swap_places(previous.topic, named, places) if named else previous.topic
    text = unsaid(swap_places(previous.text, named, places), named) if named else previous.text
    if _SOURCE.search(core):
        text = without_number(text)  # the article of something else is asked for
    if len(own_words(rest)) < _NOUN:
        return Resolved(f"{without_marks(text)}，{told}？", topic, core, True)
    own = standing_alone(f"{told}？", previous, places).text if may_stand_alone(core) else ""
    # The new noun is what the caller turns to, so it weighs twice in the search.
    words, turn = f"{rest} {rest} {without_marks(topic)}", noun_of(core, rest)
    return Resolved(f"{without_marks(text)}，{told}？", words, core, True, noun=turn, alone=own)
