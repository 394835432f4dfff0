"""Sentences that say what an article leaves open: 条款没有写明办理流程, 没有具体写到刷脸付款.

Such a sentence holds words that no passage holds, and is true exactly then. It is believed when no
word of what is said to be missing, nor any word of the same field of meaning (``fields.txt``),
stands in a passage of the place; a general word (流程, 地点, 材料) is looked for by what would fill it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.verification import direction, kinds, naming
from assistant.verification.fold import fold, fold_names
from assistant.verification.missing import asked, in_vain, leaning, missing
from assistant.verification.naming import CLAIMS, PRESENT
from assistant.verification.occurrences import bigrams
from assistant.verification.source import Source
from corpus.jurisdictions import find_in

# Worded like what callers ask and the passages answer.
_ANSWERED = -0.2
# Worded like what callers ask in vain; and so much so that the fields need not be asked.
_IN_VAIN, _MUCH_IN_VAIN = 0.1, 0.25
_MAY_OR_NOT = re.compile(r"可不可以|能不能够?|可否|行不行|是不是|是否")
_ASKED_DENIAL = re.compile(r"(?:是否|能否|还).*")
# What is said of all without exception.
_UNIVERSAL = re.compile(r"一律|全部|所有|无条件|永久|一定|必定|自动|全额|全程")
# 目的地是否包括工厂, 到账时间: the word of its own comes last, or before 时间.
_INCLUDES = re.compile(r"(?:是否|能否)(?:也)?(?:包括|包含|涵盖|算)")
_OTHER_TIME = re.compile(
    r"([^\W\d_]{2})的?(?:具体)?(?:时间|日期|时点)|.*(?:何时|什么时候|多久|几天)(?:才?[能可会])?([^\W\d_]{2})"
)
_HANDLES = re.compile(r"[审批办核]")
_WHETHER = re.compile(r"是否|能否|可否|属不属于|算不算")
_OBLIGED = re.compile(r"必须|应当|强制|非得|一定要")
_SPARED = re.compile(r"免|无[需须]|不[必需用]")
# 是否已经开设, 只用视频: that it is done, or the only way, is told by words of its own.
_DONE = re.compile(r"能否已经?(?=[^\W\d_])")
_ONLY = re.compile(r"[只仅光](?=[用凭靠看做需要有在])")
_OBLIGES = re.compile(r"必须|(?<!无)须|(?<![效供反响适])应(?![用急链])|强制|不得|要求|一律|同时")
_SIDES = re.compile(r"[进出]口|[进出入]境|[境国区][内外]|海外|线[上下]|[一二]线|[上下]游")
_A_NOT_A = re.compile(r"(\w)[不没]\1")
_DENIES = re.compile(r"不|没有|未|无[需须]|(?<!减)免(?!除|费|于)|禁止|除外")
# 甲、乙等具体港口: what follows only says what kind of things they are.
_ETC = re.compile(r"等(?![级次候待])(?:具体)?[^等]{1,4}$")
# 没有写明甲，只规定乙: what 只 denies has just been proved.
_BUT_ONLY = re.compile(
    r"(?:^|(?<=[,，;；:：。]))(?P<lead>\s*(?:条款|条文|政策|文件|措施|原文|方案|通知|[本该]条|其中|文中)?(?:中|里)?)"
    r"(?:而是|但是?|而|却|就)?[只仅](?:是)?(?=写[明到出了]|写的|规定|说[明到了]|提[到及]|讲[明到]|列[明出了]|载明|明确)"
)
_DETAIL = re.compile(r"具体|牵头|明确的")
_ASKS_WHICH = re.compile(r"哪|什么|谁|[几多]|如何|怎")
# A place with so little beside it is what the claim is about (上海是否有).
_BARE = 8
_DUTIES = re.compile(
    r"(?:的)?(?:具体)?(?:分工|任务|职责|工作)$|具体(?:是|由|归|到|找|去|向)*(?:哪[个一家]?|什么)(?:局|委|部门|单位|窗口|机构)?(?:来|去)?(?:办理|负责|受理|审批|牵头|管|办|申请)?$"
)
# 其他减免政策: whatever else there is stands in other passages.
_OTHERS = re.compile(r"^(?:还有)?(?:哪些)?(?:其[他它]|另外|别)的?(?P<what>[^\W_]{2,})")


def without_true(text: str, cited: Sequence[Source], given: Sequence[Source]) -> tuple[str, bool]:
    """``text`` without the clauses that truly say what is left open, and whether there were any."""
    taken = False
    for pattern in CLAIMS:
        for match in reversed(list(pattern.finditer(text))):
            if _of_whom(match, cited) and absent(match["what"], cited, given):
                text = (text[: match.start()] + text[match.end() :]).lstrip(" ,，;；")
                taken = True
    return (_BUT_ONLY.sub(r"\g<lead>", text) if taken else text), taken


def claimed(text: str, cited: Sequence[Source]) -> list[str]:
    """The definite things that are said to be ruled and are in no cited passage (具体时限)."""
    untrue = []
    for match in PRESENT.finditer(text):
        if _DETAIL.search(match["what"]) and cited:
            kind, filled = kinds.of(_after_of(fold(match["what"])), cited, detailed=True)
            if kind and not filled:
                untrue.append(match.group())
    return untrue


def _either(said: str) -> str:
    """``said`` with 能不能 and 有没有 as 能否 and 有: they ask, and deny nothing."""
    return _A_NOT_A.sub(r"\1", _MAY_OR_NOT.sub("能否", said)).removesuffix("不")


def _denies(said: str) -> bool:
    """Whether ``said`` holds a denial of its own; one that is asked about (是否不用) is none."""
    return bool(_DENIES.search(_ASKED_DENIAL.sub("", said)))


def _unlisted(said: str, texts: Sequence[str]) -> bool:
    """Whether it is asked of a thing that no passage names: 油漆桶是否属于危险货物包装.

    A rule for a class of things may well hold for it; that it is of the class is not written.
    """
    asks = _WHETHER.search(said)
    return asks is not None and any(
        missing(word, texts, unnamed=False)
        for word in naming.things(
            _INCLUDES.split(said)[-1] if _INCLUDES.search(said) else said[: asks.start()]
        )
    )


def _unnamed_thing(said: str, near: Sequence[Source], texts: Sequence[str]) -> bool:
    """Whether a word is said that no passage holds and no caller asks these passages with."""
    things = [word for word in naming.things(said) if missing(word, texts, unnamed=False)]
    if _ASKS_WHICH.search(said) or all(kinds.of(_after_of(said), near)):
        things = [word for word in things if not naming.is_act(word)]  # 由谁接听 asks for 专人对接
    return any(not any(asked(word, one) for one in near) for word in things)


def _elsewhere(
    said: str, near: Sequence[Source], given: Sequence[Source], texts: Sequence[str]
) -> bool:
    """Whether a passage of another place has these very words, and one of them stands in no near one."""
    others = [source.text for source in given if source not in near]
    return any(said in text for text in others) and any(
        missing(word, texts, unnamed=False) for word in naming.specific(said)
    )


def _of_whom(match: re.Match[str], cited: Sequence[Source]) -> bool:
    """Whether the passages are of the place whose they are said to be (上海海关的方案没有写…)."""
    places = {source.evidence.policy.jurisdiction for source in cited}
    return set(find_in(match.groupdict().get("whose") or "")) <= places


def absent(what: str, cited: Sequence[Source], given: Sequence[Source]) -> bool:
    """Whether the passages rule nothing of ``what``."""
    said = _either(_ETC.sub("", fold_names(fold(what))))
    if not cited:
        return False
    near = _of_the_places(cited, given)
    texts = [text for source in near for text in (source.text, source.units, *source.frame)]
    if _stronger(said, cited) or _unlisted(said, texts):
        return True
    if any(naming.only_denied(word, said, cited) for word in naming.things(said)):
        return True
    if _other_side(said, cited):
        return True
    if _denies(said) or _turned(said, cited):
        return False
    abroad = _elsewhere_only(said, cited, given)
    if abroad is not None:
        return abroad
    others = _OTHERS.match(said)
    if others and naming.specific(others["what"]):
        return not any(_concerned(others["what"], [one]) for one in near if one not in cited)
    if "具体" in what and all(kinds.unnamed(said, source.text) for source in cited):
        return True
    told = kinds.figures_absent(said, cited)
    if told is not None:
        return told
    duty = _DUTIES.search(said)
    if duty:
        return all(kinds.undivided(said[: duty.start()], source) for source in cited)
    if (
        _other_time(said, texts)
        or (not _WHETHER.search(said) and kinds.unmeasured(said, cited))
        or _unnamed_thing(said, near, texts)
        or _elsewhere(said, near, given, texts)
        or _vain(said, near, texts)
    ):
        return True
    if "具体" not in what and leaning(said, near) < _ANSWERED:
        return False
    unheard = not _ASKS_WHICH.search(said) and _unheard(said, near, texts)
    return unheard or _open(what, said, cited, near, texts)


def _stronger(said: str, cited: Sequence[Source]) -> bool:
    """Whether what is missing is said of all (一律不开箱) or as a duty, and no passage says so."""
    whole = _UNIVERSAL.match(said)
    if whole and not any(whole.group() in source.text for source in cited):
        return True
    told = [
        (_OBLIGED, _OBLIGES.pattern + "|" + _SPARED.pattern),
        (_DONE, "已|现行|目前|完成"),
        (_ONLY, "[只仅光均都]"),
    ]
    return any(
        claim.search(said) and not any(re.search(words, one.text) for one in cited)
        for claim, words in told
    )


def _other_time(said: str, texts: Sequence[str]) -> bool:
    """Whether the time of another event is meant (到账时间 where 办理时间 is ruled)."""
    other = _OTHER_TIME.fullmatch(said)
    return (
        other is not None
        and not _HANDLES.search(other[1] or other[2])
        and missing(other[1] or other[2], texts, unnamed=False)
    )


def _open(
    what: str,
    said: str,
    cited: Sequence[Source],
    near: Sequence[Source],
    texts: Sequence[str],
) -> bool:
    """Whether what is said of things that the passages do name is left open there."""
    detailed = "具体" in what
    which = kinds.which(said, detailed=detailed)
    if which and any(which in source.text for source in cited):
        return not any(kinds.names(which, source.text) for source in cited)
    if which and leaning(said, near) > _MUCH_IN_VAIN:
        return True
    if not _concerned(naming.FRAME.sub("", said.rpartition("的")[0]), cited):
        return False
    for whole in (_after_of(said), said):
        kind, filled = kinds.of(whole, cited, detailed=detailed)
        if kind:
            return not filled
    words = naming.content(naming.focus(said))
    if not words or all(find_in(word) for word in words):
        return False
    unnamed = detailed or "点名" in what
    return all(
        missing(word, texts, unnamed=unnamed) and not any(asked(word, one) for one in near)
        for word in words
    )


def _concerned(subject: str, cited: Sequence[Source]) -> bool:
    """Whether the cited passages speak at all of that whose details are said to be missing."""
    pairs = bigrams(subject)
    return not pairs or any(pairs & bigrams(text) for one in cited for text in one.words)


def _unheard(said: str, near: Sequence[Source], texts: Sequence[str]) -> bool:
    """Whether a word of ``said`` stands in no passage, and nobody asks these passages about it.

    Only articles whose similar questions are known can tell so much.
    """
    if not all(source.asked for source in near):
        return False
    vain = leaning(said, near) > _IN_VAIN
    return any(
        missing(word, texts, unnamed=False) and (vain or not any(asked(word, one) for one in near))
        for word in naming.specific(said)
    )


def _vain(said: str, near: Sequence[Source], texts: Sequence[str]) -> bool:
    """Whether a word stands in no passage with which, as with all of ``said``, callers ask in vain."""
    return leaning(said, near) > _MUCH_IN_VAIN and any(
        missing(word, texts, unnamed=False) and all(in_vain(word, one) for one in near)
        for word in naming.specific(said)
    )


def _after_of(said: str) -> str:
    """The thing itself (比例 of 优惠的具体比例)."""
    return said.rpartition("的")[2] or said


def _turned(said: str, cited: Sequence[Source]) -> list[str]:
    """The words of ``said`` that turn round those of a passage (提高 of what is lowered)."""
    return [words for source in cited for words in direction.turned(said, source.text)]


def _other_side(said: str, cited: Sequence[Source]) -> bool:
    """Whether it is asked of the goods, place or way that the passages leave out: 区外企业能否免除担保."""
    return _WHETHER.search(said) is not None and any(
        _SIDES.search(words) for words in _turned(said, cited)
    )


def _elsewhere_only(said: str, cited: Sequence[Source], given: Sequence[Source]) -> bool | None:
    """Whether it is of a place of which no passage is or speaks; None when it names no other place."""
    bare = naming.PORT.sub("", said)
    places = {source.evidence.policy.jurisdiction for source in cited}
    named = {place for place in find_in(bare) if len(said) <= len(place) + _BARE} - places
    if not named:
        return None
    known = {
        place for one in given for place in (one.evidence.policy.jurisdiction, *find_in(one.text))
    }
    return not named & known and bool(naming.specific(said))


def _of_the_places(cited: Sequence[Source], given: Sequence[Source]) -> list[Source]:
    places = {source.evidence.policy.jurisdiction for source in cited}
    return [source for source in given if source.evidence.policy.jurisdiction in places]
