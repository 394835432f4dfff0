"""A small, real assistant for the web's tests: it quotes the sentence with most shared bigrams."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from assistant.answer import Answer, Citation, Outcome, Question, Reason, StreamEvent, Suggestion
from assistant.service import today
from corpus import Article, Policy, PolicyStore, read_corpus

POLICIES = Path(__file__).resolve().parents[3] / "corpus" / "policies"
SENTENCE = re.compile(r"[^。；\n]+[。；]?")


def store_at(path: Path) -> PolicyStore:
    PolicyStore.write(path, [one for one in read_corpus(POLICIES) if isinstance(one, Policy)])
    return PolicyStore.open(path)


class SmallAssistant:
    """Implements the web's port over a policy store, without index or model."""

    index_version = "small-1"

    def __init__(self, store: PolicyStore) -> None:
        self.store = store
        self._articles = [
            article
            for policy in store.metadata()
            for article in store.articles(policy.id)
            if article.number
        ]

    def ask(self, question: Question) -> Answer:
        *_, last = self.stream(question)
        assert last.answer is not None
        return last.answer

    def stream(self, question: Question) -> Iterator[StreamEvent]:
        yield StreamEvent(event="stage", text="search")
        answer = self._answer(question)
        for line in answer.answer.splitlines(keepends=True):
            yield StreamEvent(event="delta", text=line)
        yield StreamEvent(event="answer", answer=answer)

    def _answer(self, question: Question) -> Answer:
        text = "".join([*question.history[-1:], question.question])
        ranked = sorted(self._articles, key=lambda one: -self._shared(text, one.text, one))
        if self._shared(text, ranked[0].text, ranked[0]) < 3:
            return self._of(question, Outcome.UNANSWERABLE, "没有查到对应的规定。", ())
        best = ranked[0]
        found = max(SENTENCE.finditer(best.text), key=lambda m: self._shared(text, m[0], best))
        citation = self._citation(best, found.start(), found.end())
        return self._of(question, Outcome.ANSWERED, f"{found[0]}[1]", (citation,), ranked[1:4])

    def _of(
        self,
        question: Question,
        outcome: Outcome,
        words: str,
        citations: tuple[Citation, ...],
        related: list[Article] | None = None,
    ) -> Answer:
        return Answer(
            id=question.id or "x",
            question=question.question,
            outcome=outcome,
            reason=None if citations else Reason.NO_BASIS,
            answer=words,
            citations=citations,
            suggestions=tuple(
                Suggestion(
                    policy_id=one.policy_id,
                    title=self._policy(one.policy_id).metadata.title,
                    label=one.label,
                    heading=one.heading,
                    url=f"/policies/{one.policy_id}#article-{one.number}",
                )
                for one in related or []
            ),
            as_of=question.as_of or today(),
            index_version=self.index_version,
        )

    def _citation(self, article: Article, start: int, end: int) -> Citation:
        policy, span = self._policy(article.policy_id), article.body.span(start, end)
        return Citation(
            marker=1,
            policy_id=policy.id,
            title=policy.metadata.title,
            doc_number=policy.metadata.doc_number,
            article=article.number,
            label=article.label,
            heading=article.heading,
            quote=policy.source[span.start : span.end],
            start=span.start,
            end=span.end,
            jurisdiction=policy.metadata.jurisdiction,
            issued_on=policy.metadata.issued_on,
            status=policy.metadata.status(today()).value,
            responsible_units=article.responsible_units,
            url=f"/policies/{policy.id}#article-{article.number}",
        )

    def _policy(self, policy_id: str) -> Policy:
        return self.store.policy(policy_id)

    def _shared(self, question: str, text: str, article: Article) -> float:
        title = next(p.title for p in self.store.metadata() if p.id == article.policy_id)
        place = 2.0 if title[:2] in question else 0.0
        return len(_bigrams(question) & _bigrams(text)) + place


def _bigrams(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
