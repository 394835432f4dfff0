"""Which sentences of an article answer a question, and how they are quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.model import Basis, Evidence, Statement
from assistant.sentences import Sentence, of_article
from assistant.understanding.figures import FigureKind, states
from index.model import Encoder, Matrix

# A short article is quoted whole: leaving words out of it costs more than reading them.
WHOLE_ARTICLE = 110
# How much of a long article one answer quotes, in characters; read aloud, about half a minute.
BUDGET = 150
# A further sentence is quoted when it scores at least this share of the best one.
KEEP = 0.72
FIGURE_BONUS = 0.25


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence and how well it answers, from 0 to about 1."""

    sentence: Sentence
    score: float


class SentenceRanker:
    """Scores the sentences of articles by meaning (the encoder) and by shared character pairs."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def encode(self, question: str) -> Matrix:
        """The question as one row."""
        return self._encoder.encode_queries([question])

    def rank(
        self, question: str, vector: Matrix, evidence: Evidence, wants: FigureKind | None
    ) -> tuple[Scored, ...]:
        """Every sentence of the article in reading order, each with its score."""
        sentences = of_article(evidence.article)
        vectors = self._encoder.encode_passages([sentence.text for sentence in sentences])
        meaning = vectors @ vector[0]
        pairs = bigrams(question)
        return tuple(
            Scored(
                sentence,
                float(np.clip(cosine, 0, 1))
                + 0.5 * overlap(pairs, sentence.text)
                + (FIGURE_BONUS if wants and states(sentence.text, wants) else 0.0),
            )
            for sentence, cosine in zip(sentences, meaning, strict=True)
        )


def bigrams(text: str) -> frozenset[str]:
    """The character pairs of ``text``, punctuation and spaces dropped."""
    plain = [character for character in text.lower() if character.isalnum()]
    return frozenset(a + b for a, b in zip(plain, plain[1:], strict=False))


def overlap(pairs: frozenset[str], text: str) -> float:
    """The share of ``pairs`` that stand in ``text``, 0 to 1."""
    return len(pairs & bigrams(text)) / len(pairs) if pairs else 0.0


def choose(scored: Sequence[Scored], *, budget: int = BUDGET) -> list[Sentence]:
    """The sentences to quote, in reading order, a list always with all of its items."""
    everything = [entry.sentence for entry in scored]
    if sum(len(sentence.text) for sentence in everything) <= min(budget, WHOLE_ARTICLE):
        return everything
    best = max(scored, key=lambda entry: entry.score)
    chosen = set(_with_list(everything, everything.index(best.sentence)))
    spent = sum(len(everything[position].text) for position in chosen)
    for entry in sorted(scored, key=lambda entry: -entry.score):
        if entry.score < KEEP * best.score:
            break
        more = set(_with_list(everything, everything.index(entry.sentence))) - chosen
        cost = sum(len(everything[position].text) for position in more)
        if spent + cost <= budget:
            chosen |= more
            spent += cost
    return [everything[position] for position in sorted(chosen)]


def _with_list(sentences: Sequence[Sentence], position: int) -> Iterable[int]:
    """The sentence, and the whole inner list it opens or belongs to."""
    start = position
    if sentences[position].item:
        while start > 0 and sentences[start].item:
            start -= 1
    if not sentences[start].introduces_list and not sentences[start].item:
        return (position,)
    end = start + 1
    while end < len(sentences) and sentences[end].item:
        end += 1
    return range(start, end)


def statements(evidence: Evidence, sentences: Sequence[Sentence]) -> tuple[Statement, ...]:
    """One statement for each run of neighbouring sentences; items stay apart, each on its line."""
    runs: list[tuple[int, int]] = []
    previous: Sentence | None = None
    text = evidence.article.text
    for sentence in sentences:
        joined = previous is not None and not text[previous.end : sentence.start].strip()
        if joined and not sentence.item:
            runs[-1] = (runs[-1][0], sentence.end)
        else:
            runs.append((sentence.start, sentence.end))
        previous = sentence
    return tuple(
        Statement(" ".join(text[start:end].split("\n")), (Basis(evidence, start, end),))
        for start, end in runs
    )
