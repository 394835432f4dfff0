"""Turns that set something beside what was asked before: “跟厦门比呢”, “哪个快”, “这俩有什么区别”.

One side stands in the turn, or in neither; the other is what was asked before, and keeps its
place. After two questions “哪个快” sets these two beside each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.understanding.asks.intents import compares
from assistant.understanding.asks.own_words import own_words
from assistant.understanding.comparisons.places import has_content, unframed
from assistant.understanding.comparisons.subjects import subjects_of
from assistant.understanding.follow_ups.swapped_places import Places, swap_places, without_marks

_GRADE = "(?:快|慢|长|短|高|低|多|少|早|晚|严|松|久|宽|窄|大|小|优惠|划算|好办|省事|省钱|实在|容易|方便|厉害|合适|强|好)"
_WITH = r"(?:跟|(?<![总暖饱])和(?![平谐])|与(?!否|其)|同(?![样比时类等意步行线标质一])|比起|对比|相比于?|对照|较之)"
# A side that the turn names, and that it is set beside something.
_TO_BEFORE = re.compile(
    rf"(?:{_WITH}|拿|把)[^，,。？?]{{1,16}}?(?:(?<!对)比(?![例率重])|相比|比较|对比|差(?!不多就)|区别|不同|不一样|一个?样|差不多|两样|相同|一致|同步|出入|一回事|一码事|[谁哪])"
    rf"|(?:一个?样|相同|差不多|一致|区别|更?{_GRADE})[^，,。？?]{{0,6}}[，, ]+(?:跟|和|与|同|比|较)[^，,。？?]{{1,10}}$"
    rf"|(?<![占环同对])比(?![例率较重照如方]|一[下比])[^，,。？?]{{0,14}}?(?:更|还|要)?{_GRADE}"
    r"|一(?:回|码)事|两码事"
)
_NEITHER = re.compile(
    rf"(?:哪|谁)(?:[个边家头座份种项条类样]|一[个边家份种项])?(?:城市|地方|市)?(?:的|家)?(?:政策|文件|措施|规定)?[^，,。？?]{{0,4}}?(?:更|比较|最)?{_GRADE}(?!少)"
    r"|(?:这|那|它|他)?(?:两|俩|二)(?:个|者|边|家|地|份|条|项|座|种|样|类|处|头)?(?:城市|地方|之间|文件|政策|规定)?[^，,。？?]{0,6}(?:区别|差|不同|不一样|一样|相同|一致|比|谁|哪|异同|出入|更)"
    r"|^(?:那|有|到底|究竟|具体)*(?:什么|啥|何|没有|没)?(?:的)?(?:区别|差别|差异|不同|不一样|异同)|差(?:多少|几|在哪|哪儿?|别)"
)
_ELLIPSIS = re.compile(r"(?:呢|吧)$")
_PRONOUN = re.compile(
    rf"^(?:那|那么)?(?:它|这个|这份|这条|这项|那个|那份|这|该文件|前者)(?={_WITH}|比)"
)


# What is said around the other side: “比高级认证的慢多少”.
_AROUND = re.compile(
    rf"比(?:这|那|它)(?:个|条|项)?(?=[^，,。？?]{{0,3}}{_GRADE})|^(?:那|那么|它|这个|这)*(?:{_WITH}|比|拿|把)|(?:的|这个|那个|这条|那条)*(?:相比|比)?[，,、 ]*(?:[谁哪][个边家]?)?(?:更|还|要|得)?{_GRADE}(?:多少|几.?.?|吗|么|不|些|一点|了)?$|(?:这个|那个|那条|的)$"
)


_ACCREDITED = re.compile(r"高级认证|高认|AEO|认证", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Beside:
    """The comparison in one question, and its two ``sides`` where no places tell them apart."""

    text: str
    sides: tuple[str, ...] = ()


def beside(core: str, earlier: tuple[str, str], places: Places) -> Beside | None:
    """``core`` with what it is set beside; ``None`` where it compares nothing with that.

    ``earlier`` are the self-contained questions before, the last one last; the first may be empty.
    """
    before, last = earlier
    here = list(dict.fromkeys(places(core)))
    if len(here) > 1 or len(subjects_of(core)) > 1:
        return None
    if _TO_BEFORE.search(core) and (here or compares(core)):
        return Beside(_joined(last, core), () if here else _sides(last, core))
    if here or not _NEITHER.search(core):
        return Beside(_joined(last, core)) if here and _graded(core, here[0]) else None
    if not before:
        return Beside(_joined(last, core))
    text = f"{_both(before, last, places)}，{core}？"
    return Beside(text, () if len(set(places(text))) > 1 else (_plain(before), _plain(last)))


def _sides(last: str, core: str) -> tuple[str, ...]:
    """What was asked before, and what ``core`` sets beside it; empty where it names nothing."""
    other = _AROUND.sub("", _AROUND.sub("", unframed(core)))
    named = len(own_words(_ACCREDITED.sub("", other))) > 1
    return (_plain(last), other) if named and has_content(other) and other not in last else ()


def _graded(core: str, place: str) -> bool:
    """Whether ``place`` is asked to be more of something than what was asked before."""
    return bool(re.search(rf"{re.escape(place)}[^，,。？?]{{0,6}}更{_GRADE}", core))


def _joined(last: str, core: str) -> str:
    stands_for = _PRONOUN.sub(_plain(last), core)
    return f"{stands_for}？" if stands_for != core else f"{_plain(last)}，{core}？"


def _plain(text: str) -> str:
    return _ELLIPSIS.sub("", without_marks(text))


def _both(before: str, last: str, places: Places) -> str:
    """The last two questions as one: of two places where they ask the same."""
    if _plain(before) in last:
        return _plain(last)
    named = [*places(before), *places(last)]
    same = own_words(_without(before, places)) == own_words(_without(last, places))
    if same and len(named) == 2 and named[0] != named[1]:
        return _plain(swap_places(last, named, places))
    here = places(before)[:1]
    return f"{_plain(before)}和{_without(_plain(last), places).lstrip('：') if here == places(last)[:1] else _plain(last)}"


def _without(text: str, places: Places) -> str:
    for place in places(text):
        text = text.replace(place, "")
    return text
