"""The words of the house: a policy, its articles, and where each word stands in the source.

Everything here is frozen and imports the standard library only. All offsets count Unicode
code points in ``Policy.source``, the document's text exactly as it was delivered.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

NATIONWIDE = "全国"
# What the label of anything in an attachment begins with: 附件1第一条, 附录.
ATTACHMENT = "附"
HEAD_LABEL = "文首"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of the source text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` characters that stand at ``start`` in the clean text and ``source`` in the source."""

    start: int
    source: int
    length: int


@dataclass(frozen=True, slots=True)
class AlignedText:
    """Clean text (page breaks, markup and stray spaces removed) that still knows its source.

    Every character of ``text`` is either a copy of one source character, recorded in ``runs``
    (ascending in both ``start`` and ``source``), or was put in by the parser and has no source.
    """

    text: str
    runs: tuple[Run, ...] = ()

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The smallest source range that covers ``text[start:end]``.

        Raises ``ValueError`` when no character of that slice comes from the source.
        """
        stop = len(self.text) if end is None else end
        first = max(bisect_right(self.runs, start, key=lambda run: run.start) - 1, 0)
        begin: int | None = None
        finish = 0
        for run in self.runs[first:]:
            if run.start >= stop:
                break
            low, high = max(start, run.start), min(stop, run.start + run.length)
            if low < high:
                begin = run.source + low - run.start if begin is None else begin
                finish = run.source + high - run.start
        if begin is None:
            raise ValueError(f"no source for characters {start}:{stop} of {self.text[:20]!r}")
        return Span(begin, finish)

    def slice(self, start: int, end: int) -> AlignedText:
        """``text[start:end]`` with its alignment."""
        runs = []
        for run in self.runs:
            low, high = max(start, run.start), min(end, run.start + run.length)
            if low < high:
                runs.append(Run(low - start, run.source + low - run.start, high - low))
        return AlignedText(self.text[start:end], tuple(runs))


class Status(StrEnum):
    """Whether a policy applies on a given day."""

    IN_FORCE = "in_force"
    NOT_YET_IN_FORCE = "not_yet_in_force"
    EXPIRED = "expired"
    REPEALED = "repealed"


@dataclass(frozen=True, slots=True)
class PolicyMetadata:
    """What is known of a policy besides its text.

    ``jurisdiction`` is a full name (``上海市``, ``厦门市``) or ``全国``; ``aliases`` are the
    names people use for it (``36号文``, ``上海海关方案``); ``repeals`` the titles and numbers
    of the policies that end when this one takes effect. ``speaks_of`` are the places that it names,
    where nobody said whose it is and no local authority's name tells it: a guess about such a
    document must not hide it from those who ask about a place it is about.
    """

    id: str
    title: str
    doc_number: str | None = None
    issuers: tuple[str, ...] = ()
    jurisdiction: str = NATIONWIDE
    issued_on: dt.date | None = None
    effective_on: dt.date | None = None
    expires_on: dt.date | None = None
    repealed_on: dt.date | None = None
    source_url: str | None = None
    aliases: tuple[str, ...] = ()
    repeals: tuple[str, ...] = ()
    speaks_of: tuple[str, ...] = ()

    def status(self, as_of: dt.date) -> Status:
        """The policy's status on the day ``as_of``."""
        if self.repealed_on is not None and as_of >= self.repealed_on:
            return Status.REPEALED
        if self.expires_on is not None and as_of > self.expires_on:
            return Status.EXPIRED
        starts = self.effective_on or self.issued_on
        if starts is not None and as_of < starts:
            return Status.NOT_YET_IN_FORCE
        return Status.IN_FORCE


@dataclass(frozen=True, slots=True)
class Clause:
    """A 款 or 项 inside an article: one paragraph or one item of an inner list.

    ``label`` is as printed (``1.``, ``（一）``) or empty for an unnumbered paragraph.
    """

    label: str
    body: AlignedText


@dataclass(frozen=True, slots=True)
class Article:
    """The smallest numbered measure of a policy, the unit that answers cite.

    ``number`` counts as the document counts (``（七）`` is 7, ``第一百二十条之一`` is 120);
    0 is the head, and an appendix, which has no number. ``label`` is as printed (``第15条`` for ``15.``), unique within the policy.
    An article of an attachment carries its name (``附件1第一条``), a row of a table of tasks the
    name and the number of its first column (``序号3``).
    ``body`` holds everything after the label (the heading included, the 责任单位 bracket not); of
    a row its cells after their columns' names, which are put in.
    ``span`` covers the article in the source, label and 责任单位 bracket included.
    """

    policy_id: str
    number: int
    label: str
    heading: str
    path: tuple[str, ...]
    body: AlignedText
    clauses: tuple[Clause, ...]
    responsible_units: tuple[str, ...]
    span: Span

    @property
    def id(self) -> str:
        """``policy_id#label``, the name of this article wherever one string is needed."""
        return f"{self.policy_id}#{self.label}"

    @property
    def text(self) -> str:
        """The clean words of the article."""
        return self.body.text

    @property
    def is_counted(self) -> bool:
        """Whether a reader who counts the document's articles counts it: not its head, nor what an
        attachment numbers anew."""
        return self.number > 0 and not self.label.startswith(ATTACHMENT)


class PartKind(StrEnum):
    """What a stretch of the source is."""

    HEAD = "head"
    HEADING = "heading"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the source: the head, a chapter's heading, or the article ``label``."""

    kind: PartKind
    span: Span
    label: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """One document: its metadata, its source text as delivered, and its articles in order.

    ``articles[0]`` is the head (number 0) where the document has one. ``parts`` tile the source
    from 0 to its end without gap or overlap, so that no character is lost.
    """

    metadata: PolicyMetadata
    source: str
    articles: tuple[Article, ...] = field(default=())
    parts: tuple[Part, ...] = field(default=())

    @property
    def id(self) -> str:
        """The policy's id."""
        return self.metadata.id
