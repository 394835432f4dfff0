"""The policies as the web reads them: found by id, number or label, or listed by filter."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from api.ports import PolicyShelf
from api.problems import ProblemError
from corpus.metadata import successions
from corpus.model import Article, Policy, PolicyMetadata, Status
from corpus.parsing.numerals import to_int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is on the shelf; the heads of the documents (article 0) are not counted."""

    policies: int
    articles: int


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Reads from a shelf; what is not there is a 404 problem that says how to find it."""

    shelf: PolicyShelf

    def search(
        self,
        day: dt.date,
        *,
        jurisdiction: str | None = None,
        status: Status | None = None,
        words: str = "",
    ) -> list[PolicyMetadata]:
        """Policies of a jurisdiction (full name) and status on ``day``, latest first.

        ``words`` are looked for in title, number, issuers and aliases, all of them.
        """
        found = [
            policy
            for policy in self.shelf.metadata()
            if (jurisdiction is None or policy.jurisdiction == jurisdiction)
            and (status is None or policy.status(day) == status)
            and _matches(policy, words)
        ]
        return sorted(found, key=lambda policy: policy.issued_on or dt.date.min, reverse=True)

    def policy(self, policy_id: str) -> Policy:
        """The whole policy."""
        self._known(policy_id)
        return self.shelf.policy(policy_id)

    def article(self, policy_id: str, name: str) -> Article:
        """An article by number (``15``), label (``第15条``) or the number spelled (``第十五条``)."""
        metadata = self._known(policy_id)
        article = self.shelf.article(policy_id, _number_or_label(name))
        if article is None and (spelled := _SPELLED.fullmatch(name)):
            article = self.shelf.article(policy_id, to_int(spelled[1]))
        if article is None:
            raise ProblemError(
                404,
                "no-such-article",
                "没有这一条",
                f"《{metadata.title}》中没有“{name}”；请用序号（如 15）或所印标号（如 第15条）。",
            )
        return article

    def successors(self, policy_id: str) -> list[PolicyMetadata]:
        """The policies on the shelf that replace or repeal this one."""
        pairs = successions(self.shelf.metadata())
        return [newer for older, newer in pairs if older.id == policy_id]

    def predecessors(self, policy_id: str) -> list[PolicyMetadata]:
        """The policies on the shelf that this one replaces or repeals."""
        pairs = successions(self.shelf.metadata())
        return [older for older, newer in pairs if newer.id == policy_id]

    def article_count(self, policy_id: str) -> int:
        """How many articles a policy counts."""
        return sum(article.is_counted for article in self.shelf.articles(policy_id))

    def counts(self) -> Counts:
        """How many policies and articles there are; reads every policy once."""
        policies = self.shelf.metadata()
        return Counts(len(policies), sum(self.article_count(policy.id) for policy in policies))

    def _known(self, policy_id: str) -> PolicyMetadata:
        for policy in self.shelf.metadata():
            if policy.id == policy_id:
                return policy
        raise ProblemError(
            404,
            "no-such-policy",
            "没有这份文件",
            f"没有编号为“{policy_id}”的政策文件；全部文件见 /policies。",
        )


def _matches(policy: PolicyMetadata, words: str) -> bool:
    text = " ".join(
        (policy.title, policy.doc_number or "", *policy.issuers, *policy.aliases)
    ).casefold()
    return all(word in text for word in words.casefold().split())


# A number in characters, where the document prints digits.
_SPELLED = re.compile(r"第?([〇零一二两三四五六七八九十百千]+)条?")


def _number_or_label(name: str) -> int | str:
    """``15`` as a number; anything else, and numbers no document reaches, as a label."""
    return int(name) if name.isdecimal() and len(name) <= 6 else name
