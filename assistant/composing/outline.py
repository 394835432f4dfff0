"""How a document is divided, what one of its chapters holds, and which of several came first."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Outcome
from assistant.composing import wording
from assistant.composing.sentences import heading_length
from assistant.model import Basis, Draft, Evidence, Section, Statement
from corpus.chapters import Chapter, contents_of
from corpus.model import Article, Policy
from index.places import chapter_at


def outline_words(policy: Policy) -> str:
    """How many articles the policy has, and in which chapters they stand."""
    contents = contents_of((one.number, one.path) for one in policy.articles)
    labels = {one.number: one.label for one in reversed(policy.articles)}
    title, count = policy.metadata.title, len(contents.articles)
    if len(contents.divisions) < 2:
        return wording.UNDIVIDED.format(title=title, count=count)
    parts = "；".join(f"{one.title}（{_stretch(one, labels)}）" for one in contents.divisions)
    return wording.OUTLINE.format(
        title=title, count=count, parts=len(contents.divisions), names=parts
    )


def _stretch(chapter: Chapter, labels: dict[int, str]) -> str:
    first, last = labels[chapter.articles[0]], labels[chapter.articles[-1]]
    return first if first == last else f"{first}至{last}"


def chapter_draft(policy: Policy, steps: Sequence[int]) -> Draft | None:
    """The headings of the articles of one chapter; ``None`` where there is no such chapter."""
    contents = contents_of((one.number, one.path) for one in policy.articles)
    chapter = chapter_at(steps, contents)
    if chapter is None:
        return None
    found = [one for one in policy.articles if one.path[: len(chapter.path)] == chapter.path]
    lines = tuple(_heading(policy, one) for one in found if one.number > 0)
    title = wording.CHAPTER.format(
        title=policy.metadata.title, chapter=chapter.title, count=len(chapter.articles)
    )
    return Draft(Outcome.ANSWERED, (Section(lines, title),))


def _heading(policy: Policy, article: Article) -> Statement:
    """An article's label and heading, or its first words where it has none."""
    end = heading_length(article) or len(article.text.split("。")[0])
    basis = Basis(Evidence(policy.metadata, policy.source, article), 0, end)
    words = article.text[:end].rstrip("。.：: \n")
    return Statement(f"\n{article.label} {words}", (basis,))


def in_order(policies: Sequence[Policy], dates: Sequence[Draft]) -> Draft | None:
    """Which of the policies came first, with the statement of each one's date.

    ``None`` where a date is not known.
    """
    days = [one.metadata.issued_on for one in policies]
    if len(policies) < 2 or any(day is None for day in days):
        return None
    order = sorted(range(len(policies)), key=lambda place: str(days[place]))
    first, last = (policies[order[place]].metadata.title for place in (0, -1))
    lead = wording.ORDER.format(first=first, last=last)
    if days[order[0]] == days[order[-1]]:
        lead = wording.SAME_DAY
    sections = tuple(part for place in order for part in dates[place].sections)
    return Draft(Outcome.ANSWERED, sections, lead=lead)
