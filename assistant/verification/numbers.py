"""Whether the figures of a sentence are the source's, said the same way of the same things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from assistant.verification import binding, bounds, transitions
from assistant.verification.figures import Figure, figures, number
from assistant.verification.fold import fold
from assistant.verification.occurrences import bigrams
from assistant.verification.source import Measure, Source, measures
from assistant.verification.verdict import Fault, Objection
from corpus.model import Article, Clause

# Sentences of the source that share this much of the most shared words count as equally near.
_AS_NEAR = 0.8
# A clause quoted whole must hold this many characters besides its figure to bind it.
_CLAUSE_WORDS = 5
_DENIAL = re.compile(
    r"(?:并不是|不是|并非|而非|而不是)(?:提前|最长|最多|最少|至少|超过|每年|每月)?$"
)
_FRAMING = frozenset({"日期", "号", "年", "条", ""})
# What numbers a part of an article: its items by their labels, its paragraphs (款) by their order.
_PARTS = frozenset({"第项", "第款", "第点", "第个"})
_LABEL_MARKS = re.compile(r"[^\d零〇一二三四五六七八九十]")
_DOCUMENT = re.compile(r"([^\W\d_]{0,2})(\(\d{4}\)(?:年)?第?\d+号|\d{4}年第\d+号)")
_ISSUED = re.compile(r"印发|发布|发文|出台|公布")
_UTMOST = re.compile(r"最长|最多|最迟|最晚|最高|至多|一定|必定|保证|每[单笔票件]")
_EACH = re.compile(r"都|均|确保|保证|每[个家户人]|一律")
_EFFECT = re.compile(r"施行|生效|起实施|起执行|实施日|失效|截止|到期|有效期(?:至|到)|废止")


def objections(text: str, source: Source, before: str = "") -> Iterator[Objection]:
    """What is wrong with the figures of the folded ``text``, said after ``before``."""
    positions = binding.order(text, source)
    ordered = len(positions) > 1
    if positions != sorted(positions):
        yield Objection(Fault.WRONG_SUBJECT, text)
    for measure in measures(text, spoken=True):
        figure = measure.figure
        if denied(text, figure, source):
            continue
        yield from _one(text, measure, source, before)
        if ordered or _verbatim(text, figure, source) or _framed(text, figure, source):
            continue
        if not figure.is_label and binding.misbound(text, figure, source, before):
            yield Objection(Fault.WRONG_SUBJECT, text[figure.start : figure.end])
    for match in _DOCUMENT.finditer(text):
        if not _known_document(match, source):
            yield Objection(Fault.DOCUMENT_NUMBER, match.group())


def _one(text: str, said: Measure, source: Source, before: str) -> Iterator[Objection]:
    figure = said.figure
    shown = text[figure.start : figure.end]
    same = _nearest(before + text, figure, source)
    if not any(bounds.agrees(said.bounds, m.bounds, figure) for m in same):
        same = _nearest(_clause_of(text, figure), figure, source)
    if not same:
        if not _framed(text, figure, source):
            yield Objection(Fault.FIGURE, shown)
        return
    if _wrong_issue_date(text, figure, source):
        yield Objection(Fault.FIGURE, shown)
    in_bounds = [m for m in same if bounds.agrees(said.bounds, m.bounds, figure)]
    if not in_bounds:
        yield Objection(Fault.BOUND, shown)
    elif ("平均" not in before + text and _is_average(text, figure, in_bounds)) or (
        _guarantees(text, figure) and all(m.average for m in in_bounds)
    ):
        yield Objection(Fault.BOUND, f"平均{shown}")
    elif not any(transitions.agrees(said.role, m.role) for m in in_bounds):
        yield Objection(Fault.OLD_VALUE, shown)
    elif transitions.by_so_much(text, figure) and all(m.role for m in in_bounds):
        yield Objection(Fault.FIGURE, shown)


def _clause_of(text: str, figure: Figure) -> str:
    start = max(text.rfind(mark, 0, figure.start) for mark in ",;:。\n") + 1
    stops = [stop for mark in ",;:。\n" if (stop := text.find(mark, figure.end)) >= 0]
    return text[start : min(stops, default=len(text))]


def _nearest(text: str, figure: Figure, source: Source) -> list[Measure]:
    """The same figure in the sentences of the source that ``text`` comes nearest to."""
    words = bigrams(text)
    found = [
        (len(words & bigrams(segment.text)), measure)
        for segment in source.segments
        for measure in segment.measures
        if measure.figure.key == figure.key
    ]
    best = max((score for score, _ in found), default=0)
    return [measure for score, measure in found if score >= best * _AS_NEAR]


def _verbatim(text: str, figure: Figure, source: Source) -> bool:
    """Whether the figure's whole clause stands in the source as it is."""
    clause = _clause_of(text, figure)
    return len(clause) >= figure.end - figure.start + _CLAUSE_WORDS and clause in source.text


