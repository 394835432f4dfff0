"""From sentences of a model to statements: verified, or replaced by a quote, or dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

import structlog

from assistant.generation.sentences import plain
from assistant.model import Basis, Evidence, Statement
from assistant.verification import Verdict, closest_quote, kept, verify
from assistant.verification.tokens import TOKEN, pieces
from corpus.jurisdictions import find_in
from corpus.model import NATIONWIDE

_log = structlog.get_logger(__name__)

# A model that says the same sentence this often has lost itself.
MOST_REPEATS = 3


class Writer:
    """Takes one reply sentence by sentence.

    A quote in place of a failing sentence is held back until some sentence of the model has
    been verified: a reply of which nothing holds is no reply, and the caller then quotes better.
    """

    def __init__(
        self,
        tokens: Mapping[str, Evidence],
        jurisdictions: Collection[str] | None,
        question: str = "",
    ) -> None:
        self._question = question
        self._tokens = tokens
        self._jurisdictions = jurisdictions
        self._held: list[Statement] = []
        self._shown: set[str] = set()
        self._quoted: set[Basis] = set()
        self._seen: Counter[str] = Counter()
        self._before = ""
        self._place: str | None = None
        self.verified = 0

    @property
    def lost(self) -> bool:
        """Whether the model only repeats itself."""
        return bool(self._seen) and max(self._seen.values()) >= MOST_REPEATS

    def take_all(self, sentences: Iterable[str]) -> Iterator[Statement]:
        """``take`` for each, until the model has lost itself."""
        for sentence in sentences:
            if not self.lost:
                yield from self.take(sentence)

    def take(self, sentence: str) -> Iterator[Statement]:
        """The statements that ``sentence`` makes ready to be shown."""
        sentence = plain(sentence)
        self._seen[TOKEN.sub("", sentence)] += 1
        verdict = verify(
            sentence, self._tokens, self._jurisdictions, self._before, question=self._question
        )
        before, self._before = self._before, verdict.text if verdict.holds else ""
        if verdict.holds:
            self.verified += 1
            yield from self._release()
            yield from self._once(Statement(verdict.text, verdict.bases))
            return
        self._report(verdict)
        part = self._kept(sentence, before)
        if part is not None:
            self.verified += 1
            self._before = part.text
            yield from self._release()
            yield from self._once(Statement(part.text, part.bases))
            return
        quote = self._replacement(sentence)
        if quote is not None:
            self._before = quote.text  # it will stand before whatever of the model's is shown next
            self._held.append(quote)
            if self.verified:
                yield from self._release()

    def _kept(self, sentence: str, before: str) -> Verdict | None:
        """What of a failing sentence holds by itself."""
        return kept(sentence, self._tokens, self._jurisdictions, before, question=self._question)

    def _release(self) -> Iterator[Statement]:
        held, self._held = self._held, []
        for quote in held:
            if not any(_within(quote.bases[0], known) for known in self._quoted):
                yield from self._once(quote)

    def _once(self, statement: Statement) -> Iterator[Statement]:
        if statement.text in self._shown:
            return
        self._shown.add(statement.text)
        self._quoted.update(statement.bases)
        yield self._labelled(statement)

    def _replacement(self, sentence: str) -> Statement | None:
        cited = [
            self._tokens[name]
            for piece in pieces(sentence)
            for name in piece.tokens
            if name in self._tokens
        ]
        near = closest_quote(sentence, cited, self._jurisdictions) if cited else None
        return near or closest_quote(sentence, self._tokens.values(), self._jurisdictions)

    def _labelled(self, statement: Statement) -> Statement:
        """Names the place when the passages are of several and the words leave it open."""
        given = {one.policy.jurisdiction for one in self._tokens.values()} - {NATIONWIDE}
        own = {basis.evidence.policy.jurisdiction for basis in statement.bases}
        if find_in(statement.text):
            self._place = find_in(statement.text)[-1]
            return statement
        if len(given) < 2 or len(own) != 1 or own <= {NATIONWIDE, self._place}:
            return statement
        self._place = next(iter(own))
        return Statement(f"{self._place}：{statement.text}", statement.bases)

    def _report(self, verdict: Verdict) -> None:
        _log.info("sentence_rejected", faults=sorted(fault.value for fault in verdict.faults))


def _within(inner: Basis, outer: Basis) -> bool:
    same = inner.evidence.article.id == outer.evidence.article.id
    return same and outer.start <= inner.start and inner.end <= outer.end
