"""The similar questions of a corpus, as a build meets them policy by policy."""

from __future__ import annotations

from pathlib import Path

from corpus import Policy
from corpus.errors import CorpusError
from corpus.model import PolicyMetadata
from corpus.questions import Defect, check_questions, fresh_questions
from index.manifest import Skipped

_SUFFIX = ".questions.yaml"
_OF_INTEREST = (Defect.STALE, Defect.UNKNOWN)
# How people ask for what only the head of a document says.
_HEAD = (
    "{name}是什么时候印发的，哪天发布的",
    "{name}的文号是多少",
    "{name}是哪个单位发的，由谁联合印发",
    "{name}的目的和总体要求是什么",
)


class QuestionFiles:
    """The question files under a directory; ``problems`` collects what cannot be used of them."""

    def __init__(self, corpus_dir: Path) -> None:
        self.problems: list[Skipped] = []
        self._paths = {
            path.name.removesuffix(_SUFFIX): path
            for path in sorted(corpus_dir.rglob(f"*{_SUFFIX}"))
        }

    def of(self, policy: Policy) -> dict[str, tuple[str, ...]]:
        """``Article.id`` → its similar questions, those of changed articles left out."""
        path = self._paths.get(policy.id)
        by_label = {} if path is None else self._read(path, policy)
        head = {} if not policy.articles or policy.articles[0].number else _of_head(policy)
        return {f"{policy.id}#{label}": asked for label, asked in by_label.items()} | head

    def _read(self, path: Path, policy: Policy) -> dict[str, tuple[str, ...]]:
        try:
            findings = check_questions(path, policy)
            asked = fresh_questions(path, policy)
        except CorpusError as error:
            self.problems.append(Skipped(path=str(path), reason=str(error)))
            return {}
        self.problems += (
            Skipped(path=str(path), reason=str(finding))
            for finding in findings
            if finding.defect in _OF_INTEREST
        )
        return asked


def _of_head(policy: Policy) -> dict[str, tuple[str, ...]]:
    asked = tuple(form.format(name=_name(policy.metadata)) for form in _HEAD)
    return {policy.articles[0].id: asked}


def _name(policy: PolicyMetadata) -> str:
    """The policy's title with its number."""
    return f"《{policy.title}》{policy.doc_number or ''}"
