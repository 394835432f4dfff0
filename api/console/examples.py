"""The questions offered before the first one: ours where the policies are there, else made."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from api.ports import PolicyShelf
from corpus.model import Article, PolicyMetadata

EXAMPLES_FILE = Path(__file__).with_name("examples.yaml")


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading and its questions."""

    name: str
    questions: tuple[str, ...]


class _Example(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    policy: str
    question: str


class _Group(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    topic: str
    questions: tuple[_Example, ...]


_GROUPS = TypeAdapter(tuple[_Group, ...])


def topics(shelf: PolicyShelf) -> tuple[Topic, ...]:
    """Topics with at least one question that this shelf can answer."""
    groups = _GROUPS.validate_python(yaml.safe_load(EXAMPLES_FILE.read_text("utf-8")))
    present = {policy.id for policy in shelf.metadata()}
    shown = (
        Topic(group.topic, tuple(q.question for q in group.questions if q.policy in present))
        for group in groups
    )
    return tuple(topic for topic in shown if topic.questions) or made_from_articles(shelf)


def made_from_articles(shelf: PolicyShelf, policies: int = 4, each: int = 2) -> tuple[Topic, ...]:
    """For other policies than ours: what their first articles are about, as questions."""
    made = []
    for policy in shelf.metadata()[:policies]:
        numbered = (article for article in shelf.articles(policy.id) if article.number)
        questions = tuple(_about(policy, article) for article in islice(numbered, each))
        if questions:
            made.append(Topic(policy.title, questions))
    return tuple(made)


def _about(policy: PolicyMetadata, article: Article) -> str:
    if article.heading:
        return f"{article.heading}有什么规定？"
    return f"《{policy.title}》{article.label}是怎么规定的？"
