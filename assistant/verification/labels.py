"""Numbers of articles in a sentence that cites several: 共四条，分别是第21条至第24条.

They are true when they are exactly the numbers of the cited articles, each said of its own document.
Verified ones are taken out of the sentence; what is left must then hold in every cited article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import rjieba

from assistant.model import Evidence
from assistant.verification.figures import figures, number
from assistant.verification.fold import fold
from assistant.verification.vocabulary import GLUE
from corpus.jurisdictions import find_in

_NUMERAL = r"[〇零一二两三四五六七八九十百\d]+"
_LABEL = rf"(?:第{_NUMERAL}条(?:之[一二三四五六七八九十])?|[（(][一二三四五六七八九十]+[）)])"
_RANGE = r"\s*(?:至|到|[-—~～–]+)\s*"
_JOINT = r"\s*(?:、|和|与|及|以及|,|，)?\s*"
_RUN = re.compile(rf"{_LABEL}(?:(?:{_RANGE}|{_JOINT}){_LABEL})*(?:[一二两三四五六七八九十]+条)?")
_PAIR = re.compile(rf"({_LABEL}){_RANGE}({_LABEL})")
# Nouns by which any document may be called.
_KINDS = frozenset(
    (
        *("文件", "措施", "若干措施", "方案", "行动方案", "通知", "政策", "办法", "意见", "规定"),
        *("公告", "文", "的", "里", "中", "版", "那份", "这份", "年", "aeo"),
    )
)
_COPULA = re.compile(r"(?:分别)?(?:是|为|即|有|见)$")
_BREAK = "，,。；;：:、和与及是有为即"


def without_true(text: str, cited: Sequence[Evidence]) -> tuple[str, bool]:
    """``text`` without the runs of labels, when these are exactly the labels of ``cited``."""
    runs = list(_RUN.finditer(text))
    if not runs:
        return text, False
    named: set[str] = set()
    cuts: list[tuple[int, int]] = []
    for run in runs:
        start, of = _documents(text, run.start(), cited)
        found = _articles(run.group(), of)
        if found is None or named & found:
            return text, False
        named |= found
        cuts.append((start, run.end()))
    if named != {one.article.id for one in cited}:
        return text, False
    rest = text
    for start, end in reversed(cuts):
        rest = rest[:start] + rest[end:]
    if len(cited) < 2 and not says_nothing_more(rest):
        return text, False  # 第22条 before what it rules is judged with its words
    return rest, True


def _articles(run: str, of: Sequence[Evidence]) -> set[str] | None:
    """The ids of the articles that ``run`` names; None when one is not among ``of``.

    A number that two documents share needs the document's name before it.
    """
    found: set[str] = set()
    numbers: list[int | None] = []
    for match in _PAIR.finditer(run):
        low, high = _number(match.group(1)), _number(match.group(2))
        if low is None or high is None or high <= low:
            return None
        numbers += range(low, high + 1)
    numbers += [_number(label) for label in re.findall(_LABEL, _PAIR.sub("", run))]
    style = "第" in run
    for wanted in numbers:
        hits = {
            one.article.id
            for one in of
            if one.article.number == wanted and ("第" in one.article.label) == style
        }
        if len(hits) != 1:
            return None
        found |= hits
    return found if len(found) == len(numbers) else None


def _number(label: str) -> int | None:
    value = number(re.sub(r"之.$|[第条（）()]", "", label))
    return None if value is None or "之" in label else int(value)


def _documents(text: str, end: int, cited: Sequence[Evidence]) -> tuple[int, list[Evidence]]:
    """Where the name of a document before a run begins, and the cited articles of that document.

    Every word of the name must be of its title, and its place and year its own.
    """
    copula = _COPULA.search(text, 0, end)
    end = copula.start() if copula else end
    low = max((text.rfind(mark, 0, end) for mark in _BREAK), default=-1) + 1
    words = list(rjieba.cut(text[low:end]))
    of, start, place = list(cited), end, end
    for word in reversed(words):
        fitting = [one for one in of if _fits(word, one)]
        if not fitting:
            break
        of, place = fitting, place - len(word)
        if word not in _KINDS:
            start = place
    return (min(start, place) if of != list(cited) or start < end else end), of


def _fits(word: str, one: Evidence) -> bool:
    plain = fold(word)
    if not plain or plain in _KINDS:
        return True
    title = fold(one.policy.title + (one.policy.doc_number or ""))
    if figures(plain) or plain.isdigit():
        year = plain.rstrip("年")
        return year in title or (
            one.policy.issued_on is not None and year == str(one.policy.issued_on.year)
        )
    if find_in(word):
        return one.policy.jurisdiction in find_in(word) or plain in title
    return plain in title or any(plain in fold(alias) for alias in one.policy.aliases)


def says_nothing_more(text: str) -> bool:
    """Whether only grammar is left of ``text``."""
    plain = fold(re.sub(r"所给条款|两份文件|原文", "", text))
    return all(
        word in GLUE or not re.search(r"\w", word) or word in _KINDS or word in _LEFT
        for word in rjieba.cut(plain)
    )


_LEFT = frozenset(("共", "分", "条", "项", "即", "共有", "见", "详见", "依次", "各"))
