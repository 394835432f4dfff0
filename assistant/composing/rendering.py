"""From a draft to the answer text with its numbered citations."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote

from assistant.answer import Citation, Suggestion
from assistant.model import Basis, Draft, Evidence, Section, Statement
from corpus.model import HEAD_LABEL, Article

_TERMINALS = "。！？；;!?，,：:"


# 第15条, （七）, 3. or 第2段. Others share a number: 第一百二十条之一, 第二条〔2〕, an appendix's 第一条.
_PLAIN = re.compile(r"第?[（(]?[\d〇零一二三四五六七八九十百千两]+[）)]?[条段项、.．]?")


def anchor_of(article: Article) -> str:
    """The page anchor of an article: its number, or its label where the number is not its own."""
    if article.label == HEAD_LABEL:
        return "article-0"
    plain = article.number and _PLAIN.fullmatch(article.label)
    return f"article-{article.number if plain else article.label}"


def policy_url(policy_id: str) -> str:
    """The page of a policy, percent-encoded."""
    return f"/policies/{quote(policy_id)}"


def url_of(article: Article) -> str:
    """Where the article can be read: the policy page, at the article, percent-encoded."""
    return f"{policy_url(article.policy_id)}#{quote(anchor_of(article))}"


@dataclass
class Numbering:
    """Gives every basis its marker, in the order of first use.

    Mutable on purpose and short-lived: one object a rendered answer.
    """

    as_of: dt.date
    _markers: dict[Basis, int] = field(default_factory=dict)

    def marker(self, basis: Basis) -> int:
        """The marker of ``basis``; equal words of one article share it."""
        return self._markers.setdefault(basis, len(self._markers) + 1)

    def mark(self, statement: Statement) -> str:
        """The statement with its markers before the closing punctuation."""
        text = statement.text.rstrip()
        ending = text[-1:] if text[-1:] in _TERMINALS else ""
        markers = "".join(f"[{self.marker(basis)}]" for basis in statement.bases)
        return f"{text.removesuffix(ending) if ending else text}{markers}{ending}"

    def citations(self) -> tuple[Citation, ...]:
        """The citations in the order of their markers."""
        return tuple(
            _citation(number, basis, self.as_of) for basis, number in self._markers.items()
        )


def _citation(marker: int, basis: Basis, as_of: dt.date) -> Citation:
    policy, article, span = basis.evidence.policy, basis.evidence.article, basis.span
    return Citation(
        marker=marker,
        policy_id=policy.id,
        title=policy.title,
        doc_number=policy.doc_number,
        article=article.number,
        label=article.label,
        heading=article.heading,
        quote=basis.evidence.source[span.start : span.end],
        start=span.start,
        end=span.end,
        jurisdiction=policy.jurisdiction,
        issued_on=policy.issued_on,
        status=policy.status(as_of).value,
        responsible_units=article.responsible_units,
        url=url_of(article),
    )


def render(draft: Draft, as_of: dt.date) -> tuple[str, tuple[Citation, ...]]:
    """The answer text and its citations."""
    numbering = Numbering(as_of)
    body = "\n".join(render_section(section, numbering) for section in draft.sections)
    text = "\n".join(part for part in (draft.lead, body, draft.tail) if part)
    return text, numbering.citations()


def render_section(section: Section, numbering: Numbering) -> str:
    """A section as text: its title, its marked statements, its note."""
    words = "".join(map(numbering.mark, section.statements))
    return "".join(part for part in (section.title, words, section.note) if part)


def suggestions(related: Iterable[Evidence]) -> tuple[Suggestion, ...]:
    """Related articles, as links."""
    return tuple(
        Suggestion(
            policy_id=evidence.policy.id,
            title=evidence.policy.title,
            label=evidence.article.label,
            heading=evidence.article.heading,
            url=url_of(evidence.article),
        )
        for evidence in related
    )
