"""Replies as a model writes them, by hand: what of honest ones is shown, and what of faulty ones.

``eval/replies`` holds one folder a writer: ``honest.jsonl`` (a question, the articles handed over, a
reply whose every sentence is true) and ``bad.jsonl`` (one faulty sentence each, with its kind). They
were written from the policies alone; ``report`` is only measured, the others may be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.generation.sentences import SentenceSplitter, plain
from assistant.generation.writer import Writer
from assistant.model import Evidence, Statement
from assistant.verification.fold import fold
from assistant.verification.tokens import TOKEN
from corpus.invalid import problems_in
from corpus.questions import Entry, fresh_entries, questions_path
from eval.components.model import Check, Material, share
from eval.errors import GoldError

REPLIES = Path(__file__).resolve().parents[1] / "replies"
Outcome = tuple[bool, str]


class Reply(BaseModel):
    """A reply to a question from articles (``policy#label``); ``[A1]`` is the first of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    question: str
    articles: tuple[str, ...]
    reply: str = ""
    sentence: str = ""
    fault: str = ""
    why: str = ""


def replies(material: Material) -> tuple[Check, ...]:
    """By writer the share of honest sentences shown in full, then of faulty ones not shown, by kind."""
    evidence = dict(_evidence(material))
    writers = sorted(one for one in REPLIES.iterdir() if one.is_dir())
    faulty = {
        writer: [(one, _stopped(one, evidence)) for one in _read(writer / "bad.jsonl")]
        for writer in writers
    }
    told = [pair for pairs in faulty.values() for pair in pairs]
    kinds = sorted({one.fault for one, _ in told})
    return (
        *(share(f"{one.name}：如实的句子保留", _kept_of(one, evidence)) for one in writers),
        *(
            share(f"{one.name}：有错的句子拦下", (stopped for _, stopped in faulty[one]))
            for one in writers
        ),
        *(share(f"拦下：{kind}", (stopped for one, stopped in told if one.fault == kind)) for kind in kinds),
    )  # fmt: skip


def _kept_of(writer: Path, evidence: Mapping[str, Evidence]) -> Iterator[Outcome]:
    for one in _read(writer / "honest.jsonl"):
        yield from _kept(one, evidence)


def _read(path: Path) -> Iterator[Reply]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            yield Reply.model_validate_json(line)
        except ValidationError as error:
            problems = "；".join(problems_in(error))
            raise GoldError(f"{path} 第 {number} 行：{problems}") from None


def _evidence(material: Material) -> Iterator[tuple[str, Evidence]]:
    """Every article with its known questions, as the assistant hands it over."""
    for policy in material.library.policies:
        beside = questions_path(material.corpus / f"{policy.id}.txt")
        known = fresh_entries(beside, policy)
        for article in policy.articles:
            entry = known.get(article.label, Entry())
            yield (
                article.id,
                Evidence(policy.metadata, policy.source, article, entry.questions, entry.unsaid),
            )


def _kept(one: Reply, evidence: Mapping[str, Evidence]) -> Iterator[Outcome]:
    """Of each sentence of an honest reply, whether it is shown as it was written."""
    writer = _writer(one, evidence)
    for sentence in _sentences(one.reply):
        shown = [_bare(told.text) for told in writer.take(sentence)]
        yield _bare(plain(sentence)) in shown, f"{one.id} {sentence}"


def _stopped(one: Reply, evidence: Mapping[str, Evidence]) -> Outcome:
    """Whether nothing of a faulty sentence is shown but the words of an article."""
    writer = _writer(one, evidence)
    shown = [told for sentence in _sentences(one.sentence) for told in writer.take(sentence)]
    through = [told for told in shown if writer.verified and not _is_quote(told)]
    return not through, f"{one.id} {one.sentence}（{one.why}）"


def _writer(one: Reply, evidence: Mapping[str, Evidence]) -> Writer:
    given = {f"A{place}": evidence[name] for place, name in enumerate(one.articles, 1)}
    return Writer(given, None, one.question)


def _sentences(reply: str) -> list[str]:
    splitter = SentenceSplitter()
    return [*splitter.feed(reply), *splitter.flush()]


def _is_quote(told: Statement) -> bool:
    return any(_bare(told.text) in fold(basis.evidence.article.text) for basis in told.bases)


def _bare(words: str) -> str:
    """Folded, without tokens, without a place put in front, without the last mark."""
    folded = fold(TOKEN.sub("", words))
    head, mark, rest = folded.partition(":")
    return (rest if mark and head.endswith("市") else folded).rstrip("。;")
