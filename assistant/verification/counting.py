"""Counts of what is listed: 共四项, 有两条, 以下三类行为.

A count is true when it is the number of the cited articles, of the numbered items of the one cited
article, of a list in its words that ends in the same noun, or of the items that follow in the sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import rjieba

from assistant.verification.figures import number
from assistant.verification.fold import fold, fold_names
from assistant.verification.occurrences import bigrams
from assistant.verification.source import Source
from corpus.jurisdictions import spans_in

_N = r"(?P<n>[一二两三四五六七八九十]{1,3}|\d{1,2}|几|若干)"
_COUNT = re.compile(
    rf"(?P<lead>共有?|一共有?|总共有?|有|分为?|分成|以下|下列|如下|这|包括|涉及|主要|的)?{_N}"
    r"(?P<unit>个方面|处(?!罚|理|置|分)|个|条|项|种|类|点|款|方面|份|部)(?!工作日|月|小时|年|季度|百分点|以[上下])"
    r"(?P<noun>[^,，。;；:：、\[【\d]{0,12})"
)
# What articles may be called when they are counted.
_ARTICLES = re.compile(
    r"^(?:主要|具体|相关|便利)?(?:措施|规定|条款|政策|安排|内容|服务|举措|支持|方面|要求|做法|文件|便利)?(?:都|均|里|中|分别是|分别为|写了|提到|是)?$"
    r"|^(?:都|均)?(?:涉及|提到|提及|写到|写明|规定|有规定|讲到|用到|明确|包含|可用)"
)
_UNIT_COUNT = re.compile(rf"(?:一?共有?|总共有?|有){_N}(?:家|个)(?:责任)?(?:单位|部门)?")
_PLACE_COUNTS = re.compile(rf"(?:有|共|各)?{_N}(?P<unit>条|项|处|份)")
_AFTER = re.compile(r"(?:[:：]|分别[是为]|包括|即)(?P<list>[^。;；]+)[。;；]?\s*$")
# What is done, one after the other: 支持甲，建设乙，培育丙.
_ACTS = re.compile(r"[,，、]")
# 甲、乙、丙这三类
_BEFORE = re.compile(r"(?P<list>[^,，。;；:：]+)$")
_LIST_MARK = re.compile(r"、|和(?!解|谐)|以及|及(?!时)|与(?!会)")
_TOLD = 0.6
_VAGUE = ("几", "若干")


def without_true(text: str, cited: Sequence[Source]) -> tuple[str, bool]:
    """``text`` without the counts that are true."""
    text, taken = _without_own(text, cited)
    text, told = _without_units(text, cited)
    taken = taken or told
    for match in reversed(list(_COUNT.finditer(text))):
        if _true(match, text, cited):
            start = match.start("n")
            if match["lead"] in (
                "共",
                "共有",
                "一共",
                "一共有",
                "总共有",
                "总共",
                "分为",
                "分",
                "分成",
                "这",
                "以下",
                "下列",
                "如下",
            ):
                start = match.start()
            text = text[:start] + text[match.end("unit") :]
            taken = True
    return text, taken


def miscounted(text: str) -> list[str]:
    """The counts of a list that stands right before them, when it has another number of members."""
    wrong = []
    for match in _COUNT.finditer(text):
        listed = _BEFORE.search(text[: match.start()])
        if match["lead"] != "这" or not listed or "、" not in listed["list"]:
            continue
        if number(match["n"]) not in (None, len(items(listed["list"]))):
            wrong.append(match.group())
    return wrong


def _without_own(text: str, cited: Sequence[Source]) -> tuple[str, bool]:
    """``text`` without the counts of each place (上海市两条、厦门市一条), when all are true."""
    counts = []
    for start, end, place in spans_in(text):
        match = _PLACE_COUNTS.match(text, end)
        if match:
            counts.append((start, match.end(), place, number(match["n"])))
    held = Counter(source.evidence.policy.jurisdiction for source in cited)
    if len(counts) < 2 or {place: n for _, _, place, n in counts} != dict(held):
        return text, False
    for start, end, _, _ in reversed(counts):
        text = text[:start] + text[end:]
    return text.lstrip("、，, "), True


def _without_units(text: str, cited: Sequence[Source]) -> tuple[str, bool]:
    """``text`` without the number of the units in charge, when it names as many of them as there are."""
    for match in _UNIT_COUNT.finditer(text):
        units = cited[0].evidence.article.responsible_units if len(cited) == 1 else ()
        if number(match["n"]) == len(units) == sum(unit in text[match.end() :] for unit in units):
            return text[: match.start()] + text[match.end() :], True
    return text, False


def _true(match: re.Match[str], text: str, cited: Sequence[Source]) -> bool:
    if match["n"] in _VAGUE:
        return True
    value = number(match["n"])
    if value is None:
        return False
    count = int(value)
    if len(cited) > 1:
        if not _ARTICLES.match(match["noun"].strip()):
            return False
        if match["unit"] in ("份", "部"):
            return len({source.evidence.policy.id for source in cited}) == count
        return len(cited) == count
    if not cited:
        return False
    if any(clause.label for clause in cited[0].evidence.article.clauses):
        return False  # numbered items are counted where all figures are compared
    noun, rest = fold_names(fold(match["noun"])), fold_names(fold(text[match.end() :]))
    return (
        _listed_in_words(noun, count, cited[0])
        or _listed_after(rest, count, cited[0])
        or _acts_after(rest, count, cited[0])
        or (match["lead"] == "这" and _listed_before(text[: match.start()], count, cited[0]))
        or (noun in ("情形", "情况") and _told_times(text[: match.start()], cited[0]) == count)
    )


def _told_times(words: str, source: Source) -> int:
    """In how many sentences of the article the words stand: 可以办理户籍，分两种情形."""
    said = bigrams(fold_names(fold(words)))
    shared = [len(said & bigrams(segment.text)) for segment in source.segments]
    return sum(len(said) > 4 and one >= _TOLD * len(said) for one in shared)


def items(words: str) -> list[str]:
    """What a list names; 和 joins members only at its end where 、 joins the others."""
    items = words.split("、")
    return (
        [*items[:-1], *_LIST_MARK.split(items[-1])] if len(items) > 1 else _LIST_MARK.split(words)
    )


def _lists(source: Source) -> list[tuple[list[str], str]]:
    """The lists inside the clauses of an article: their items, and what follows 等."""
    found = []
    for segment in source.segments:
        for clause in re.split(r"[,，。;；:：]", segment.text):
            if "的或" in clause:
                found.append((clause.split("的或"), segment.text.partition(clause)[2]))
            head, mark, tail = clause.rpartition("等")
            members = items(head if mark else clause)
            if len(members) > 1:
                found.append((members, tail if mark else ""))
    return found


def _listed_in_words(noun: str, count: int, source: Source) -> bool:
    """Whether the source lists so many things and calls them by the noun: 甲、乙、丙等违规行为."""
    wanted = bigrams(noun)
    return bool(wanted) and any(
        wanted <= bigrams(tail) and len(members) == count for members, tail in _lists(source)
    )


def _listed_after(rest: str, count: int, source: Source) -> bool:
    """Whether the sentence goes on to list so many things, and the source as many of them."""
    match = _AFTER.search(rest)
    return match is not None and _is_list_of(match["list"], count, source)


def _listed_before(words: str, count: int, source: Source) -> bool:
    """Whether the words end in a list of so many things, and the source lists as many of them."""
    match = _BEFORE.search(fold_names(fold(words)))
    return match is not None and _is_list_of(match["list"], count, source)


def _is_list_of(words: str, count: int, source: Source) -> bool:
    if len(items(words)) != count:
        return False
    said = bigrams(words)
    return any(
        len(members) == count and 2 * len(said & bigrams("、".join(members))) >= len(said)
        for members, _ in _lists(source)
    )


def _acts_after(rest: str, count: int, source: Source) -> bool:
    """Whether the sentence goes on to tell so many acts, all those of one sentence of the source."""
    match = _AFTER.search(rest)
    acts = [bigrams(one) for one in _ACTS.split(match["list"])] if match else []
    if len(acts) != count or not all(acts):
        return False
    for segment in source.segments:
        told = [bigrams(one) for one in _ACTS.split(segment.text.rstrip("。;"))]
        if len(told) == count and all(
            any(_TOLD * len(act) <= len(act & one) for one in told) for act in acts
        ):
            return True
    return False


# A list that names one measure of each cited article: 免除担保、延长时限和降低查验率[A1][A2][A3].
_LIST = re.compile(r"(?:(?<=[:：])|(?<=包括)|(?<=分别是)|(?<=分别为)|(?<=即))[^,，。;；:：]+")
_TRAILING = re.compile(
    r"(?:等)?(?:几|[一二两三四五六七八九十\d]+)?(?:个)?(?:方面|措施|内容)?[。.]?$"
)


def without_titles(text: str, cited: Sequence[Source]) -> tuple[str, bool]:
    """``text`` without its list, when each member is named by a different cited article."""
    for match in _LIST.finditer(text):
        words = match.group()[: _TRAILING.search(match.group()).start()]  # type: ignore[union-attr]
        members = [fold_names(fold(one)) for one in items(words)]
        if len(members) > 1 and len(members) == len(cited) and _each_own(members, cited):
            return text[: match.start()] + text[match.start() + len(words) :], True
    return text, False


def _each_own(members: Sequence[str], cited: Sequence[Source]) -> bool:
    """Whether the members can be given to the articles one to one, each in its heading."""
    left = list(cited)
    for member in members:
        own = next((source for source in left if _names_of(member, source)), None)
        if own is None:
            return False
        left.remove(own)
    return True


def _names_of(member: str, source: Source) -> bool:
    """Whether the words of ``member`` stand in the article's heading, in the same order."""
    heading = fold_names(fold(source.evidence.article.heading)) or source.segments[0].text
    position, skipped = 0, 0
    for word in rjieba.cut(member):
        place = heading.find(word, position)
        if place < 0:
            return False
        skipped += position > 0 and place > position
        position = place + len(word)
    return bool(member) and skipped <= 1
