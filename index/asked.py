"""The similar questions of a corpus, as a build meets them policy by policy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus import Policy
from corpus.errors import CorpusError
from corpus.model import PolicyMetadata
from corpus.questions import QUESTIONS_SUFFIX, Defect, Entry, check_questions, fresh_entries
from index.manifest import Skipped

_OF_INTEREST = (Defect.UNCHECKED, Defect.STALE, Defect.UNKNOWN)
# How people ask for what only the head of a document says.
_HEAD = (
    "{name}是什么时候印发的，哪天发布的",
    "{name}的文号是多少",
    "{name}是哪个单位发的，由谁联合印发",
    "{name}的目的和总体要求是什么",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What callers ask, by ``Article.id``.

    ``similar`` questions are answered by the article, ``unsaid`` ones are asked around it and
    answered by no document.
    """

    similar: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unsaid: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def joined(parts: Iterable[Asked]) -> Asked:
    """The questions of all policies together."""
    similar: dict[str, tuple[str, ...]] = {}
    unsaid: dict[str, tuple[str, ...]] = {}
    for one in parts:
        similar |= one.similar
        unsaid |= one.unsaid
    return Asked(similar, unsaid)


class QuestionFiles:
    """The question files under a directory; ``problems`` collects what cannot be used of them."""

    def __init__(self, corpus_dir: Path) -> None:
        self.problems: list[Skipped] = []
        self._paths = {
            path.name.removesuffix(QUESTIONS_SUFFIX): path
            for path in sorted(corpus_dir.rglob(f"*{QUESTIONS_SUFFIX}"))
        }

    def of(self, policy: Policy) -> Asked:
        """The questions for ``policy``, those of changed articles left out."""
        path = self._paths.get(policy.id)
        entries = {} if path is None else self._read(path, policy)
        similar = {f"{policy.id}#{label}": entry.questions for label, entry in entries.items()}
        if policy.articles and not policy.articles[0].number:
            head = policy.articles[0].id
            similar[head] = similar.get(head, ()) + _of_head(policy)
        unsaid = {
            f"{policy.id}#{label}": entry.unsaid for label, entry in entries.items() if entry.unsaid
        }
        return Asked(similar, unsaid)

    def _read(self, path: Path, policy: Policy) -> dict[str, Entry]:
        try:
            findings = check_questions(path, policy)
            entries = fresh_entries(path, policy)
        except CorpusError as error:
            self.problems.append(Skipped.of(path, str(error)))
            return {}
        self.problems += (
            Skipped.of(path, str(finding)) for finding in findings if finding.defect in _OF_INTEREST
        )
        return entries


def _of_head(policy: Policy) -> tuple[str, ...]:
    return tuple(form.format(name=_name(policy.metadata)) for form in _HEAD)


def _name(policy: PolicyMetadata) -> str:
    """The policy's title with its number."""
    return f"《{policy.title}》{policy.doc_number or ''}"
