"""Similar questions 相似问: everyday ways to ask for an article, kept beside its policy.

``<policy id>.questions.yaml`` beside the document::

    policy: sh-aeo-2024
    articles:
      第15条:
        digest: "3f1c0a9b7d42"      # of the article's words when the questions were reviewed
        questions:
          - 退税几天能到账
        unsaid:                     # asked around this article, and answered by no document here
          - 退税要交哪些材料

Questions whose article has changed since (another digest) are stale and want a review.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from corpus.errors import MetadataError
from corpus.invalid import refused
from corpus.metadata.schema import load_yaml, validate
from corpus.model import Article, Policy

QUESTIONS_SUFFIX = ".questions.yaml"
_DIGEST_LENGTH = 12
_LABEL_LINE = re.compile(r"^  (?P<quote>[\"']?)(?P<label>\S[^\"']*?)(?P=quote):\s*(?:#.*)?$")
_DIGEST_LINE = re.compile(r"^    digest:.*$")


class Entry(BaseModel):
    """The questions of one article and the digest of the words they were written for.

    ``questions`` are answered by the article; ``unsaid`` are asked around it, but neither it nor
    another document answers them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    digest: str = ""
    questions: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()

    @property
    def everything(self) -> tuple[str, ...]:
        """All questions, answered or not."""
        return self.questions + self.unsaid


class SimilarQuestions(BaseModel):
    """The similar questions of one policy, by article label."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    policy: str
    articles: Mapping[str, Entry]


class Defect(StrEnum):
    """What can be wrong with an article's questions."""

    UNCHECKED = "unchecked"
    STALE = "stale"
    MISSING = "missing"
    EMPTY = "empty"
    DUPLICATE = "duplicate"
    UNKNOWN = "unknown"


_WORDING = {
    Defect.UNCHECKED: "还没有校验值，核对后运行 zhengwen questions refresh",
    Defect.STALE: "条款文字已变，相似问需复核",
    Defect.MISSING: "没有相似问",
    Defect.EMPTY: "有空的问句",
    Defect.DUPLICATE: "问句重复",
    Defect.UNKNOWN: "文件中没有这一条",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A defect of the questions for ``label``; ``str()`` gives it in Chinese."""

    path: Path
    label: str
    defect: Defect
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.path}：{self.label}：{_WORDING[self.defect]}{self.detail}"


def digest_of(article: Article) -> str:
    """The fingerprint of the article's words: 12 hexadecimal digits of their SHA-256."""
    return hashlib.sha256(article.text.encode()).hexdigest()[:_DIGEST_LENGTH]


def questions_path(document: Path) -> Path:
    """Where the similar questions of ``document`` are looked for."""
    return document.with_name(f"{document.stem}{QUESTIONS_SUFFIX}")


def read_questions(path: Path) -> SimilarQuestions:
    """The similar questions in ``path``; ``MetadataError`` names the file and the field."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise MetadataError(f"{path}：无法打开（{refused(error)}）") from error
    except UnicodeDecodeError as error:
        raise MetadataError(f"{path}：不是 UTF-8 编码") from error
    found = validate(path, load_yaml(path, text), SimilarQuestions)
    expected = path.name.removesuffix(QUESTIONS_SUFFIX)
    if found.policy != expected:
        raise MetadataError(f"{path}：字段 policy 为 {found.policy}，应与文件名一致：{expected}")
    return found


def fresh_entries(path: Path, policy: Policy) -> dict[str, Entry]:
    """What may be used, by label: the entries of known articles that have not changed."""
    entries = read_questions(path).articles
    return {
        article.label: Entry(
            digest=entry.digest,
            questions=tuple(filter(None, entry.questions)),
            unsaid=tuple(filter(None, entry.unsaid)),
        )
        for article in policy.articles
        if (entry := entries.get(article.label)) and entry.digest == digest_of(article)
    }


def fresh_questions(path: Path, policy: Policy) -> dict[str, tuple[str, ...]]:
    """The similar questions that may be used, by label."""
    return {label: entry.questions for label, entry in fresh_entries(path, policy).items()}


def check_questions(path: Path, policy: Policy) -> list[Finding]:
    """What is wrong with the questions in ``path`` for ``policy``; the head needs none."""
    entries = read_questions(path).articles
    known = {article.label for article in policy.articles}
    findings = [Finding(path, label, Defect.UNKNOWN) for label in entries if label not in known]
    for article in policy.articles:
        entry = entries.get(article.label)
        findings += [Finding(path, article.label, d) for d in _defects(article, entry)]
    return findings + list(_duplicates(path, entries))


def refresh_digests(path: Path, policy: Policy) -> int:
    """Write the current digest of every article into ``path``; how many were changed.

    Only the digest lines are touched: comments and order stay as they are.
    """
    read_questions(path)
    digests = {article.label: digest_of(article) for article in policy.articles}
    before = path.read_text(encoding="utf-8-sig").splitlines()
    after = list(_with_digests(before, digests))
    path.write_text("\n".join(after) + "\n", encoding="utf-8")
    read_questions(path)
    return len(set(after) - set(before))


def _with_digests(lines: list[str], digests: Mapping[str, str]) -> Iterator[str]:
    without = (line for line in lines if not _DIGEST_LINE.match(line))
    for line in without:
        yield line
        label = _LABEL_LINE.match(line)
        if label and label["label"] in digests:
            yield f'    digest: "{digests[label["label"]]}"'


def _defects(article: Article, entry: Entry | None) -> Iterator[Defect]:
    if entry is None or not entry.questions:
        if article.number > 0:
            yield Defect.MISSING
        return
    if not entry.digest:
        yield Defect.UNCHECKED
    elif entry.digest != digest_of(article):
        yield Defect.STALE
    if not all(entry.everything):
        yield Defect.EMPTY


def _duplicates(path: Path, entries: Mapping[str, Entry]) -> Iterator[Finding]:
    places: dict[str, list[str]] = defaultdict(list)
    for label, entry in entries.items():
        for question in filter(None, entry.everything):
            places[_key(question)].append(label)
            if len(places[_key(question)]) > 1:
                first = places[_key(question)][0]
                yield Finding(path, label, Defect.DUPLICATE, f"（{question}，已见于{first}）")


def _key(question: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", question)).lower()
