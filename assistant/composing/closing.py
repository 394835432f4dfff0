"""Answers from a document's own articles: when it takes effect, what it repeals, whom it binds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.answer import Outcome
from assistant.composing import documents, wording
from assistant.composing.answers import joined
from assistant.composing.heads import head_of, quoted
from assistant.composing.sentences import of_article
from assistant.model import Draft, Evidence
from assistant.understanding.documents.closing_facts import (
    IMPLIED,
    MADE_FOR,
    ON_THE_DAY,
    REVISING,
    STATED,
)
from assistant.understanding.documents.facts import DocumentFact
from corpus.model import HEAD_LABEL, Article, Policy

# What is told where the document begins; the rest stands where it ends.
_AT_THE_BEGINNING = frozenset({DocumentFact.APPLIES, *MADE_FOR})
_ARTICLES_READ = 8


def told(policy: Policy, asked: DocumentFact, text: str) -> Draft | None:
    """The answer to a fact that the articles tell, with what the metadata add to it.

    ``None`` where neither says it and the question may mean something else.
    """
    found = closing_fact(policy, asked)
    if asked is DocumentFact.VALIDITY:
        known = documents.fact(policy, asked, text)
        start = closing_fact(policy, DocumentFact.START)
        if known.outcome is not Outcome.ANSWERED and not found and start:
            return replace(start, tail=wording.NO_TERM)
        return joined([known, found]) if found else known
    if found is None and asked is DocumentFact.START:
        return documents.fact(policy, DocumentFact.VALIDITY, text)
    if found and asked is DocumentFact.START and depends_on_issue(found):
        return joined([found, documents.fact(policy, DocumentFact.DATE)])
    if found is None and asked is not DocumentFact.APPLIES:
        return documents.unsaid(policy, asked)
    return found


def closing_fact(policy: Policy, asked: DocumentFact) -> Draft | None:
    """The sentence that says what is asked, quoted; ``None`` where no article says it."""
    if asked is DocumentFact.REVISED:
        return _revisions(policy)
    for said in (STATED.get(asked), MADE_FOR.get(asked), IMPLIED.get(asked)):
        found = _first(policy, asked, said) if said else None
        if found:
            return found
    return None


def _first(policy: Policy, asked: DocumentFact, said: re.Pattern[str]) -> Draft | None:
    """The first article with a sentence that fits: its sentence, or all that tell whom it binds."""
    for article in _where(policy, asked):
        found = [one for one in of_article(article) if said.search(one.text)]
        if found:
            fitting = found if asked is DocumentFact.APPLIES else found[:1]
            return quoted(Evidence(policy.metadata, policy.source, article), fitting)
    return None


def depends_on_issue(draft: Draft) -> bool:
    """Whether ``draft`` names no day but that of the document's issue."""
    words = (one.text for section in draft.sections for one in section.statements)
    return any(ON_THE_DAY.search(one) for one in words)


def _where(policy: Policy, asked: DocumentFact) -> Iterable[Article]:
    """The articles that may say it, the likeliest first."""
    articles = [one for one in policy.articles if one.label != HEAD_LABEL]
    head = [one for one in policy.articles if one.label == HEAD_LABEL]
    if asked in _AT_THE_BEGINNING:
        return articles[:_ARTICLES_READ]
    return [*reversed(articles[-_ARTICLES_READ:]), *head]


def _revisions(policy: Policy) -> Draft | None:
    """The lines of the head that tell when the document was amended."""
    head = head_of(policy)
    if head is None:
        return None
    sentences = of_article(head.article)
    found = [one for one in sentences if REVISING.search(one.text)]
    if not found:
        found = [one for one in sentences if IMPLIED[DocumentFact.REVISED].search(one.text)]
        found = found if len(found) > 1 else []  # enacted once is not amended
    return quoted(head, found) if found else None
