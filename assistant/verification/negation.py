"""Negation: none may be added to what the source says, and none may be lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.verification import bounds
from assistant.verification.occurrences import Occurrence, bigrams, occurrences

_CLASSES = {
    "prohibited": r"不得|不可以|不可(?!或缺)|不能(?!力)|不允许|不准|不许|禁止|严禁|切勿",
    "needless": r"无需|无须|毋须|不需要|不需(?!求)|不用|不必|不须|(?<![避减])免(?!收|缴)(?!疫|费)[于予去除掉]?",
    "excepted": r"除外|除了?(?=[^,，。;；]{1,30}外)|(?<![境国以之海区])外的(?!商|贸|资|国)|不包括|不包含|不含|不适用|不在(?=[^,，。;；]{0,12}(?:范围|之列|此列|[之以]?内))",
    "reduced": r"减免",
    "waived": r"免收|免缴",
    "stopped": r"取消|停止|暂停|终止|撤销",
    "not": r"没有?(?!收)|未(?!来|必)|不予|不(?!同|断|是(?=[\d一二两三四五六七八九十]))(?!同|断|仅|但|动产|定期|管|论|妨)|无(?!论|锡|人机|线)|非(?!常|洲)|勿",
}
NEGATION = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _CLASSES.items()))
_OF_THE_TEXT = re.compile(
    r"(?:有)?(?:直接|明确|具体|单独|专门)?(?:写|提[到及]|说明|载明|列[明出]|规定|明确)"
)
_WHETHER = re.compile(r"(?:是否|会不会|能否|是不是)[^,，。;；]{0,2}$")
_NEAR = 6
# What these say may stand before them as well as after: 减免手续费, 手续费减免.
_EITHER_SIDE = frozenset({"excepted", "waived", "reduced", "stopped"})
_OPERAND = 8


@dataclass(frozen=True, slots=True)
class Negation:
    """A negating word and its kind; kinds differ in law (不予 is not 免予, 不得 is not 不必)."""

    kind: str
    at: Occurrence


def negations(text: str) -> list[Negation]:
    """The negations of the folded ``text``; 不低于 and the like are bounds and not among them."""
    hidden = bounds.spans(text)
    return [
        Negation(match.lastgroup or "", one)
        for one in occurrences(text, NEGATION, hidden)
        if (match := NEGATION.match(text, one.start))
    ]


def faults(sentence: str, source: str) -> Iterator[str]:
    """What the folded ``sentence`` negates or fails to negate, unlike the folded ``source``."""
    said, known = negations(sentence), negations(source)
    yield from (one.at.shown for one in said if not _stands(one, sentence, source, known))
    for there in known:
        if there.kind == "excepted":
            if _includes(sentence, _excepted(there.at), said):
                yield f"{there.at.shown}"
            continue
        if _loses(sentence, there, source, said, known):
            yield f"{there.at.after[:4]}（原文为“{there.at.word}{there.at.after[:4]}”）"


def _stands(said: Negation, sentence: str, source: str, known: list[Negation]) -> bool:
    """Whether the source holds the negation, in the same words or of the same thing."""
    words = bigrams(source)
    verbatim = sentence[max(0, said.at.start - 2) : said.at.end + 2]
    if said.at.word == "非" and _said_as_outside(said.at.after, source):
        return True
    if _OF_THE_TEXT.match(said.at.after):
        return verbatim in source  # 没有写明 denies that a thing is written, not the thing
    return verbatim in source or any(_same(said, there, words) for there in known)


def _said_as_outside(operand: str, source: str) -> bool:
    """Whether 非X (非办公时间) says what the source calls X以外 or X之外."""
    return any(
        re.search(rf"{re.escape(operand[:size])}(?:的)?[以之]外", source)
        for size in range(2, len(operand) + 1)
    )


def _same(said: Negation, there: Negation, known: frozenset[str]) -> bool:
    """Whether the source negates the same thing in the same way.

    Half of the operand's bigrams must stand there, of those that the source (``known``) has.
    """
    if said.kind != there.kind:
        return False
    if said.at.after[:2] and said.at.after[:2] == there.at.after[:2]:
        return True
    after = bigrams(said.at.after[:_OPERAND])
    operand = (after or bigrams(said.at.before[-_OPERAND:])) & known
    governed = bigrams(there.at.word + there.at.after)
    if said.kind in _EITHER_SIDE or not after:
        governed |= bigrams(there.at.before)
    least = 1 if said.kind == "excepted" else (len(operand) + 1) // 2
    if 0 < least <= len(operand & governed):
        return True
    near = bigrams(said.at.before[-_NEAR:]) & known
    return said.kind in _EITHER_SIDE and 0 < (len(near) + 1) // 2 <= len(near & governed)


def _loses(
    sentence: str, there: Negation, source: str, said: list[Negation], known: list[Negation]
) -> bool:
    """Whether the sentence says what ``there`` negates, with no negation near before it.

    Where the source also says it plainly, the sentence counts as drawn from the place whose
    further words it shares for longer.
    """
    what = there.at.after[:3].rstrip("的")
    if len(what) < 2:
        return False
    near = [one.at.end for one in said if one.kind != "excepted"]
    negated = {one.at.end for one in known}
    plainly = [m.start() for m in re.finditer(re.escape(what), source) if m.start() not in negated]
    for match in re.finditer(re.escape(what), sentence):
        at = match.start()
        if any(at - _NEAR <= end <= at + 1 for end in near) or _WHETHER.search(sentence[:at]):
            continue
        if there.kind in _EITHER_SIDE and any(
            one.kind == there.kind and 0 < one.at.start - at <= _NEAR for one in said
        ):
            continue
        here = _shared(sentence, at, source, there.at.end)
        if all(here > _shared(sentence, at, source, other) for other in plainly):
            return True
    return False


def _shared(one: str, i: int, other: str, j: int) -> int:
    """How many characters the texts share from ``i`` and ``j`` on."""
    length = 0
    while (
        i + length < len(one) and j + length < len(other) and one[i + length] == other[j + length]
    ):
        length += 1
    return length


def _includes(sentence: str, excepted: str, said: list[Negation]) -> bool:
    """Whether the sentence speaks of what the source excepts, and excepts nothing itself."""
    return (
        len(excepted) >= 2
        and excepted in sentence
        and not any(one.kind == "excepted" for one in said)
    )


def _excepted(at: Occurrence) -> str:
    """What is excepted: 食品 of 食品除外, 特殊情况 of 除特殊情况外."""
    if at.word.startswith("除") and at.word != "除外":
        return at.after.rpartition("外")[0]
    return at.before[-4:]
