"""Answers from the head of a document: the sentence of it that says what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answer import Outcome
from assistant.composing.answers import source_name
from assistant.composing.quoting import bigrams, statements, with_list
from assistant.composing.sentences import Sentence, of_article
from assistant.model import Draft, Evidence, Section
from assistant.understanding.documents.closing_facts import without_closing_frame
from assistant.understanding.documents.described import particulars
from assistant.understanding.documents.facts import DocumentFact
from assistant.understanding.documents.head_facts import SAID, without_frame
from corpus.model import HEAD_LABEL, Policy


def head_of(policy: Policy) -> Evidence | None:
    """The head of ``policy`` as evidence, ``None`` where it has none."""
    head = next((article for article in policy.articles if article.label == HEAD_LABEL), None)
    return Evidence(policy.metadata, policy.source, head) if head else None


def particular(policy: Policy, stretches: Iterable[str], called: str) -> Draft | None:
    """The sentence of the head that says most of ``stretches``; ``None`` where none says enough.

    Enough is one of them whole, or two pairs of characters. What the document is ``called`` tells
    nothing of what is asked.
    """
    head = head_of(policy)
    if head is None:
        return None
    told = [one for one in stretches if not bigrams(one) <= bigrams(called)]
    pairs = {pair for one in told for pair in bigrams(one)} - bigrams(called)
    sentences = of_article(head.article)
    says = [sum(pair in one.text for pair in pairs) for one in sentences]
    best = max(range(len(sentences)), key=says.__getitem__)
    if says[best] < 2 and not any(one in sentences[best].text for one in told):
        return None
    return quoted(head, [sentences[place] for place in with_list(sentences, best, complete=True)])


def head_fact(policy: Policy, asked: DocumentFact, text: str, names: str) -> Draft | None:
    """The sentence of the head that says what is asked; ``None`` where none does.

    ``names`` are what ``text`` and the collection call the document.
    """
    head, said = head_of(policy), SAID.get(asked)
    if head is None or said is None:
        return None
    sentences = of_article(head.article)
    fitting = [one for one in sentences if said.search(one.text)]
    if not fitting:
        return None
    pairs = {pair for one in particulars(text, names) for pair in bigrams(one)}
    # The text of the measures opens with the same words as the notice before it.
    best = max(fitting, key=lambda one: (sum(pair in one.text for pair in pairs), -one.start))
    return quoted(head, [best])


def term_fact(policy: Policy, term: str) -> Draft | None:
    """The sentence of the head that says what ``term`` stands for."""
    head = head_of(policy)
    return explained(head, term) if head is not None else None


# A term beside its other name, and a term that is said to be something.
_BESIDE = r"[^\s（(]{{2,}}[（(][^）)]{{0,30}}{word}|{word}[^）)，。]{{0,4}}[（(]"
_PLAINLY = r"简称[“\"]?{word}|{word}[^，。]{{0,3}}(?:是指|系指|即)"


def explained(evidence: Evidence, term: str, *, plainly: bool = False) -> Draft | None:
    """The sentence of an article that says what ``term`` stands for; ``None`` where none does.

    It does in so many words (“海关高级认证企业即中国海关AEO”, “甲是指……”, “以下简称‘单一窗口’”), or,
    unless ``plainly``, by giving it beside its other name: “经认证的经营者”（AEO）.
    """
    if not term:
        return None
    ways = _PLAINLY if plainly else f"{_PLAINLY}|{_BESIDE}"
    says = re.compile(ways.format(word=re.escape(term)), re.IGNORECASE)
    found = [one for one in of_article(evidence.article) if says.search(one.text)]
    return quoted(evidence, found[:1]) if found else None


def about_articles(policy: Policy, text: str, names: str) -> bool:
    """Whether ``text`` has words that the articles of ``policy`` use and its head and titles do not.

    A question with words of an article in it is about that article, not about the document.
    """
    head = head_of(policy)
    chapters = {title for article in policy.articles for title in article.path}
    outside = "\n".join((names, *chapters, head.article.text if head else ""))
    inside = "\n".join(one.text for one in policy.articles if one.label != HEAD_LABEL)
    own = particulars(without_frame(without_closing_frame(text)), names)
    stretches = (one for one in own if one not in outside)
    return any(_mostly(one, inside) > _mostly(one, outside) for one in stretches)


def _mostly(stretch: str, text: str) -> float:
    """The share of the stretch's pairs of characters that ``text`` has."""
    pairs = bigrams(stretch)
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0


def quoted(head: Evidence, sentences: Sequence[Sentence]) -> Draft:
    """The sentences of an article, under the name of their source."""
    title = f"{source_name(head.policy, head.article.label)}："
    return Draft(Outcome.ANSWERED, (Section(statements(head, sentences), title),))
