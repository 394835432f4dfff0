"""What tells that an article is about the subject of a list, among the others that were found.

How near it comes in several measures, each as it is, how far behind the best article it stays and
how far above the usual one it stands: what a cosine is worth depends on the subject.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import rjieba

from assistant.composing.quoting import Prepared
from assistant.enumerating.shelf import fold
from assistant.weighing.support import log_odds
from index.model import Matrix, Vector
from index.words import pairs

# Of the questions beside an article, those that tell how near it is asked: the few and the many.
FEW, MANY = 5, 25
# So many articles as like the subject as any tell what else is like it.
LEADING = 3

_LATIN = re.compile(r"[a-z0-9]+")
Weight = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Asked:
    """The terms of a subject, and vectors: of all together, of the question, of each of several."""

    terms: tuple[str, ...]
    ways: Matrix

    @property
    def subject(self) -> Vector:
        """The vector of all terms together."""
        return np.asarray(self.ways[0])

    @property
    def question(self) -> Vector:
        """The vector of the question as asked."""
        return np.asarray(self.ways[1])


@dataclass(frozen=True, slots=True)
class About:
    """What an article says: its folded text and titles, their vectors (heading, chapter)."""

    prepared: Prepared
    text: str
    titles: str
    above: Matrix

    @classmethod
    def of(cls, prepared: Prepared, above: Matrix) -> About:
        """The article of ``prepared``; ``above`` are the vectors of its heading and chapter."""
        article = prepared.evidence.article
        text = fold(article.text)
        titles = fold(" ".join((article.heading, *article.path)))
        return cls(prepared, text, titles, above)


def measures(asked: Asked, about: About, support: float, weight: Weight) -> dict[str, float]:
    """How near the article comes to the subject, by measure."""
    prepared = about.prepared
    heading, chapter = np.vecdot(about.above, asked.subject)
    sentences = np.vecdot(prepared.vectors, asked.subject)
    said = np.vecdot(prepared.questions[:, None], asked.ways)
    near = np.sort(said[:, 0])
    nearest = said.max(axis=0, initial=0.0)
    return {
        "own": log_odds(support),
        "whole": float(prepared.whole @ asked.subject),
        "whole_asked": float(prepared.whole @ asked.question),
        "sentence": float(sentences.max(initial=0.0)),
        "heading": float(heading),
        "chapter": float(chapter),
        "question": float(nearest[0]),
        "few": float(near[-FEW:].sum()) / FEW,
        "many": float(near[-MANY:].sum()) / MANY,
        "question_asked": float(nearest[1]),
        "term": float(nearest[2:].max()) if len(nearest) > 2 else float(nearest[0]),
        "covered": _covered(asked.terms, about.text, weight),
    }


def named(asked: Asked, about: About) -> dict[str, float]:
    """Whether the article has the terms in full: their share, any, all, any in its titles."""
    full = [term in about.text for term in asked.terms]
    return {
        "named": sum(full) / len(full),
        "named_any": float(any(full)),
        "named_all": float(all(full)),
        "titled": float(any(term in about.titles for term in asked.terms)),
    }


def among(
    seen: Sequence[Mapping[str, float]],
    names: Sequence[Mapping[str, float]],
    wholes: Matrix,
) -> list[dict[str, float]]:
    """The evidence of articles found together, from what each shows by itself.

    ``wholes`` are their vectors: what is like the surest one, and like the leading few, belongs
    with them.
    """
    measured = list(seen[0])
    table = np.array([[one[name] for name in measured] for one in seen])
    behind = table - table.max(axis=0)
    above = (table - table.mean(axis=0)) / (table.std(axis=0) + 1e-6)
    column = measured.index("own")
    surest = wholes[int(table[:, column].argmax())]
    lead = above[:, [measured.index(name) for name in ("own", "few", "whole", "covered")]].sum(1)
    centre = wholes[np.argsort(-lead, kind="stable")[:LEADING]].mean(axis=0)
    centre = centre / (np.linalg.norm(centre) + 1e-9)
    anyone = sum(one["named_any"] for one in names)
    return [
        {
            "bias": 1.0,
            **dict(seen[place]),
            **{f"{name}_behind": float(behind[place, at]) for at, name in enumerate(measured)},
            **{f"{name}_above": float(above[place, at]) for at, name in enumerate(measured)},
            **dict(names[place]),
            "someone_named": float(anyone > 0),
            "many_named": math.log1p(anyone),
            "like_surest": float(wholes[place] @ surest),
            "like_leading": float(wholes[place] @ centre),
        }
        for place in range(len(seen))
    ]


def _covered(terms: Sequence[str], text: str, weight: Weight) -> float:
    """The share of the terms' character pairs and Latin words that ``text`` has, by rarity."""
    parts = [part for term in terms for part in _parts(term)]
    weights = [weight(part) for part in parts]
    found = [one for part, one in zip(parts, weights, strict=True) if part in text]
    return sum(found) / (sum(weights) or 1.0)


@lru_cache(maxsize=1024)
def _parts(term: str) -> tuple[str, ...]:
    """The character pairs of the words of ``term``, none across two words, and its Latin words."""
    words = [word for word in rjieba.cut(term) if len(word) > 1]
    return tuple(dict.fromkeys(part for word in words or [term] for part in _pairs(word)))


def _pairs(word: str) -> Sequence[str]:
    return _LATIN.findall(word) or pairs(word)
