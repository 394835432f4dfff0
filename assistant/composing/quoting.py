"""Which sentences of an article answer a question, and how they are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from assistant.composing.reading import Telling, read_on
from assistant.composing.sentences import Sentence, of_article
from assistant.model import Basis, Evidence, Statement
from assistant.understanding.figures.wanted import Wanted
from index.model import Encoder, Matrix, Vector
from index.similar import ENOUGH

# Questions kept as vectors.
QUESTIONS = 64
# A short article is quoted whole: leaving words out of it costs more than reading them.
WHOLE_ARTICLE = 150
# How much of a long article one answer quotes, in characters; read aloud, about half a minute.
BUDGET = 200
# A further sentence is quoted when it scores at least this share of the best one.
KEEP = 0.72
FIGURE_BONUS = 0.25
# Of conditions that must all be met, some alone would be read as all there are.
_ALL_OF = re.compile(
    r"(?:同时|全部|均|都)(?:符合|满足|具备|达到)|(?:符合|满足|具备|达到)(?:以下|下列|下述|如下)[^，。；]{0,6}(?:条件|要求|标准)"
)
# So many characters more are quoted where a passage is read on, but not in each entry of a list.
AT_LENGTH = 100
# Past a sentence that only repeats the question so many characters are read before all else.
FIRST = 120


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence and how well it answers, from 0 to about 1.

    ``echo`` when it tells hardly more than the question; known where nobody wrote questions.
    """

    sentence: Sentence
    score: float
    echo: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article cut into sentences, each with its vector, and the vector of the whole.

    ``pairs`` are the character pairs of each sentence that the document's title does not have, and
    how many it has in all; ``telling`` what each tells, where nobody wrote questions (else empty);
    ``questions`` are the vectors of its similar questions.
    """

    evidence: Evidence
    sentences: tuple[Sentence, ...]
    title: frozenset[str]
    pairs: tuple[tuple[frozenset[str], int], ...]
    telling: tuple[Telling, ...]
    vectors: Matrix
    whole: Vector
    questions: Matrix


class SentenceRanker:
    """Scores the sentences of articles by meaning (the encoder) and by shared character pairs."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        # A question is heard, weighed, and asked whom it concerns: each time by its vector.
        self.encode = lru_cache(maxsize=QUESTIONS)(self._encode)

    def _encode(self, question: str) -> Matrix:
        """The question as one row."""
        row = self._encoder.encode_queries([question])
        row.setflags(write=False)
        return row

    def passages(self, texts: Sequence[str]) -> Matrix:
        """Words of a document, one row each."""
        return self._encoder.encode_passages(list(texts))

    def prepare(self, evidence: Evidence, questions: Matrix) -> Prepared:
        """The sentences of an article with their vectors, beside those of its similar questions."""
        sentences = of_article(evidence.article)
        texts = [sentence.text for sentence in sentences]
        vectors = self._encoder.encode_passages([*texts, evidence.article.text])
        title = bigrams(evidence.policy.title)
        pairs = tuple((present - title, len(present)) for present in map(bigrams, texts))
        bare = len(questions) < ENOUGH
        return Prepared(
            evidence,
            sentences,
            title,
            pairs,
            tuple(map(Telling.of, sentences)) if bare else (),
            vectors[:-1],
            vectors[-1],
            questions,
        )

    def rank(
        self, question: str, vector: Matrix, prepared: Prepared, wants: Wanted | None
    ) -> tuple[Scored, ...]:
        """Every sentence of the article in reading order, each with its score."""
        meaning = np.vecdot(prepared.vectors, vector[0]).tolist()
        # What names the document tells nothing of which sentence answers.
        asked = bigrams(question) - prepared.title
        scored = []
        for place, sentence in enumerate(prepared.sentences):
            own, pairs = prepared.pairs[place]
            shared = len(asked & own)
            score = max(meaning[place], 0.0) + 0.5 * (shared / len(asked) if asked else 0.0)
            if wants and wants.stated_in(sentence.text):
                score += FIGURE_BONUS
            echo = bool(prepared.telling) and prepared.telling[place].is_echo(
                len(own) - shared, pairs, question
            )
            scored.append(Scored(sentence, score, echo))
        return tuple(scored)


