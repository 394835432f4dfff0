"""One word exchanged in an otherwise faithful sentence.

Where an article says the same thing twice with the words the other way round (出口货物…不征收进口
关税; 进口货物…不征收出口关税), no single word gives the swap away. A sentence that follows one
sentence of the source closely is therefore also laid beside it letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

import rjieba

from assistant.verification import bounds
from assistant.verification.direction import OPPOSITES
from assistant.verification.limits import GRANTS
from assistant.verification.negation import NEGATION
from assistant.verification.occurrences import bigrams
from assistant.verification.shifts import qualifies
from assistant.verification.source import Segment
from assistant.verification.tiling import tile
from corpus.jurisdictions import find_in

# Both texts must agree for this many characters before and after the exchanged words.
_FRAME = 3
_WORDS = re.compile(r"[^\W\d_a-z]+")
# Longer stretches were left out or put in, not exchanged.
_EXCHANGED = 4
_NOUN = 6
# And over all for this share of the sentence.
_FAITHFUL = 0.7
# Or what is negated together with its negation.
_SAYING = re.compile(r"^免[^\W\d_]{2,}$")
# Of a sentence that follows the source, so much stands there.
_FOLLOWS = 0.75
_BRACKETS = re.compile(r"\([^()]*\)")
_MET = re.compile(r"条件|资格|符合|认定")
_HEARD = 0.6
_LONGEST = 16
_LEADS = re.compile(r"优先|支持|鼓励|推动|试点|对|将|为|向")
# 生产型, 技术性, 短期, 中小微, 首次: a kind, not a noun that anybody would supply.
_KIND = re.compile(
    r"^[^\W\d_]{0,4}(?:型|性|级|期|类|微|次|式)$|^(?:平均|专业|重点|优秀|国际|短期|长期)$"
)
_TELLS = re.compile(GRANTS.pattern + r"|增加|加大|加强|解决|推荐")
_STOPS = (",", ";", "。", "、", "的", ":")
_CONDITION = re.compile(
    r"^(?:如|若|依[^,]*申请$|经[^,]{4,}|凭[^,]{2,}|在[^,]{2,}(?:范围内|前提下|情况下|以外)$)[^,]*$|^[^,]{4,}的$"
)
_LOOSE = re.compile(
    r"^其|更多|相应|有关|相关|其[他它]|^各|积极|进一步|持续|有效|充分"
    r"|企业$|公司$|海关$|部门$|单位$|工作$|情况$|事项$|业务$|服务$"
)
_JOINS = {"and": re.compile(r"和|且|并|及|与"), "or": re.compile(r"或")}
# A whole member of a list may be left out.
_MEMBER = re.compile(r"^.{2,}(?:和|与|及|、)$|^(?:和|与|及|、).{2,}$")


def faults(sentence: str, segments: tuple[Segment, ...]) -> Iterator[str]:
    """The words of the folded ``sentence`` that turn round those of the source in their place."""
    words = bigrams(sentence)
    nearest = max(segments, key=lambda s: len(words & bigrams(s.text)), default=None)
    if nearest is None:
        return
    source = nearest.text
    matcher = SequenceMatcher(None, source, sentence, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < _FAITHFUL * len(sentence):
        return
    steps = matcher.get_opcodes()
    for before, step, after in zip(steps, steps[1:], steps[2:], strict=False):
        framed = before[0] == after[0] == "equal" and min(_size(before), _size(after)) >= _FRAME
        _, i, j, k, m = step
        if step[0] == "delete" and (_MEMBER.search(source[i:j]) or _SAYING.search(source[i:j])):
            continue
        size = max(j - i, m - k)
        if step[0] == "equal" or not framed or size > _NOUN:
            continue
        if size <= _EXCHANGED and _turned(source[i - 2 : j + 1], sentence[k - 2 : m + 1]):
            yield sentence[k - 2 : m + 1]
        elif (
            step[0] == "replace"
            and _another(source[i:j], sentence[k:m])
            and not any(
                sentence[max(0, k - 2 * _FRAME) : m] in segment.text for segment in segments
            )
        ):
            yield sentence[k:m]


def omitted(sentence: str, known: str, segments: tuple[Segment, ...]) -> Iterator[str]:
    """What narrows the source's words and is left out of a sentence that else follows them.

    ``known`` is all that was said or asked; what stands there need not be said again.
    """
    words = bigrams(sentence)
    nearest = max(segments, key=lambda s: len(words & bigrams(s.text)), default=None)
    if nearest is None or not _TELLS.search(sentence):
        return
    source, said = _BRACKETS.sub("", nearest.text), _BRACKETS.sub("", sentence)
    matcher = SequenceMatcher(None, source, said, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < _FOLLOWS * len(said):
        return
    heard = bigrams(known)
    steps = matcher.get_opcodes()
    for before, step, after in zip([None, *steps], steps, steps[1:], strict=False):
        name, i, j, k, m = step
        if name == "replace" and find_in(said[k:m]):
            name = "delete"  # 上海市高级管理人员 for 贡献突出的高级管理人员
        left = before is None or before[3] == 0 or (before[0] == "equal" and _size(before) >= 2)
        if name != "delete" or not left or (_size(after) < 2 and source[j] != ","):
            continue
        part = source[i:j].strip(",")
        whole = source[i - 1 : i] in ("", *_STOPS) or source[i] == ","
        whole = whole and (source[j - 1] == "," or source[j] in _STOPS)
        if not whole:
            part = part.partition(",")[0]
            narrows = source[i] != "," and _narrows(part, source[j], begins=before is None)
            narrows = narrows and (i == 0 or source[i - 1] != ",")
        elif not (narrows := _CONDITION.search(part) is not None):
            continue
        pairs = bigrams(part)
        met = "条件" in part and _MET.search(known)
        if narrows and not met and len(pairs & heard) < _HEARD * len(pairs):
            yield part


def _narrows(words: str, after: str, *, begins: bool) -> bool:
    """Whether the words say which of what ``after`` begins are meant."""
    if _LOOSE.search(words):
        return False
    if begins:
        return words.endswith(("内", "的")) and len(words) > 3 and not _LEADS.match(words)
    if words.endswith("的"):
        return 3 < len(words) <= _LONGEST and not _LEADS.match(words)
    return after not in _STOPS and bool(_KIND.search(words)) and qualifies(words)


def _another(old: str, new: str) -> bool:
    """Whether a noun took the place of another one (危险化学品 of 危险货物包装)."""
    if min(len(old), len(new)) < 2 or not (_WORDS.fullmatch(old) and _WORDS.fullmatch(new)):
        return False
    left = "|".join(tile(new, (old,)).leftover)
    return any(len(word) > 1 and tag in ("n", "nz", "vn", "v") for word, tag in rjieba.tag(left))


def _size(step: tuple[str, int, int, int, int]) -> int:
    return step[2] - step[1]


def _joins(words: str) -> set[str]:
    """Whether words join as 和 or as 或."""
    return {kind for kind, mark in _JOINS.items() if mark.search(words)}


def _turned(old: str, new: str) -> bool:
    bounded = bounds.spans(old) or bounds.spans(new)
    if not bounded and bool(NEGATION.search(old)) != bool(NEGATION.search(new)):
        return True
    if _joins(old[2:-1]) | _joins(new[2:-1]) == {"and", "or"} and _joins(old[2:-1]) != _joins(
        new[2:-1]
    ):
        return True
    for one, other in OPPOSITES:
        for side, opposite in ((one, other), (other, one)):
            if side.search(new) and opposite.search(old) and not side.search(old):
                return True
    return False
