"""The policies as the evaluators see them: the text, the source and the place of an article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from corpus import NATIONWIDE, Article, Policy, PolicyMetadata, read_corpus
from eval.errors import GoldError

Key = tuple[str, int]


class Library:
    """Policies by id. Independent of any index, so that answers are checked against the files."""

    def __init__(self, policies: Iterable[Policy]) -> None:
        self._policies: Mapping[str, Policy] = {policy.id: policy for policy in policies}

    @classmethod
    def read(cls, directory: Path) -> Library:
        """Every readable policy under ``directory``. Raises ``GoldError`` when there is none."""
        library = cls(found for found in read_corpus(directory) if isinstance(found, Policy))
        if not library._policies:
            raise GoldError(f"目录 {directory} 下没有可读的政策文件")
        return library

    @property
    def policies(self) -> tuple[Policy, ...]:
        """All policies."""
        return tuple(self._policies.values())

    def metadata(self, policy_id: str) -> PolicyMetadata | None:
        """What is known of the policy, ``None`` for an unknown id."""
        policy = self._policies.get(policy_id)
        return policy.metadata if policy else None

    def source(self, policy_id: str) -> str | None:
        """The document's text as delivered, ``None`` for an unknown id."""
        policy = self._policies.get(policy_id)
        return policy.source if policy else None

    def articles(self, key: Key) -> tuple[Article, ...]:
        """The articles with that number: several where 第N条之一 shares it, none if unknown."""
        policy = self._policies.get(key[0])
        return tuple(one for one in policy.articles if one.number == key[1]) if policy else ()

    def text(self, key: Key) -> str:
        """All words of the article: label, body, responsible units; of the head also metadata."""
        return "\n".join(self._words[article.id] for article in self.articles(key))

    def jurisdiction(self, policy_id: str) -> str | None:
        """Whose rule the policy is, ``None`` for an unknown id."""
        metadata = self.metadata(policy_id)
        return metadata.jurisdiction if metadata else None

    def other_places(self, jurisdictions: Iterable[str]) -> tuple[Policy, ...]:
        """The local policies of places other than ``jurisdictions``."""
        own = {*jurisdictions, NATIONWIDE}
        return tuple(one for one in self.policies if one.metadata.jurisdiction not in own)

    @cached_property
    def _words(self) -> dict[str, str]:
        return {
            article.id: _words(policy, article)
            for policy in self.policies
            for article in policy.articles
        }


def _words(policy: Policy, article: Article) -> str:
    parts = [article.label, article.text, "、".join(article.responsible_units)]
    if article.number == 0:
        metadata = policy.metadata
        parts += [metadata.title, metadata.doc_number or "", *metadata.issuers]
        parts += [chinese_date(day) for day in (metadata.issued_on,) if day]
    return "\n".join(parts)


def chinese_date(day: dt.date) -> str:
    """``2024年4月6日``."""
    return f"{day.year}年{day.month}月{day.day}日"