def bigrams(text: str) -> frozenset[str]:
    """The character pairs of ``text``, punctuation and spaces dropped."""
    plain = [character for character in text.lower() if character.isalnum()]
    return frozenset(a + b for a, b in pairwise(plain))


def choose(
    scored: Sequence[Scored],
    *,
    budget: int = BUDGET,
    complete: bool = False,
    whole: int = WHOLE_ARTICLE,
    onward: bool = False,
) -> list[Sentence]:
    """The sentences to quote, in reading order.

    An item of an inner list comes with the words that open the list; with ``complete`` a list
    comes whole, whatever the budget. An article of up to ``whole`` characters comes whole.
    After a sentence that only repeats or announces, and with ``onward`` after any, comes what
    follows it.
    """
    everything = [entry.sentence for entry in scored]
    if sum(len(sentence.text) for sentence in everything) <= min(budget, whole):
        return everything
    best = max(scored, key=lambda entry: entry.score)
    start = scored.index(best)
    chosen = set(read_on(everything, start, FIRST)) if best.echo else set[int]()
    for entry in sorted(scored, key=lambda entry: -entry.score):
        if entry.score < KEEP * best.score:
            break
        if chosen and entry.echo:
            continue
        more = set(with_list(everything, everything.index(entry.sentence), complete))
        if not chosen or _length(everything, chosen | more) <= min(budget, BUDGET):
            chosen |= more
    if onward:
        budget += AT_LENGTH if budget >= BUDGET else 0
        left = budget - _length(everything, chosen - set(read_on(everything, start, budget)))
        chosen |= set(read_on(everything, start, left))
    return [everything[position] for position in sorted(chosen)]


def sets_conditions(scored: Sequence[Scored]) -> bool:
    """Whether an inner list of the article is of conditions that must all be met."""
    return any(
        after.sentence.item and not one.sentence.item and _ALL_OF.search(one.sentence.text)
        for one, after in pairwise(scored)
    )


def _length(sentences: Sequence[Sentence], places: Iterable[int]) -> int:
    return sum(len(sentences[place].text) for place in places)


def with_list(sentences: Sequence[Sentence], position: int, complete: bool) -> Iterable[int]:
    """The sentence, and what it needs of the inner list it opens or belongs to."""
    section = _section(sentences, position)
    if section:
        return section
    opening = position
    while opening > 0 and sentences[opening].item:
        opening -= 1
    end = opening + 1
    while end < len(sentences) and sentences[end].item:
        end += 1
    in_list = end > opening + 1 and position < end
    if not in_list:
        return (position,)
    return range(opening, end) if complete else {opening, position}


def _section(sentences: Sequence[Sentence], position: int) -> list[int]:
    """A numbered title, and the titles one level below it; empty for any other sentence."""
    title, *below = sentences[position:]
    if not title.is_title or not below:
        return []
    end = next((n for n, one in enumerate(below) if one.marker == title.marker), len(below))
    inner = below[0].marker
    if not inner:  # a title and its paragraph
        return [position, position + 1] if end else []
    return [position, *(position + 1 + n for n in range(end) if below[n].marker == inner)]


def statements(evidence: Evidence, sentences: Sequence[Sentence]) -> tuple[Statement, ...]:
    """One statement for each run of neighbouring sentences; list items keep their lines."""
    runs: list[list[Sentence]] = []
    text = evidence.article.text
    for sentence in sentences:
        if runs and not text[runs[-1][-1].end : sentence.start].strip():
            runs[-1].append(sentence)
        else:
            runs.append([sentence])
    return tuple(
        Statement(_lines(run), (Basis(evidence, run[0].start, run[-1].end),)) for run in runs
    )


def _lines(run: Sequence[Sentence]) -> str:
    first, *rest = run
    return first.text + "".join(f"\n{one.text}" if one.item else one.text for one in rest)
