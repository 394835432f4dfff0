"""Duty, permission and emphasis: 可以 may not become 必须, nor 不得 可以, nor 推送 自动推送."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.verification import bounds
from assistant.verification.negation import NEGATION, negations
from assistant.verification.occurrences import Occurrence, bigrams, occurrences

_DUTY = re.compile(
    r"必须|须(?!知|于)|应当|务必|强制|一定要|只能|(?<![施策款定文件])要求(?!的|等|高)"
)
_PERMISSION = re.compile(
    r"可以|(?<![许认])可(?!能|靠|视|持续|比|见|追)|能够|(?<![性功职效产智可潜技节赋])能(?!力|源|化|否)|允许|准许|准予"
)
_SOFT = re.compile(rf"{_PERMISSION.pattern}|自愿|鼓励|支持|探索|优先")
# 须符合…, 应为… may name a condition that the source sets without a word of duty.
_CONDITION = re.compile(r"的[,，]可|条件|符合|具备|满足|要求|前提|应|须|需")
_NAMES_CONDITION = re.compile(
    r"同时|符合|满足|具备|达到|是|为|经|已|未|没|具有|属于|高于|低于|大于|小于|不|aeo"
)
_STRONG = re.compile(
    r"一律|全部|所有|任何|全体|仅|只有|唯一|自动|直接|立即|立刻|马上|当场|当天|即时|无条件|随时|永久|长期|"
    r"免费|全额|全免|完全|绝对|保证|确保|承诺|必定|必然|肯定|无限|无上限|统一|每次"
)
# Words that hold a measure back, and the words by which a sentence may keep that.
# The third column only counts in the same clause.
_HEDGES = (
    (re.compile(r"探索"), re.compile(r"探索|尝试|摸索"), re.compile(r"试点|研究")),
    (re.compile(r"研究(?!机构|院|所|人员|中心|制定)"), re.compile(r"研究"), re.compile(r"探索")),
    (re.compile(r"争取(?!到)|力争"), re.compile(r"争取|力争|努力"), re.compile(r"(?!)")),
    (
        re.compile(r"鼓励"),
        re.compile(
            r"鼓励|支持(?![,，。;；等的]|$|力度|政策|措施)|提倡|倡导|引导|推动|推进|希望|可(?!以[,，])|写|提到|提及"
        ),
        re.compile(r"(?!)"),
    ),
    (re.compile(r"试行|试点"), re.compile(r"试|先行|写|提到|提及"), re.compile(r"探索")),
    (re.compile(r"推荐(?!函|书|信|单)"), re.compile(r"推荐|推送|举荐|推到"), re.compile(r"(?!)")),
    (re.compile(r"原则上"), re.compile(r"原则|一般|通常"), re.compile(r"(?!)")),
)
# 应当同时符合以下条件, 须满足的要求如下, 条件包括: what follows is required.
_REQUIRED = r"(?:条件|要求|标准|资格)"
_LEADS_IN = re.compile(
    rf"(?:以下|下列|下述|如下)[^,，。;；:\n]{{0,8}}{_REQUIRED}[^:\n]*[:\n]"
    rf"|{_REQUIRED}(?:如下|包括|包含|有|是|为)?(?:以下|下列)?:"
)
_LISTED = 4
_HEDGED = 5
_ANEW_SHARE = 0.5
_LED = 4
_WHO = r"(?:企业|公司|人员|人才|单位|货物|物品|产品|机构)"
_ALL = re.compile(rf"(?:^|[,，。;；])[^,，。;；、和]*{_WHO}(?:的)?(?:均|都)(?!是)")
_ONLY = re.compile(rf"{_WHO}(?:的)?(?:才|方)(?:可|能)")
_ANY_ONE = re.compile(
    r"(?<!同时)(?:符合|满足|具备|达到)[^,，。;；]{0,16}(?:之一|任[一何][一项条个]?)"
)
_PROMISE = re.compile(
    r"只要[^。;；]{2,30}?(?:就|都|便)|(?:一|必|肯)定(?:能|会|给|可以)|(?:都|全都|均)(?:能|会|可以)(?!不)|就(?:会|行)(?!不)"
)
_HELD = re.compile(r"鼓励|支持|探索|试点|试行|优先|推动|争取|条件|符合|前提|推荐")
_ASSURED = re.compile(r"(?<!平)均(?!衡)|都|确保|保证|一律|全部|所有")
# 两地都会, 甲、乙都可以: both of what is named, not all there are.
_JOINT = re.compile(r"两[地市家个者类条项]|双方|二者|、|(?:上海|厦门|市|海关)[和与及]")
_SAID_DONE = re.compile(
    r"已经?(?=达|实现|完成|建成|覆盖|推广|全面|开通|降[到至]|形成|落地|取消|放开)|已经?[^,，。;；]{0,10}(?:设立|成立|建立|开设)"
)
_IS_DONE = re.compile(r"已|完成|现行|现有|基础上")
_SAID_EQUAL = re.compile(
    r"(?:和|与|跟|同)[^,，。;；]{2,14}(?:企业|公司|货物|情况|以前|过去|原来)(?:的?[^,，。;；]{0,6})?(?:一样|相同|一致|持平|没有?区别)"
)
_IS_EQUAL = re.compile(r"相同|同等|一致|一样|统一|同样")
_FIRST = re.compile(r"优先")
_ANEW = re.compile(r"并|由|且|同时|还")
_REACH = 30
_ANYBODY = bigrams("海关") | bigrams("企业") | bigrams("aeo企业")
_BREAK = re.compile(r"[,，。;；:：\n]")


def spans(text: str) -> list[tuple[int, int]]:
    """Where words of duty and permission stand; they are judged here, not as vocabulary."""
    hidden = bounds.spans(text)
    return [(o.start, o.end) for p in (_DUTY, _PERMISSION) for o in occurrences(text, p, hidden)]


def faults(sentence: str, source: str) -> Iterator[str]:
    """What the folded ``sentence`` makes stricter, laxer or surer than the folded ``source``."""
    yield from _duties(sentence, source)
    yield from _permissions(sentence, source)
    yield from _emphases(sentence, source)


def drops_hedge(unit: str, whole: str, segment: str) -> bool:
    """Whether ``unit`` states as done what the ``segment`` only explores or strives for.

    ``whole`` is all that is said, because the holding back may stand in another clause of it.
    """
    mine = bigrams(unit)
    best = max(_BREAK.split(segment), key=lambda clause: len(bigrams(clause) & mine))
    if len(bigrams(best) & mine) < 2:
        return False
    return any(
        there.search(best) and not (kept.search(whole) or in_place.search(unit))
        for there, kept, in_place in _HEDGES
    )


def leads_hedged(unit: str, whole: str, segment: str) -> bool:
    """Whether the segment's first clause only explores what the ``unit`` tells as done.

    探索优化整改模式，采取甲与乙相结合的方式: the second clause is part of what is explored.
    """
    first, mark, rest = segment.partition(",")
    mine = bigrams(unit)
    return any(
        bool(mark)
        and there.match(first)
        and not kept.search(whole)
        and len(bigrams(first) & mine) >= _LED
        and len(bigrams(rest) & mine) >= _LED
        for there, kept, _ in _HEDGES[:2]
    )


def lost_hedges(sentence: str, source: str) -> Iterator[str]:
    """What the source only strives for or explores, said without any such word."""
    for there, kept, _ in _HEDGES:
        softened = kept.search(sentence)
        for one in occurrences(source, there):
            what = one.after[:_HEDGED]
            if len(what) != _HEDGED or source.count(what) != 1:
                continue
            if what not in sentence and not _told_anew(one.after, sentence):
                continue
            if not softened or (what in sentence and _begins_anew(sentence, what, kept)):
                yield what


def _told_anew(hedged: str, sentence: str) -> bool:
    """Whether the sentence says in another order what is held back: 评价能够提高 of 探索提高…评价."""
    clause = bigrams(_BREAK.split(hedged)[0])
    return hedged[:2] in sentence and len(clause & bigrams(sentence)) >= _ANEW_SHARE * len(clause)


def _begins_anew(sentence: str, what: str, kept: re.Pattern[str]) -> bool:
    """Whether a clause that begins with 并 or 由 tells ``what`` as done, whatever softens others."""
    at = sentence.index(what)
    clause = _BREAK.split(sentence[:at])[-1] + what
    return bool(_ANEW.match(clause)) and not kept.search(clause)


def _duties(sentence: str, source: str) -> Iterator[str]:
    hidden = bounds.spans(source)
    soft, duty = occurrences(source, _SOFT, hidden), occurrences(source, _DUTY, hidden)
    conditional = _CONDITION.search(source) is not None
    for said in occurrences(sentence, _DUTY, bounds.spans(sentence)):
        firm = _best(said, duty)
        names_condition = conditional and _NAMES_CONDITION.match(said.after) is not None
        if (names_condition and _set_as_condition(said, source)) or (
            said.word == "要求" and _listed(said.after[:5], source)
        ):
            continue
        if _best(said, soft) > firm or not (firm or names_condition):
            yield said.shown


def _listed(words: str, source: str) -> bool:
    """Whether the words stand in a list that the source leads in as conditions (符合以下条件：…)."""
    lead = _LEADS_IN.search(source)
    return len(words) >= _LISTED and lead is not None and words in source[lead.end() :]


def _set_as_condition(said: Occurrence, source: str) -> bool:
    """Whether the source has the same words in a clause that only sets a condition (甲为乙的，可)."""
    words = re.escape(said.after[:5])
    return len(said.after) >= 5 and bool(
        re.search(rf"(?<![可能]){words}[^,，。;；]*[,，]?[^。;；]*的[,，]可", source)
    )


def _permissions(sentence: str, source: str) -> Iterator[str]:
    denied = [one.at for one in negations(source) if one.kind in ("prohibited", "not")]
    soft = occurrences(source, _SOFT, bounds.spans(source))
    for said in occurrences(sentence, _PERMISSION, bounds.spans(sentence)):
        if NEGATION.search(said.after) or NEGATION.search(said.before[-2:]):
            continue
        turned = [one for one in denied if len(one.after) >= 2 and one.after[:2] in said.after]
        if turned and _best(said, turned) > _best(said, soft):
            yield said.shown


def _emphases(sentence: str, source: str) -> Iterator[str]:
    for said in occurrences(sentence, _STRONG):
        there = occurrences(source, re.compile(re.escape(said.word)))
        if not any(said.surroundings & one.surroundings for one in there):
            yield said.shown
    yield from _precedences(sentence, source)
    yield from _everybody(sentence, source)
    yield from _one_of(sentence, source)
    yield from _done(sentence, source)
    yield from _equal(sentence, source)
    yield from _promised(sentence, source)


def _everybody(sentence: str, source: str) -> Iterator[str]:
    """企业均可, 符合条件的企业才可以: said of all, or of no others, where the source does not."""
    if not re.search(r"(?<!平)均|都|一律|全部|所有", source):
        yield from (match.group() for match in _ALL.finditer(sentence))
    if not re.search(r"才|方可|方能|仅|只|限于", source):
        yield from (match.group() for match in _ONLY.finditer(sentence))


def _one_of(sentence: str, source: str) -> Iterator[str]:
    """符合条件之一即可, where the source does not say that one is enough."""
    if not re.search(r"之一|任[一何]|或", source):
        yield from (match.group() for match in _ANY_ONE.finditer(sentence))


def _done(sentence: str, source: str) -> Iterator[str]:
    """已经达到, where the source only wants it to be so."""
    if not _IS_DONE.search(source):
        yield from (match.group() for match in _SAID_DONE.finditer(sentence))


def _equal(sentence: str, source: str) -> Iterator[str]:
    """仍和其他企业一样, where the source tells of no likeness."""
    if not _IS_EQUAL.search(source):
        yield from (match.group() for match in _SAID_EQUAL.finditer(sentence))


def _promised(sentence: str, source: str) -> Iterator[str]:
    """只要是企业就能, 各区都会给, where the source holds back, and the sentence does not."""
    held = set(_HELD.findall(source))
    if not held or _ASSURED.search(source) or held & set(_HELD.findall(sentence)):
        return
    if not _JOINT.search(sentence):
        yield from (match.group() for match in _PROMISE.finditer(sentence))


def _precedences(sentence: str, source: str) -> Iterator[str]:
    """优先 is said of an act; the act must be one to which the source gives precedence."""
    first = [bigrams(source[one.end : one.end + _REACH]) for one in occurrences(source, _FIRST)]
    for said in occurrences(sentence, _FIRST):
        if first and not any((said.surroundings - _ANYBODY) & known for known in first):
            yield said.shown


def _best(said: Occurrence, there: list[Occurrence]) -> int:
    return max((len(said.operand & one.operand) for one in there), default=0)