def _wrong_issue_date(text: str, figure: Figure, source: Source) -> bool:
    return (
        figure.unit == "日期"
        and bool(_ISSUED.search(text))
        and not _verbatim(text, figure, source)
        and not _date_framed(text, figure, source, ())
    )


def _guarantees(text: str, figure: Figure) -> bool:
    """Whether the words call the figure the utmost, which an average is not."""
    clause = re.split(r"[,，。;；]", text[: figure.start])[-1]
    return bool(_UTMOST.search(clause.rpartition("平均")[2]))


def _is_average(text: str, figure: Figure, told: list[Measure]) -> bool:
    """Whether an average is said to hold each time (都在, 均在, 确保 … 在)."""
    clause = re.split(r"[,，。;；]", text[: figure.start])[-1]
    return bool(_EACH.search(clause)) and all(measure.average for measure in told)


def _framed(text: str, figure: Figure, source: Source) -> bool:
    """Whether the figure is a fact of the document, or counts the items of the article's list."""
    if counts_items(figure, source) or _numbers_item(text, figure, source):
        return True
    if figure.unit == "日期":
        told = (m.figure.value for s in source.segments for m in s.measures)
        return _date_framed(text, figure, source, told)
    if figure.unit not in _FRAMING and not figure.unit.startswith("第"):
        return False
    if figure.unit == "年" and not re.fullmatch(r"\d{4}", figure.value):
        return False
    return figure.key in source.framed


def _numbers_item(text: str, figure: Figure, source: Source) -> bool:
    """Whether 第5项 is said of what the article prints as its item 5, 第2款 of its second paragraph."""
    if figure.unit not in _PARTS:
        return False
    article = source.evidence.article
    parts: list[tuple[Decimal | None, Clause]]
    if figure.unit == "第款":
        paragraphs = [c for c in article.clauses if not (c.label or _is_heading(c, article))]
        parts = [(Decimal(at), clause) for at, clause in enumerate(paragraphs, start=1)]
    else:
        parts = [(number(_LABEL_MARKS.sub("", c.label)), c) for c in article.clauses if c.label]
    said = bigrams(_clause_of(text, figure))
    shared = [len(said & bigrams(fold(clause.body.text))) for _, clause in parts]
    best = max(shared, default=0)
    return (
        best > 2
        and shared.count(best) == 1
        and number(figure.value) == parts[shared.index(best)][0]
    )


def _is_heading(clause: Clause, article: Article) -> bool:
    return bool(article.heading) and clause.body.text.rstrip("。：\n") == article.heading


def counts_items(figure: Figure, source: Source) -> bool:
    """Whether the figure counts the items of the article's inner list: 七项条件."""
    items = sum(bool(clause.label) for clause in source.evidence.article.clauses)
    return figure.is_count and items > 0 and figure.value == str(items)


def _date_framed(text: str, figure: Figure, source: Source, told: Iterable[str]) -> bool:
    """Whether the date is the policy's own, of the kind that ``text`` speaks of, or one ``told``."""
    policy = source.evidence.policy
    if _EFFECT.search(text):
        days = (policy.effective_on, policy.expires_on)
    else:
        days = (policy.issued_on, None)
    shown = [f"{day.year}年{day.month}月{day.day}日" for day in days if day]
    return any(day == figure.value or _is_month_of(figure.value, day) for day in (*shown, *told))


def _is_month_of(value: str, day: str) -> bool:
    return value.endswith("月") and day.startswith(value)


def _known_document(match: re.Match[str], source: Source) -> bool:
    prefix, core = match.groups()
    known = source.plain
    return core in known and (
        prefix + core in known or (prefix[-1:] + core not in known and _free(prefix))
    )


def _free(prefix: str) -> bool:
    """Whether the words before a number are no part of it (文号为〔2024〕4号)."""
    return not prefix or prefix[-1] in "为是号即"


def denials(text: str) -> list[tuple[int, int]]:
    """Where words stand that deny a figure."""
    starts = (figure.start for figure in figures(text))
    return [match.span() for start in starts if (match := _DENIAL.search(text[:start]))]


def denied(text: str, figure: Figure, source: Source) -> bool:
    """Whether ``text`` denies a figure that the source indeed contradicts: 不是五万家."""
    if not _DENIAL.search(text[: figure.start]):
        return False
    same_kind = [f for s in source.segments for f in figures(s.text) if f.unit == figure.unit]
    return bool(same_kind) and all(f.value != figure.value for f in same_kind)
