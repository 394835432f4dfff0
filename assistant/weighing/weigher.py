"""Candidates weighed: what speaks for each article that a search has found, as a probability."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np

from assistant.composing.quoting import Prepared, Scored, SentenceRanker
from assistant.model import Evidence
from assistant.referring.referrals import Referrals
from assistant.understanding.domain import names_accredited
from assistant.understanding.figures.wanted import Wanted
from assistant.understanding.model import Understanding
from assistant.weighing.beyond_title import Beyond, beyond
from assistant.weighing.features import (
    ArticleWords,
    Asked,
    compared,
    features,
    recognition,
    standing_over,
)
from assistant.weighing.known_questions import (
    Beside,
    Neighbours,
    Voice,
    Voices,
    cosines,
    neighbours,
    voice,
)
from assistant.weighing.phrasing import Phrasing
from assistant.weighing.readings import Readings
from assistant.weighing.support import Candidate, SupportModel
from assistant.weighing.word_by_word import Wordwise
from corpus import PolicyStore
from corpus.model import Article, PolicyMetadata
from index.coverage import Rarity, Terms
from index.encoder.kinship import Kinship, ToldWords
from index.likeness import Likeness
from index.model import Hit, Matrix, Vector
from index.reader import Reader
from index.recogniser.recogniser import Heard
from index.search import HybridSearcher
from index.similar import ENOUGH

# Articles whose sentences stay prepared; all of a city's documents fit, a nation's hot ones do.
REMEMBERED = 4096
# The articles of a document share its title from so many on; over fewer it is a headline, which says
# what they say.
SHARED = 5
# A collection of at most so many is prepared ahead: some ms an article, which no caller then waits.
PREPARED_AHEAD = REMEMBERED
# So many are read ahead, some 8 ms an article.
READ_AHEAD = 1024
# Topics kept as vectors, and articles kept ranked for them.
TOPICS, RANKED = 32, 1024


@dataclass(frozen=True, slots=True)
class _Known:
    """What is kept of an article between questions; ``told`` where nobody wrote enough of these."""

    prepared: Prepared
    words: ArticleWords
    beside: Beside
    told: ToldWords | None


@dataclass(frozen=True, slots=True, eq=False)
class _Topic:
    """What is kept of a topic between scopes: its vector (one row), what it asks beyond a title, how
    like its wording all known questions are, and the voice of what other authorities are asked."""

    vector: Matrix
    beyond: Callable[[str], Beyond]
    wording: Sequence[Vector]
    elsewhere: Voice


class Weigher:
    """Weighs what a search has found for a question, by the model ``support``."""

    def __init__(
        self,
        searcher: HybridSearcher,
        store: PolicyStore,
        ranker: SentenceRanker,
        support: SupportModel,
        rarity: Rarity,
        referrals: Referrals,
        phrasing: Phrasing,
        kinship: Kinship,
        reader: Reader,
    ) -> None:
        self._searcher = searcher
        self._store = store
        self._ranker = ranker
        self.support = support
        self._rarity = rarity
        self._referrals = referrals
        self._phrasing = phrasing
        self._kinship = kinship
        self._readings = Readings(reader, self._found)
        self._likeness = Likeness(*searcher.known_questions())
        self._metadata = {one.id: one for one in store.metadata()}
        self._known = lru_cache(maxsize=REMEMBERED)(self._know)
        self._shared_title = lru_cache(maxsize=REMEMBERED)(self._title_shared)
        # One question is weighed in several scopes, one after the other.
        self._topic = lru_cache(maxsize=TOPICS)(self._read)
        self._wordwise = lru_cache(maxsize=TOPICS)(self._lay)
        self._ranked = lru_cache(maxsize=RANKED)(self._rank)
        self._voices = lru_cache(maxsize=RANKED)(self._hear)
        self._met = lru_cache(maxsize=RANKED)(self._meet)
        self._sound = lru_cache(maxsize=TOPICS)(self._recognise)

    def warm_up(self) -> None:
        """Prepares every article of a small collection; a large one is prepared as it is asked."""
        articles = (
            (one.id, article.label, article.number)
            for one in self._store.metadata()
            for article in self._store.articles(one.id)
        )
        first = list(islice(articles, PREPARED_AHEAD + 1))
        if len(first) <= PREPARED_AHEAD:
            bare = [one for one in first if self._known(*one).told is not None]
            for policy_id, label, _ in bare[:READ_AHEAD]:
                self._readings.article(policy_id, label)

    def prepared(self, policy_id: str, label: str, number: int) -> Prepared:
        """An article cut into sentences, with its vectors."""
        return self._known(policy_id, label, number).prepared

    def weigh(
        self, understanding: Understanding, topic: str, hits: Sequence[Hit]
    ) -> Iterable[Candidate]:
        """The hits as candidates, each with the probability that it supports an answer to ``topic``.

        Articles without similar questions are compared with each other.
        """
        asked = Asked.of(self._searcher.read(topic), hits, self._rarity)
        phrased = self._phrasing.asked(asked.worded)
        found = [
            self._known(hit.passage.policy_id, hit.passage.label, hit.passage.number)
            for hit in hits
        ]
        around = self._around(topic, hits)
        # The whole question: a place in it tells one city's article from the other's.
        sound = self._sound(understanding.text)
        sentences = [
            self._ranked(
                topic,
                understanding.wants,
                hit.passage.policy_id,
                hit.passage.label,
                hit.passage.number,
            )
            for hit in hits
        ]
        seen = [
            features(
                asked,
                hit,
                known.words,
                sentences[place],
                around[place],
                phrased,
            )
            | recognition(sound, hit.passage.article_id)
            for place, (hit, known) in enumerate(zip(hits, found, strict=True))
        ]
        bare = [at for at, known in enumerate(found) if known.told is not None]
        self._compare(understanding.text, topic, [(hits[at], found[at], seen[at]) for at in bare])
        for place, (hit, known) in enumerate(zip(hits, found, strict=True)):
            prepared, is_asked = known.prepared, place not in bare
            yield Candidate(
                prepared.evidence,
                hit,
                sentences[place],
                self._probability(seen[place], prepared),
                seen[place],
                prepared.whole,
                is_asked,
            )

    def _compare(
        self, question: str, topic: str, bare: Sequence[tuple[Hit, _Known, dict[str, float]]]
    ) -> None:
        """Adds to the evidence of articles without similar questions what their own words tell, how
        they compare, and what the reader makes of the likeliest of them."""
        own = self._topic(topic).beyond
        for hit, known, seen in bare:
            passage = hit.passage
            shared = self._shared_title(passage.policy_id)
            seen.update(own(shared).evidence(known.prepared, known.words.body))
            seen.update(self._met(topic, passage.policy_id, passage.label, passage.number))
            seen["fused"] = hit.score
            seen["elsewhere_lead"] = max(seen["elsewhere_near"] - seen["dense"], 0.0)
        among = compared([seen for *_, seen in bare])
        for (*_, seen), one in zip(bare, among, strict=True):
            seen.update(one)
        likeliest = sorted(bare, key=lambda one: -self.support.probability(one[2], asked=False))
        read = self._readings.evidence(question, [hit.passage for hit, *_ in likeliest])
        for (*_, seen), reading in zip(likeliest, read, strict=True):
            seen.update(reading)

    def _around(self, topic: str, hits: Sequence[Hit]) -> list[Neighbours]:
        """How the questions beside the articles found, and those of others, speak of each."""
        voices = [
            self._voices(topic, hit.passage.policy_id, hit.passage.label, hit.passage.number)
            for hit in hits
        ]
        return neighbours(voices, self._topic(topic).elsewhere)

    def _hear(self, topic: str, policy_id: str, label: str, number: int) -> Voices:
        """The voices of the questions beside the article of that label."""
        asked = self._topic(topic)
        beside = self._known(policy_id, label, number).beside
        return beside.voices(asked.vector[0], asked.wording)

    def _meet(self, topic: str, policy_id: str, label: str, number: int) -> Mapping[str, float]:
        """How the words of the article of that label meet the topic's."""
        told = self._known(policy_id, label, number).told
        return {} if told is None else self._wordwise(topic).evidence(told)

    def _lay(self, topic: str) -> Wordwise:
        """The words of a topic one by one, for articles that have no similar questions."""
        return Wordwise(self._kinship, self._kinship.asked(self._searcher.read(topic).text))

    def _recognise(self, question: str) -> Heard:
        return self._searcher.hear(question, self._ranker.encode(question)[0])

    def _read(self, topic: str) -> _Topic:
        vector = self._ranker.encode(topic)
        return _Topic(
            vector,
            beyond(topic, self._ranker, self._rarity),
            self._likeness.asked(topic),
            voice(cosines(vector[0], self._referrals.vectors)),
        )

    def _rank(
        self, topic: str, wants: Wanted | None, policy_id: str, label: str, number: int
    ) -> tuple[Scored, ...]:
        """The sentences of the article of that label, scored."""
        prepared = self._known(policy_id, label, number).prepared
        return self._ranker.rank(topic, self._topic(topic).vector, prepared, wants)

    def _title_shared(self, policy_id: str) -> str:
        """The title that all articles of the document share; empty for a headline over a few."""
        articles = self._store.articles(policy_id)
        return self._metadata[policy_id].title if len(articles) >= SHARED else ""

    def _probability(self, seen: Mapping[str, float], prepared: Prepared) -> float:
        """By what an article's questions tell, where they are enough; else also by itself."""
        known = len(prepared.questions)
        told = self.support.probability(seen, asked=True) if known else 0.0
        if known >= ENOUGH:
            return told
        return max(told, self.support.probability(seen, asked=False))

    def _know(self, policy_id: str, label: str, number: int) -> _Known:
        """The article of that label, with its policy, cut and ready for ranking."""
        metadata, article = self._found(policy_id, label)
        questions = self._searcher.questions_of(policy_id, number, label)
        unsaid = self._searcher.unsaid_of(policy_id, number, label)
        source = self._store.source(policy_id)
        evidence = Evidence(metadata, source, article, questions.texts, unsaid.texts)
        body = Terms.of(article.text)
        text = body | standing_over(metadata, article)
        words = ArticleWords(
            body,
            text,
            text | Terms.of("\n".join(questions.texts)),
            names_accredited(f"{metadata.title}\n{article.text}"),
        )
        vectors = np.concatenate((questions.vectors, unsaid.vectors))
        beside = Beside(vectors, questions.rows, unsaid.rows)
        prepared = self._ranker.prepare(evidence, vectors[: len(questions.rows)])
        return _Known(prepared, words, beside, self._told(prepared))

    def _found(self, policy_id: str, label: str) -> tuple[PolicyMetadata, Article]:
        article = self._store.article(policy_id, label)
        if article is None:  # the index and the store are written together
            raise LookupError(f"{policy_id}#{label}")
        return self._metadata[policy_id], article

    def _told(self, prepared: Prepared) -> ToldWords | None:
        """The words of an article that nobody wrote enough questions for."""
        if len(prepared.questions) >= ENOUGH:
            return None
        policy, article = prepared.evidence.policy, prepared.evidence.article
        sentences = [one.text for one in prepared.sentences]
        return self._kinship.told(sentences, " ".join((policy.title, *article.path)))
