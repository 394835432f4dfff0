"""From an understood question to candidates: one search for each side that is asked about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from assistant.composing.quoting import SentenceRanker
from assistant.referring.referrals import Referral, Referrals
from assistant.searching.places import ruling, tells_of_all, together
from assistant.searching.sides import Side, documents_of, places_of, surest_of_each
from assistant.understanding.asks.lists import ways_to_list
from assistant.understanding.model import Understanding
from assistant.understanding.scope import without_places
from assistant.weighing.support import Candidate
from assistant.weighing.weigher import Weigher
from corpus import PolicyStore
from corpus.model import NATIONWIDE, Article, Status
from index.coverage import Rarity, Terms
from index.model import Filter, Hit, Passage
from index.search import HybridSearcher

# Articles weighed for one question; the right one is nearly always among them.
SCORED = 10
# Of those without similar questions more: the right one stands lower.
BARE_SCORED = 16
# Deep enough to see every article of a document, or every article that names a term.
WHOLE_POLICY = 60


class Finder:
    """Searches the index within a scope and weighs what it finds."""

    def __init__(
        self,
        searcher: HybridSearcher,
        store: PolicyStore,
        ranker: SentenceRanker,
        rarity: Rarity,
        referrals: Referrals,
        weigher: Weigher,
    ) -> None:
        self._searcher = searcher
        self._ranker = ranker
        self._support = weigher.support
        self._rarity = rarity
        self._referrals = referrals
        self._metadata = {one.id: one for one in store.metadata()}
        self._weigher = weigher

    def warm_up(self) -> None:
        """Does what the first questions would else wait for."""
        self._weigher.warm_up()

    def sides(self, understanding: Understanding) -> tuple[Side, ...]:
        """The candidates of each document or place compared, or of the whole scope.

        A question that lists is searched for its subject, and deeper.
        """
        scope, depth = understanding.scope, SCORED
        if understanding.lists:
            depth = WHOLE_POLICY
        if scope.compared:
            return tuple(
                Side(
                    "、".join(map(self._title, one.policies)),
                    self._in_all_ways(
                        understanding, one.asked, documents_of(one, understanding), depth
                    ),
                )
                for one in scope.compared
            )
        if scope.places > 1:
            return tuple(
                Side(
                    place,
                    self._in_all_ways(
                        understanding,
                        understanding.asked_of.get(place, ()),
                        self._only(place, understanding),
                        depth,
                    ),
                )
                for place in places_of(scope)
            )
        where = self._within(understanding)
        return (Side("", self._in_all_ways(understanding, (), where, depth)),)

    def _in_all_ways(
        self, understanding: Understanding, topics: Sequence[str], where: Filter, depth: int
    ) -> tuple[Candidate, ...]:
        """The candidates of one side, each as sure as the surest way to ask makes it.

        A list is searched for in further ways where articles have no similar questions: all that
        tells of them is their words.
        """
        search = cache(
            lambda topic: self._candidates(replace(understanding, topic=topic), where, depth)
        )
        asked = topics or (understanding.topic,)
        found = surest_of_each(map(search, asked))
        if not understanding.lists or _are_asked(understanding, found):
            return found
        return surest_of_each(map(search, ways_to_list(asked, understanding.text)))

    def subjects(self, understanding: Understanding) -> tuple[Side, ...]:
        """The candidates of each of the subjects that the question may compare."""
        where = self._within(understanding)
        return tuple(
            Side(one.name, self._first_answered(understanding, one.asked, where))
            for one in understanding.subjects
        )

    def _first_answered(
        self, understanding: Understanding, topics: Iterable[str], where: Filter
    ) -> tuple[Candidate, ...]:
        """The candidates for the first of ``topics`` that leads to an answer, else for the last."""
        found: tuple[Candidate, ...] = ()
        for topic in topics:
            found = self._candidates(replace(understanding, topic=topic), where)
            if self._support.answers(found):
                break
        return found

    def referral(
        self, understanding: Understanding, likely: Iterable[Candidate]
    ) -> Referral | None:
        """Who can help with what the question is about, where that is known.

        Nobody where an article without similar questions is as near as what others are asked: then
        its document is about the topic, and what it leaves unsaid is its issuers' to tell.
        """
        vector = self._ranker.encode(without_places(understanding.topic))[0]
        own = max((one.features["dense"] for one in likely if not one.asked), default=0.0)
        return self._referrals.about(vector, own)

    def unheard_of(self, words: Iterable[str]) -> bool:
        """Whether any of ``words`` is not in the collection at all."""
        return any(self._rarity.unknown(Terms.of(word).words) for word in words)

    def these(self, understanding: Understanding, articles: Sequence[Article]) -> list[Candidate]:
        """``articles`` as candidates, whether or not the question finds them."""
        topic = without_places(understanding.topic)
        where = Filter(policy_ids=frozenset(one.policy_id for one in articles))
        hits = {
            hit.passage.article_id: hit for hit in self._searcher.search(topic, WHOLE_POLICY, where)
        }
        wanted = [hits.get(one.id) or Hit(_passage(one), 0.0) for one in articles]
        return list(self._weigher.weigh(understanding, topic, wanted))

    def names(self, term: str) -> tuple[str, ...]:
        """What else a term is called."""
        return self._searcher.names(term)

    def surest(self, understanding: Understanding) -> Candidate | None:
        """The surest candidate within the scope, if any is sure enough to answer from."""
        candidates = self._candidates(understanding, self._within(understanding))
        return candidates[0] if self._support.answers(candidates) else None

    def heard(self, understanding: Understanding) -> Candidate | None:
        """What answered the question before, within the scope of this one; ``None`` for the first."""
        if not understanding.before:
            return None
        return self.surest(replace(understanding, topic=understanding.before))

    def together(self, understanding: Understanding) -> tuple[Candidate, ...]:
        """What speaks of all the places that the question names at once."""
        ids = together(understanding, self._metadata.values())
        if not ids:
            return ()
        where = Filter(as_of=understanding.as_of, policy_ids=frozenset(ids))
        found = self._candidates(understanding, where)
        return tuple(one for one in found if tells_of_all(one, understanding))

    def anywhere(self, understanding: Understanding) -> tuple[Candidate, ...]:
        """The candidates in the whole collection, whatever the scope."""
        return self._candidates(understanding, Filter(as_of=understanding.as_of))

    def at_any_time(self, understanding: Understanding) -> tuple[Candidate, ...]:
        """The candidates within the scope, in force or not; none where all documents are in force."""
        policies = self._metadata.values()
        if all(one.status(understanding.as_of) is Status.IN_FORCE for one in policies):
            return ()  # what the question was weighed against already
        within = self._within(understanding)
        return self._candidates(
            understanding, Filter(within.jurisdictions, None, within.policy_ids)
        )

    def _title(self, policy_id: str) -> str:
        return f"《{self._metadata[policy_id].title}》"

    def _only(self, place: str, understanding: Understanding) -> Filter:
        """The documents of ``place`` alone, without the national rules beside them."""
        wanted = frozenset(understanding.scope.policies)
        ids = frozenset(
            policy.id
            for policy in self._metadata.values()
            if policy.jurisdiction == place
            and policy.status(understanding.as_of) is Status.IN_FORCE
        )
        # A document named for one side says nothing of the other sides.
        return Filter(as_of=understanding.as_of, policy_ids=(ids & wanted) or ids)

    def _within(self, understanding: Understanding) -> Filter:
        scope = understanding.scope
        if scope.policies:
            return Filter(as_of=understanding.as_of, policy_ids=frozenset(scope.policies))
        if scope.nationwide and not scope.jurisdictions:
            return self._only(NATIONWIDE, understanding)
        if scope.jurisdictions or scope.elsewhere:
            return Filter(frozenset(scope.jurisdictions or scope.elsewhere), understanding.as_of)
        return Filter(as_of=understanding.as_of)

    def _candidates(
        self, understanding: Understanding, where: Filter, depth: int = SCORED
    ) -> tuple[Candidate, ...]:
        topic = without_places(understanding.topic)
        hits = self._searcher.search(topic, depth, where, bare=max(depth, BARE_SCORED))
        weighed = ruling(self._weigher.weigh(understanding, topic, hits), where.jurisdictions)
        return tuple(sorted(weighed, key=lambda one: -one.support))


def _are_asked(understanding: Understanding, found: Sequence[Candidate]) -> bool:
    """Whether a list on a subject is asked for and all that was found has similar questions."""
    return understanding.gathers and all(one.asked for one in found)


def _passage(article: Article) -> Passage:
    """An article as a search would show it that did not find it."""
    return Passage(
        id=article.id,
        policy_id=article.policy_id,
        label=article.label,
        number=article.number,
        part=0,
        start=0,
        title="",
        doc_number=None,
        path=article.path,
        heading=article.heading,
        text=article.text,
        jurisdiction="",
    )
