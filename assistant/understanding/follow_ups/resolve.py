"""Follow-ups made self-contained from the earlier turns of the same user.

Three shapes are told apart: a change of place (“那厦门呢？”) keeps the earlier question and
swaps the place; a new aspect (“哪个部门管？”) keeps the earlier topic and asks the new thing;
anything with a topic of its own stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.understanding.asks.own_words import own_words
from assistant.understanding.follow_ups.asked_again import asked_again, standing_alone
from assistant.understanding.follow_ups.comparing import beside
from assistant.understanding.follow_ups.corrections import (
    after_dropping,
    correction,
    document_of,
    put_right,
    replaced,
    without_slip,
)
from assistant.understanding.follow_ups.courtesies import asks_nothing, telling
from assistant.understanding.follow_ups.document_names import names_only_documents
from assistant.understanding.follow_ups.leaning import (
    asks,
    core_of,
    has_own_words,
    points_only,
    shown,
)
from assistant.understanding.follow_ups.resolved import Resolved
from assistant.understanding.follow_ups.standing_alone import complete
from assistant.understanding.follow_ups.swapped_places import (
    Places,
    swap_places,
    without,
    without_marks,
)
from assistant.understanding.follow_ups.whole_lists import (
    all_of,
    asks_whole,
    kind_named,
    subject_before,
    without_told,
)
from corpus.model import PolicyMetadata

# Places that are meant without being named: what was asked of one is asked of all.
_ALL_PLACES = re.compile(
    r"(?:两|俩|各)(?:个|座)?(?:边|地|城市|市|城|头)(?:都|各|分别|是不是|有没有|的)?"
)
# So many characters besides words of asking are a subject by themselves.
_SUBJECT = 8
# What asks for the rest and names nothing.
_REST = "还有哪些"
# A longer noun is a subject by itself.
_NOUN_MOST = 6


def resolve(
    question: str,
    history: Sequence[str],
    places: Places,
    catalogue: Sequence[PolicyMetadata] = (),
) -> Resolved:
    """``question`` made self-contained; ``places`` gives the surface place names of a text.

    ``catalogue`` are the documents that a turn may name and nothing else.
    """
    known: list[tuple[str, Resolved]] = []
    for turn in telling(history):
        known.append((turn, _heard(turn, known, places, catalogue)))
    return _after(question, known, places, catalogue)


def _heard(
    turn: str,
    earlier: Sequence[tuple[str, Resolved]],
    places: Places,
    catalogue: Sequence[PolicyMetadata],
) -> Resolved:
    """A ``turn`` before the question; one that asks nothing goes on with what was asked."""
    told = asks_nothing(turn) and not (places(turn) or correction(turn) or after_dropping(turn))
    if not earlier or not told:
        return _after(turn, earlier, places, catalogue)
    last = earlier[-1][1]
    if not has_own_words(turn):
        return last
    words = core_of(turn)
    text, topic = f"{without_marks(last.text)}，{words}？", f"{without_marks(last.topic)} {words}"
    return replace(last, text=text, topic=topic, is_follow_up=True, inherited="", goes_on=True)


def _after(
    question: str,
    earlier: Sequence[tuple[str, Resolved]],
    places: Places,
    catalogue: Sequence[PolicyMetadata],
) -> Resolved:
    """``question`` after the ``earlier`` turns that tell what the call is about."""
    if not earlier:
        return Resolved(question, question, question, False)
    turn, last = earlier[-1]
    previous = last if has_own_words(question) else _with_before(last, turn)
    core = core_of(put_right(question))
    documents = names_only_documents(without(core, places(core)), catalogue)
    found = _read(question, earlier, previous, places, documents=documents)
    found = replace(found, before=previous.topic, said=previous.text)
    return replace(found, alone="") if documents else found


def _read(
    question: str,
    earlier: Sequence[tuple[str, Resolved]],
    previous: Resolved,
    places: Places,
    *,
    documents: bool,
) -> Resolved:
    """``question`` read after the ``earlier`` turns, the last of which may be taken further back.

    ``documents`` when it names nothing but documents.
    """
    turn, last = earlier[-1]
    left = after_dropping(question)
    if left is not None:
        return standing_alone(left, previous, places)
    asked = _asked(earlier)
    question = without_told(question, asked.text)
    whole = _whole(question, asked, places) or _rest_of_kind(question, asked, places)
    if whole is not None:
        return whole
    here = {place for _, known in earlier[-2:] for place in places(known.text)}
    if _ALL_PLACES.search(question) and not places(question) and len(here) == 1:
        last = _everywhere(last, places)
        earlier = [*earlier[:-1], (turn, last)]
        previous = last
    compared = _compared(question, earlier, places)
    if compared is not None:
        return compared
    if complete(question, own_words(question)) and not documents:
        return standing_alone(question, previous, places, own=True)
    right = _put_right(question, previous, places)
    if right is not None:
        return right
    found = asked_again(without_slip(question), previous, places)
    named = last.noun and last.alone and found.leans
    of_noun = f"{without_marks(last.alone)}，{shown(question)}？" if named else ""
    return replace(found, goes_on=True, of_noun=of_noun)


def _asked(earlier: Sequence[tuple[str, Resolved]]) -> Resolved:
    """The last turn that asks, or else the first; “那条讲过了” asks nothing."""
    asking = [known for turn, known in earlier if not asks_nothing(turn)]
    return asking[-1] if asking else earlier[0][1]


def _everywhere(known: Resolved, places: Places) -> Resolved:
    """``known`` asked of no place."""
    text, topic = (without(one, places(one)).lstrip("：") for one in (known.text, known.topic))
    return replace(known, text=text, topic=topic, inherited="")


def _compared(
    question: str, earlier: Sequence[tuple[str, Resolved]], places: Places
) -> Resolved | None:
    """``question`` with what it sets beside something asked before, if it does."""
    asking = [known for turn, known in earlier[1:] if not asks_nothing(turn)]
    *before, last = [earlier[0][1], *asking]
    core, first = core_of(question), before[-1].text if before else ""
    found = beside(core, (first, last.text), places)
    if found is None:
        return None
    # What is only told claims nothing: it is what the other is measured by.
    asks = core if asks_nothing(last.asks) else f"{last.asks}，{core}"
    topic = (
        found.text
        if len(set(places(found.text))) > 1
        else f"{core} {core} {without_marks(last.topic)}"
    )
    return Resolved(found.text, topic, asks, True, goes_on=True, sides=found.sides)


def _with_before(last: Resolved, turn: str) -> Resolved:
    """The ``last`` turn with what it may leave out of the one before it.

    “开了能用哪些场景” has words of its own, and still goes on about the account.
    """
    if last.leans or not last.goes_on or len(own_words(turn)) >= _SUBJECT:
        return last
    return replace(last, topic=f"{last.topic} {last.topic} {last.before}")


def _rest_of_kind(question: str, previous: Resolved, places: Places) -> Resolved | None:
    """All of a kind whose rest is asked for; of the ``previous`` question where that has the kind."""
    kind = kind_named(question, previous.text)
    if not kind or places(kind) or points_only(kind):
        return None
    if kind in previous.text:
        return _whole(_REST, previous, places)
    return standing_alone(f"{document_of(previous.text)}{kind}方面都有哪些？", previous, places)


def _whole(question: str, previous: Resolved, places: Places) -> Resolved | None:
    """Everything that the ``previous`` question is about, if that is asked for."""
    named = places(question)
    asked = without(question, named)
    if not asks_whole(asked, previous.text):
        return None
    text, topic = (subject_before(one, asked) for one in (previous.text, previous.topic))
    if named:
        text, topic = (swap_places(one, named, places) for one in (text, topic))
    return Resolved(f"{text}{all_of(text)}", topic, "都有哪些", True, rest=True)


def _put_right(question: str, previous: Resolved, places: Places) -> Resolved | None:
    """The earlier question with what the caller puts right; ``None`` where nothing is.

    A noun goes into the earlier question; what asks, or is more than a noun, is the question.
    """
    found = correction(question)
    if found is None or places(found.right):
        return None
    text, topic = (replaced(found, one) for one in (previous.text, previous.topic))
    asked = "，".join(filter(None, (found.right, found.after)))
    if len(own_words(found.right)) > _NOUN_MOST or "的" in found.right:
        return standing_alone(asked, previous, places)
    if text == previous.text or asks(found.after or found.right):
        right = asked_again(asked, previous, places)
        same = text != previous.text  # another aspect of the same subject
        return replace(right, goes_on=right.leans, alone="" if same else right.alone)
    noun = found.right
    return Resolved(text, f"{noun} {noun} {topic}", previous.asks, True, noun=noun)
