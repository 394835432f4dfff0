"""Answers about a document itself, and articles asked for by number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answer import Outcome, Reason
from assistant.composing import wording
from assistant.composing.answers import source_name, unit_note
from assistant.composing.heads import head_of
from assistant.composing.issuers import issued
from assistant.composing.outline import outline_words
from assistant.composing.refusals import refusal
from assistant.composing.sentences import heading_length, split
from assistant.model import Basis, Draft, Evidence, Section, Statement
from assistant.understanding.documents.facts import DocumentFact
from corpus.model import HEAD_LABEL, Article, Policy


def _date_pattern(policy: Policy) -> str | None:
    day = policy.metadata.issued_on
    if day is None:
        return None
    separators = (r"\s*年\s*", r"\s*月\s*", r"\s*日")
    numeric = rf"{day.year}[-./]0?{day.month}[-./]0?{day.day}"
    return rf"{day.year}{separators[0]}0?{day.month}{separators[1]}0?{day.day}{separators[2]}|{numeric}"


def _loose(words: str | None) -> str | None:
    """A pattern for ``words`` that lets spaces and line breaks stand between characters."""
    return r"\s*".join(map(re.escape, re.sub(r"\s", "", words))) if words else None


def _in_session(issuer: str) -> str | None:
    """``_loose``, and a congress may be printed with the term it sits in: 第十六届人民代表大会."""
    place, congress, rest = issuer.partition("人民代表大会")
    session = r"\s*(?:第[一二三四五六七八九十]{1,3}届)?\s*" if congress else ""
    return f"{_loose(place) or ''}{session}{_loose(congress + rest) or ''}" or None


_PRINTED = re.compile(r"(?P<date>\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*印发")


def fact(policy: Policy, asked: DocumentFact, text: str = "") -> Draft:
    """The fact from the metadata, quoted from the head where it stands there.

    ``text`` is the question: what it supposes of the issuers is answered with them.
    """
    metadata, head = policy.metadata, head_of(policy)
    patterns: dict[DocumentFact, list[str | None]] = {
        DocumentFact.NUMBER: [_loose(metadata.doc_number)],
        DocumentFact.DATE: [_date_pattern(policy)],
        DocumentFact.ISSUER: [_in_session(issuer) for issuer in metadata.issuers],
        DocumentFact.TITLE: [_loose(metadata.title)],
        DocumentFact.COPIES: [r"抄\s*送[:：][^\n]*"],
        DocumentFact.VALIDITY: [
            r"[^。\n]*(?:本[^。\n]{0,24}(?:有效期|施行|实施|执行|生效)|起(?:施行|实施|执行|生效))[^。\n]*"
        ],
        DocumentFact.COUNT: [_loose(metadata.title)],
        DocumentFact.OUTLINE: [_loose(metadata.title)],
    }
    places = _everywhere(policy) if asked is DocumentFact.VALIDITY else [head] if head else []
    bases = _found(places, [one for one in patterns.get(asked, ()) if one])
    words = _fact_words(policy, asked, bases, text)
    if words is None:
        return unsaid(policy, asked)
    said = [Statement(words, bases)]
    if asked is DocumentFact.DATE and head:
        said += _printed_on(head, policy, text)
    return Draft(Outcome.ANSWERED, (Section(tuple(said)),))


def unsaid(policy: Policy, asked: DocumentFact) -> Draft:
    """That the document does not say what is asked of it."""
    name = wording.FACT_NAMES[asked.value]
    draft = refusal(Reason.NOT_SPECIFIED, what=name, department=_issuers(policy))
    lead = wording.NO_DOCUMENT_FACT.format(title=policy.metadata.title, fact=name)
    lead += wording.NO_END if asked is DocumentFact.VALIDITY else ""
    return Draft(draft.outcome, lead=lead, tail=draft.tail, reason=draft.reason)


def _printed_on(head: Evidence, policy: Policy, text: str) -> list[Statement]:
    """The day it went to print, where that is asked for and is another than the day of issue."""
    match = _PRINTED.search(head.article.text)
    day = policy.metadata.issued_on
    if "印" not in text or match is None or day is None:
        return []
    date = re.sub(r"\s", "", match["date"])
    if date == f"{day.year}年{day.month}月{day.day}日":
        return []
    return [Statement(wording.PRINTED_ON.format(date=date), (Basis(head, *match.span()),))]


def _issuers(policy: Policy) -> str:
    return "、".join(policy.metadata.issuers) or "发文单位"


def _everywhere(policy: Policy) -> list[Evidence]:
    """Every article, the last first and the head last: validity is told where documents end."""
    backwards = reversed(policy.articles)
    found = [Evidence(policy.metadata, policy.source, article) for article in backwards]
    return sorted(found, key=lambda one: one.article.label == HEAD_LABEL)


def _found(places: Sequence[Evidence], patterns: Sequence[str]) -> tuple[Basis, ...]:
    """For each pattern the first place that has it."""
    found = []
    for pattern in patterns:
        matches = ((one, re.search(pattern, one.article.text)) for one in places)
        found += [Basis(one, *match.span()) for one, match in matches if match][:1]
    return _neighbours_joined(found)


def _neighbours_joined(bases: Iterable[Basis]) -> tuple[Basis, ...]:
    """``bases`` with those joined that only space parts, such as a column of issuers."""
    joined: list[Basis] = []
    for basis in bases:
        last = joined[-1] if joined else None
        text = basis.evidence.article.text
        if (
            last is not None
            and last.evidence is basis.evidence
            and last.end <= basis.start
            and not text[last.end : basis.start].strip()
        ):
            joined[-1] = Basis(last.evidence, last.start, basis.end)
        else:
            joined.append(basis)
    return tuple(joined)


def _fact_words(
    policy: Policy, asked: DocumentFact, bases: Sequence[Basis], text: str
) -> str | None:
    metadata = policy.metadata
    title = f"《{metadata.title}》"
    day = metadata.issued_on
    date = f"{day.year}年{day.month}月{day.day}日" if day else None
    if asked is DocumentFact.NUMBER and metadata.doc_number:
        return f"{title}的文号是{metadata.doc_number}。"
    if asked is DocumentFact.DATE and date:
        printed = _printed(bases, date)
        return f"{title}的发布日期是{date}{printed and f'（原文写作{printed}）'}。"
    if asked is DocumentFact.ISSUER and metadata.issuers:
        return issued(metadata, text)
    if asked is DocumentFact.OUTLINE:
        return outline_words(policy)
    if asked is DocumentFact.TITLE:
        number = f"（{metadata.doc_number}）" if metadata.doc_number else ""
        return f"文件全称是{title}{number}。"
    if asked is DocumentFact.COUNT:
        count = sum(article.is_counted for article in policy.articles)
        return wording.COUNT_LINE.format(title=metadata.title, count=count)
    if asked is DocumentFact.VALIDITY and metadata.repealed_on and bases:
        ended = f"{metadata.repealed_on:%Y年%-m月%-d日}"
        return wording.REPEALED.format(title=metadata.title, date=ended)
    if asked is DocumentFact.VALIDITY and (metadata.effective_on or metadata.expires_on):
        starts = f"自{metadata.effective_on:%Y年%-m月%-d日}起施行" if metadata.effective_on else ""
        ends = f"有效至{metadata.expires_on:%Y年%-m月%-d日}" if metadata.expires_on else ""
        return f"{title}{'，'.join(part for part in (starts, ends) if part)}。"
    if asked is DocumentFact.COPIES and bases:
        return f"{title}{bases[0].evidence.article.text[bases[0].start : bases[0].end]}"
    return None


def _printed(bases: Sequence[Basis], date: str) -> str:
    """The date as the head prints it, where that is another form than ours."""
    for basis in bases[:1]:
        said = basis.evidence.article.text[basis.start : basis.end]
        return "" if re.sub(r"\s", "", said) == date else said
    return ""


def whole_article(policy: Policy, article: Article, item: int | None = None) -> Draft:
    """An article asked for by its number, in full, or one item of it."""
    evidence = Evidence(policy.metadata, policy.source, article)
    picked = item_of(article, item) if item else None
    which = f"第{item}项" if item and item > 0 else f"倒数第{-(item or 0)}项"
    label = f"{article.label}{which.replace('倒数第1项', '最后一项')}" if picked else article.label
    start = 0 if picked else heading_length(article) * (heading_length(article) < len(article.text))
    heading = article.heading if start else ""
    spans = [picked] if picked else _paragraphs(article, start)
    parts = tuple(
        Statement(article.text[low:high], (Basis(evidence, low, high),)) for low, high in spans
    )
    title = f"{source_name(policy.metadata, label)}{heading and f'（{heading}）'}："
    return Draft(Outcome.ANSWERED, (Section(parts, title, unit_note(article)),))


def item_of(article: Article, item: int) -> tuple[int, int] | None:
    """Where the ``item``-th numbered entry, else the ``item``-th sentence, of an article stands.

    A negative ``item`` counts from the end.
    """
    sentences = split(article.text[heading_length(article) :], heading_length(article))
    items = [sentence for sentence in sentences if sentence.item] or list(sentences)
    item = item if item > 0 else len(items) + 1 + item
    if not 0 < item <= len(items):
        return None
    return items[item - 1].start, items[item - 1].end


def _paragraphs(article: Article, start: int) -> list[tuple[int, int]]:
    spans, position = [], start
    for line in article.text[start:].split("\n"):
        if line.strip():
            spans.append((position, position + len(line)))
        position += len(line) + 1
    return spans
