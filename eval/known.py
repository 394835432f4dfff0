"""The questions that are known to be answered, or asked in vain, with the article in question."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.referring.referrals import read_referrals
from assistant.weighing.features import terms_of
from assistant.weighing.phrasing import Known, Worded
from corpus import Policy, read_corpus
from index.asked import Asked, QuestionFiles
from index.coverage import Terms
from index.query import default_reader


def known_questions(corpus_dir: Path) -> Iterator[Known]:
    """Those beside the policies under ``corpus_dir``, and those of other authorities.

    The latter are asked around no article at all.
    """
    files = QuestionFiles(corpus_dir)
    for found in read_corpus(corpus_dir):
        if isinstance(found, Policy):
            yield from _beside(found, files.of(found))
    for referral in read_referrals():
        yield from _asked(referral.questions, Terms.of(""), answered=False)


def _beside(policy: Policy, asked: Asked) -> Iterator[Known]:
    for article in policy.articles:
        terms = terms_of(policy.metadata, article)
        yield from _asked(asked.similar.get(article.id, ()), terms, answered=True)
        yield from _asked(asked.unsaid.get(article.id, ()), terms, answered=False)


def _asked(questions: tuple[str, ...], article: Terms, *, answered: bool) -> Iterator[Known]:
    read = default_reader().read
    for question in questions:
        yield Known(Worded.of(read(question).text), article, answered)
