"""Which articles of some documents have one on the same matter in others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import rjieba

from assistant.composing.quoting import SentenceRanker
from assistant.composing.sentences import of_article
from corpus import PolicyStore
from corpus.model import Article
from index.model import Matrix
from index.text import normalise

# Cosine of heading and words from which two articles rule on one matter; the second is of sentences: where
# each one has its like, the article says nothing of its own. Measured on the measures of the seed policies'
# two cities and of the customs, each of 97 articles against its nearest of the others: those of one matter
# stand at 0.63 and above or, three, are told by their sentences or headings, those of different ones at
# 0.62 and below. So they do in four pairs of the cities and plans of eval/unprepared 8 to 11 (of 90, one at
# 0.61 is of one matter; of those from 0.63 to 0.70, a third are only of one kind).
ALIKE, SAID = 0.625, 0.66
# So many telling words in both headings make one matter of articles that say it in other words.
SHARED = 2
# A heading so long that stands in another article is what that one rules: 降低查验率.
NAMED = 5
# In the headings of any such document; they tell no matter.
_ANYWHERE = frozenset(
    re.findall(
        r"\S+",
        """
        aeo 企业 建立 支持 机制 加大 强化 优化 提供 推动 推进 服务 便利 便利化 海关 措施 政策 进一步 完善 提升
        加强 实施 设立 开展 优先 认证 高级 信用 工作 力度 水平 体系 制度 管理 出口 进口 进出口 贸易 外贸 降低 提高
        加快 持续 深化 扩大 促进 鼓励 引导 做好 落实 健全 发展 建设 业务 相关 办理
        """,
    )
)
# Documents whose articles stay encoded.
_KEPT = 64


@dataclass(frozen=True, slots=True)
class _Encoded:
    """The articles of a document as unit vectors, whole (with headings) and by sentences.

    ``starts`` are the rows of ``sentences`` at which each article begins.
    """

    wholes: Matrix
    sentences: Matrix
    starts: npt.NDArray[np.intp]


class Counterparts:
    """Compares articles by their meaning; each document is encoded once. Safe to share."""

    def __init__(self, store: PolicyStore, ranker: SentenceRanker) -> None:
        self._store = store
        self._ranker = ranker
        self._encoded_of = lru_cache(maxsize=_KEPT)(self._encode)

    def articles(self, policy_id: str) -> list[Article]:
        """The numbered articles of a document, in the order of print."""
        return [one for one in self._store.articles(policy_id) if one.is_counted]

    def own(self, has: str, lacks: Sequence[str]) -> list[Article]:
        """The articles of the document ``has`` that no article of ``lacks`` is of one matter with."""
        mine, others = self.articles(has), [one for each in lacks for one in self.articles(each)]
        if not mine or not others:
            return mine
        known = [self._encoded_of(policy) for policy in lacks]
        wholes = np.concatenate([one.wholes for one in known])
        sentences = np.concatenate([one.sentences for one in known])
        own = self._encoded_of(has)
        nearest = (own.wholes @ wholes.T).max(axis=1)
        said = np.minimum.reduceat((own.sentences @ sentences.T).max(axis=1), own.starts)
        return [
            article
            for article, whole, each in zip(mine, nearest, said, strict=True)
            if whole < ALIKE and each < SAID and not any(_named(article, one) for one in others)
        ]

    def _encode(self, policy_id: str) -> _Encoded:
        articles = self.articles(policy_id)
        sentences = [[one.text for one in of_article(article)] for article in articles]
        told = [texts or [one.heading] for texts, one in zip(sentences, articles, strict=True)]
        starts = np.cumsum([0, *map(len, told)])[:-1]
        return _Encoded(
            self._unit([f"{one.heading}。{one.text}" for one in articles]),
            self._unit([text for texts in told for text in texts]),
            starts,
        )

    def _unit(self, texts: Sequence[str]) -> Matrix:
        vectors = self._ranker.passages(texts)
        unit: Matrix = vectors / np.linalg.norm(vectors, axis=1, keepdims=True).clip(1e-9)
        return unit


def _named(article: Article, other: Article) -> bool:
    """Whether the headings share their telling words, or ``other`` says what ``article`` is headed."""
    heading, theirs = normalise(article.heading), normalise(other.heading)
    core = heading.removeprefix("进一步")
    if len(core) >= NAMED and core in normalise(other.text):
        return True
    shared = (
        sum(word in theirs for word in _telling(heading)),
        sum(word in heading for word in _telling(theirs)),
    )
    return max(shared) >= SHARED


@lru_cache(maxsize=4096)
def _telling(heading: str) -> frozenset[str]:
    """The words of a heading that tell its matter."""
    words = rjieba.cut(heading)
    return frozenset(word for word in words if len(word) > 1 and word not in _ANYWHERE)
