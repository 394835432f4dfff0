"""An article made ready to be compared with: its sentences, its figures, and what frames it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.model import Basis, Evidence
from assistant.verification import bounds, transitions
from assistant.verification.bounds import Bound
from assistant.verification.figures import Figure, figures
from assistant.verification.fold import fold, fold_names
from assistant.verification.instructions import instructed_from
from assistant.verification.transitions import Role

_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")
_CUSTOMS = re.compile(r"^[一-龥]{2,3}海关(?!总署)")
_AVERAGE = re.compile(r"平均[^,，。;；]{0,16}$")


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of a source with what its words say of it."""

    figure: Figure
    bounds: frozenset[Bound]
    role: Role | None
    average: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence, or one item of a list, of an article: ``Article.text[start:end]``."""

    start: int
    end: int
    text: str
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A piece of evidence, folded.

    ``frame`` holds what may be said of the article besides its words: title, place, aliases, path,
    heading, label in all its forms, document number and dates; ``issuers`` and ``units`` are apart.
    ``plain`` keeps the names as written, for quotations.
    """

    evidence: Evidence
    segments: tuple[Segment, ...]
    units: str
    frame: tuple[str, ...]
    issuers: tuple[str, ...]
    framed: frozenset[tuple[str, str]]
    text: str
    plain: str
    asked: str = ""
    unsaid: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The article's own text and what may be said of it, the issuers of its policy apart."""
        return (*(segment.text for segment in self.segments), self.units, *self.frame)

    @property
    def frames(self) -> tuple[str, ...]:
        """Everything but the article's own text."""
        return (self.units, *self.frame, *self.issuers)

    @property
    def document(self) -> tuple[str, ...]:
        """What is true of the whole document: all of the frame but the article's heading."""
        heading = fold_names(fold(self.evidence.article.heading))
        return tuple(words for words in self.frame if words != heading) + self.issuers

    @property
    def own(self) -> tuple[str, ...]:
        """The article's own text and its responsible units."""
        return (*(segment.text for segment in self.segments), self.units)

    @property
    def customs(self) -> tuple[str, ...]:
        """Whom 向海关 in the article means, when one customs office made the document."""
        makers = (*self.issuers, fold(self.evidence.policy.title))
        named = {f"向{match.group()}" for maker in makers if (match := _CUSTOMS.match(maker))}
        return tuple(named) if "向海关" in self.text else ()

    def basis(self, segment: Segment) -> Basis:
        """The words of the article that ``segment`` stands for."""
        return Basis(self.evidence, segment.start, segment.end)


def source_of(evidence: Evidence) -> Source:
    """``evidence`` made ready; words that address a model instead of a reader are left out."""
    # Evidence is equal whatever is known of its questions; a source is not.
    return _source_of(evidence, evidence.asked, evidence.unsaid)


@lru_cache(maxsize=512)
def _source_of(evidence: Evidence, asked: tuple[str, ...], unsaid: tuple[str, ...]) -> Source:
    text = evidence.article.text
    text = text[: instructed_from(text)]
    segments = tuple(_segments(text))
    frame = tuple(fold_names(fold(words)) for words in _frame(evidence))
    plain = fold(text) + "\n" + "\n".join(fold(words) for words in _frame(evidence))
    return Source(
        evidence=evidence,
        segments=segments,
        units=fold("责任单位:" + "、".join(evidence.article.responsible_units)),
        frame=frame,
        issuers=tuple(fold(name) for name in evidence.policy.issuers),
        framed=frozenset(figure.key for words in frame for figure in figures(words)),
        text="\n".join(segment.text for segment in segments),
        plain=plain,
        asked=fold_names(fold("|".join(asked))),
        unsaid=fold_names(fold("|".join(unsaid))),
    )


def measures(text: str, *, spoken: bool = False) -> tuple[Measure, ...]:
    """The figures of the folded ``text``; ``spoken`` also reads roles from single words."""
    found = figures(text)
    roles = transitions.spoken_roles if spoken else transitions.paired_roles
    return tuple(
        Measure(
            figure,
            bounds.bounds(text, found, i),
            role,
            _AVERAGE.search(text, 0, figure.start) is not None,
        )
        for i, (figure, role) in enumerate(zip(found, roles(text, found), strict=True))
    )


def _segments(text: str) -> Iterator[Segment]:
    for match in _SENTENCE.finditer(text):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        end = match.start() + len(words.rstrip())
        if start < end:
            folded = fold_names(fold(text[start:end]))
            yield Segment(start, end, folded, measures(folded))


def _frame(evidence: Evidence) -> Iterator[str]:
    policy, article = evidence.policy, evidence.article
    yield policy.title
    yield policy.jurisdiction
    yield from policy.aliases
    yield from (step for step in article.path if step)
    yield article.heading
    yield article.label
    if numeral := re.fullmatch(r"[（(]([一二三四五六七八九十]+)[）)]", article.label):
        yield from (f"第({numeral[1]}){unit}" for unit in "项条点")
        yield from (f"第{numeral[1]}{unit}" for unit in "项条点")
    if policy.doc_number:
        yield policy.doc_number
    for day in (policy.issued_on, policy.effective_on, policy.expires_on):
        if day is not None:
            yield f"{day.year}年{day.month}月{day.day}日"
            yield f"{day.year}年"
