"""The evidence that an article answers a question, as numbers that a model can weigh."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.composing.quoting import Scored
from assistant.understanding.domain import names_accredited
from assistant.weighing.known_questions import Neighbours
from assistant.weighing.phrasing import Phrased, Worded
from assistant.weighing.word_by_word import MEASURES
from corpus.model import Article, PolicyMetadata
from index.coverage import Rarity, Terms, Weighed
from index.model import Hit
from index.query import Query
from index.recogniser.recogniser import Heard

_LATIN = re.compile(r"[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """The terms of an article's text, with its chapters and title, and with its similar questions.

    ``accredited`` when the article or its document is about accredited enterprises.
    """

    body: Terms
    text: Terms
    all: Terms
    accredited: bool


def terms_of(metadata: PolicyMetadata, article: Article) -> Terms:
    """The terms of an article's own words, its chapters and its document's title."""
    return Terms.of(article.text) | standing_over(metadata, article)


def standing_over(metadata: PolicyMetadata, article: Article) -> Terms:
    """The terms of what an article stands under: its chapters and its document's title."""
    return Terms.of("\n".join((*article.path, metadata.title)))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the features see it: its terms, and the best scores among its hits.

    ``unknown_words`` and ``unknown_pairs`` are the shares of its terms that nothing in the
    collection names; ``weight`` is what all of them weigh, against which a BM25 score becomes one;
    ``foreign`` counts its Latin words that neither the collection nor the lexicon knows;
    ``worded`` are its terms again, with those around what it asks.
    """

    words: Weighed
    pairs: Weighed
    unknown_words: float
    unknown_pairs: float
    score: float
    runner_up: float
    lexical: float
    weight: float
    foreign: float
    accredited: bool
    worded: Worded
    focus: Weighed

    @classmethod
    def of(cls, read: Query, hits: Sequence[Hit], rarity: Rarity) -> Asked:
        """The question as the index reads it, and its hits, best first.

        A question mostly in Latin letters is weighed by the Chinese terms it means.
        """
        scores = [hit.score for hit in hits] + [0.0, 0.0]
        latin = _LATIN.findall(read.text)
        chinese = _LATIN.sub(" ", read.text)
        spelled_out = bool(read.terms) and sum(map(len, latin)) > len(chinese.replace(" ", ""))
        worded = Worded.of(" ".join((chinese, *read.terms)) if spelled_out else read.text)
        terms = worded.whole
        strange = [] if read.terms else rarity.unknown(latin)
        lexical = max((hit.scores.get("lexical", 0.0) for hit in hits), default=0.0)
        words, pairs = rarity.weighed(terms.words), rarity.weighed(terms.pairs)
        return cls(
            words=words,
            pairs=pairs,
            unknown_words=words.covered(rarity.unknown(terms.words)),
            unknown_pairs=pairs.covered(rarity.unknown(terms.pairs)),
            score=scores[0],
            runner_up=scores[1],
            lexical=lexical,
            weight=rarity.weighed(terms.words | terms.pairs).whole or 1.0,
            foreign=min(len(strange), 3.0),
            accredited=names_accredited(read.text),
            worded=worded,
            focus=rarity.weighed(worded.focus.pairs),
        )


def features(
    asked: Asked,
    hit: Hit,
    words: ArticleWords,
    sentences: tuple[Scored, ...],
    neighbours: Neighbours,
    phrased: Phrased,
) -> dict[str, float]:
    """The evidence that one article supports an answer, by feature name.

    Cosines of the dense side, of the nearest similar question and of the best sentence; shares
    of the question's words and character pairs that the article names, alone and with its
    similar questions; shares that nothing in the collection names; the lead over the next hit;
    whether it asks of accredited enterprises what the article grants to others (``for_others``);
    how known questions speak of it (``neighbours``); how much of what is asked of the subject the
    article names (``focus_text``, ``focus_asked``); and how that is worded (``phrased``).
    """
    lexical = hit.scores.get("lexical", 0.0)
    rival = asked.runner_up if hit.score >= asked.score else asked.score
    return {
        "bias": 1.0,
        "dense": hit.scores.get("dense", 0.0),
        "questions": hit.scores.get("questions", 0.0),
        **neighbours.evidence(),
        "focus_text": asked.focus.covered(words.text.pairs),
        "focus_asked": asked.focus.covered(words.all.pairs),
        "sentence": max((entry.score for entry in sentences), default=0.0),
        "lexical": lexical / asked.lexical if asked.lexical else 0.0,
        "lexical_share": lexical / asked.weight,
        "words": asked.words.covered(words.text.words),
        "words_asked": asked.words.covered(words.all.words),
        "words_unknown": asked.unknown_words,
        "pairs": asked.pairs.covered(words.text.pairs),
        "pairs_asked": asked.pairs.covered(words.all.pairs),
        "pairs_unknown": asked.unknown_pairs,
        "foreign": asked.foreign,
        "for_others": float(asked.accredited and not words.accredited),
        "lead": hit.score - rival,
        "head": float(hit.passage.number == 0),
        **{f"phrasing_{table}": weight for table, weight in phrased.evidence(words.text).items()},
    }


def recognition(heard: Heard, article_id: str) -> dict[str, float]:
    """What the network, taught from all known questions, says of one article, by feature name:
    whether it is asked what it answers, or what it leaves open."""
    said, unsaid = heard.of(article_id)
    return {"recognised": said, "unsaid_recognised": unsaid}


# What an article without similar questions is compared by with the others that were found.
COMPARED = (
    "dense",
    "sentence",
    "lexical_share",
    "pairs",
    "own_sentence",
    "own_pairs",
    "fused",
    *MEASURES,
)


def compared(seen: Sequence[dict[str, float]]) -> list[dict[str, float]]:
    """The evidence of articles found together, with how far each stays behind the best of them.

    ``dense_behind`` and the like are 0 for the best and negative for the others; ``ahead`` is how
    far the nearest (by ``dense``) leads, and 0 for the others. What a cosine is worth depends on
    the question: a long one in everyday words comes near to nothing.
    """
    if not seen:
        return []
    best = {name: max(one[name] for one in seen) for name in COMPARED}
    second = sorted((one["dense"] for one in seen), reverse=True)[1:2] or [0.0]
    return [
        {
            **one,
            **{f"{name}_behind": one[name] - best[name] for name in COMPARED},
            "ahead": one["dense"] - second[0] if one["dense"] == best["dense"] else 0.0,
        }
        for one in seen
    ]
