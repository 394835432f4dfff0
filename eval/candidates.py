"""From what users complain of to new gold cases, for a person to review.

A feedback record is one JSON line: ``question`` and ``answer`` (the answer object given) are
needed; ``history``, ``region``, ``comment`` (what the user says is wrong) and ``rating``
(``up`` or ``down``) may be there. Nothing is taken over as gold unseen: a candidate carries the
type ``candidate`` and a note that says what is to be decided.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.answer import Answer
from corpus.invalid import problems_in
from eval.cases import ArticleRef, Case
from eval.errors import GoldError
from eval.matching import normalise
from eval.results import ABSTAINING

CANDIDATE = "candidate"


class Feedback(BaseModel):
    """What a user said about an answer. Other keys of the record are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str | None = None
    question: str
    answer: Answer
    history: tuple[str, ...] = ()
    region: str | None = None
    comment: str = ""
    rating: Literal["up", "down"] | None = None


def load_feedback(path: Path) -> Iterator[Feedback]:
    """The records of a JSON-lines file. Raises ``GoldError`` that names line and key."""
    if not path.is_file():
        raise GoldError(f"找不到反馈文件 {path}")
    for number, line in enumerate(path.read_text("utf-8-sig").split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield Feedback.model_validate(json.loads(line))
        except json.JSONDecodeError as error:
            raise GoldError(
                f"{path} 第 {number} 行不是合法的 JSON：第 {error.colno} 列附近有误"
            ) from None
        except ValidationError as error:
            raise GoldError(f"{path} 第 {number} 行 {next(problems_in(error))}") from None


def candidates(feedback: Iterable[Feedback], known: Iterable[Case] = ()) -> Iterator[Case]:
    """A candidate for each question that neither ``known`` nor an earlier record asks."""
    seen = {_asked(case.question, case.history) for case in known}
    for number, one in enumerate(feedback, 1):
        key = _asked(one.question, one.history)
        if key not in seen and normalise(one.question):
            seen.add(key)
            yield _candidate(one, one.id or f"candidate-{number:04d}")


def _asked(question: str, history: Iterable[str]) -> tuple[str, ...]:
    return tuple(normalise(text) for text in (*history, question))


def _candidate(one: Feedback, case_id: str) -> Case:
    cited = dict.fromkeys(
        (citation.policy_id, citation.article) for citation in one.answer.citations
    )
    refs = tuple(ArticleRef(policy=policy, article=number) for policy, number in cited)
    answered = one.answer.outcome not in ABSTAINING
    liked = one.rating == "up"
    return Case(
        id=case_id,
        type=CANDIDATE,
        question=one.question,
        history=one.history,
        region=one.region,
        # An approved answer's citations are a first guess at the gold; of a disputed one,
        # nothing but the question is taken over.
        gold=refs if liked and answered else (),
        acceptable=() if liked else refs,
        answerable=answered,
        note=_note(one),
    )


def _note(one: Feedback) -> str:
    reason = f"/{one.answer.reason}" if one.answer.reason else ""
    said = {"up": "用户认可", "down": "用户不认可", None: "未评价"}[one.rating]
    parts = [f"待审：{said}", f"当时 {one.answer.outcome}{reason}", f"“{one.answer.answer[:120]}”"]
    return "；".join([*parts, f"用户说：{one.comment}"] if one.comment else parts)
