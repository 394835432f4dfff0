"""What the articles are called: as printed, and unique within the policy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from itertools import chain, count

from corpus.parsing.markers import Kind, Marker
from corpus.parsing.numerals import CHINESE
from corpus.parsing.outline import Node

_NOT_DIGITS = re.compile(r"[第条章节编之\s\u3000、．.()（）〔〕]")


def label_of(marker: Marker) -> str:
    """A number as it is cited: ``15.`` → 第15条, ``(七)`` → （七）, ``第 五 条`` → 第五条."""
    printed = _NOT_DIGITS.sub("", marker.printed)
    digits = printed if set(printed) <= set(CHINESE) else str(marker.number)
    match marker.kind:
        case Kind.COMMA | Kind.DOT:
            return f"第{digits}条"
        case Kind.PAREN | Kind.DIGIT_PAREN:
            return f"（{digits}）"
        case _:
            return re.sub(r"\s", "", marker.printed)


def section_label(marker: Marker) -> str:
    """A section that is cited as a whole: ``三、`` → 第三部分."""
    if marker.kind is Kind.COMMA:
        return label_of(marker).removesuffix("条") + "部分"
    return label_of(marker)


def article_labels(outline: Sequence[Node], articles: Sequence[int]) -> dict[int, str]:
    """The label of every article node.

    Where numbers start anew in every section the whole chain is given as printed
    (``三、（二）``); what is still equal then is counted: ``第一条〔2〕``.
    """
    kinds = {outline[index].marker.kind for index in articles}
    labels = {}
    for index in articles:
        marker = outline[index].marker
        labels[index] = section_label(marker) if len(kinds) > 1 else label_of(marker)
    times = Counter(labels.values())
    restarting = {outline[i].marker.kind for i, label in labels.items() if times[label] > 1}
    for index, label in labels.items():
        node = outline[index]
        of_statute = node.marker.kind is Kind.ARTICLE
        again = times[label] > 1 if of_statute else restarting - {Kind.ARTICLE}
        if again and node.parent >= 0:
            labels[index] = _chain(outline, index)
    return _counted(labels)


def _chain(outline: Sequence[Node], index: int) -> str:
    """The numbers from the outermost section down to the node, as printed."""
    printed = [_printed(outline[index].marker).rstrip(".．、")]
    while (index := outline[index].parent) >= 0:
        printed.append(_printed(outline[index].marker))
    return "".join(reversed(printed))


def _printed(marker: Marker) -> str:
    return re.sub(r"\s", "", marker.printed)


def _counted(labels: dict[int, str]) -> dict[int, str]:
    taken: set[str] = set()
    for index, label in labels.items():
        labels[index] = unique(label, taken)
        taken.add(labels[index])
    return labels


def unique(label: str, taken: Set[str]) -> str:
    """``label``, or with the first count that makes it new: 附件〔2〕."""
    names = chain([label], (f"{label}〔{times}〕" for times in count(2)))
    return next(name for name in names if name not in taken)
