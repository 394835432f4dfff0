"""SQuAD- and CMRC-style sets: passages, questions on them, and the answer's exact words.

Read are SQuAD 1.1 and 2.0 (``data`` → ``paragraphs`` → ``context``, ``qas``), which CMRC 2018 and
DRCD are also published in, and CMRC's first form (a list of ``context_text`` with ``qas`` of
``query_text``). Each passage becomes a document that our own parser cuts; the gold article is the
one in which the answer stands, and the answer's words are the required fact.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import Policy, load_policy
from corpus.invalid import refused
from eval.cases import ArticleRef, Case
from eval.errors import GoldError


@dataclass(frozen=True, slots=True)
class _Question:
    id: str
    text: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Passage:
    id: str
    text: str
    questions: tuple[_Question, ...]


def convert_squad(path: Path, corpus_dir: Path) -> tuple[Case, ...]:
    """Write the passages as documents into ``corpus_dir``; give the questions as cases.

    A question whose answer stands in no article (an answer across a cut) is left out.
    Raises ``GoldError`` when the file is in none of the forms above.
    """
    try:
        passages = list(_passages(json.loads(path.read_text("utf-8-sig"))))
    except OSError as error:
        raise GoldError(f"读不到 {path}：{refused(error)}") from None
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{path} 不是 SQuAD 或 CMRC 格式：{error!r}") from None
    corpus_dir.mkdir(parents=True, exist_ok=True)
    return tuple(case for one in passages for case in _cases(one, corpus_dir))


def _passages(data: Any) -> Iterator[_Passage]:
    if isinstance(data, list):
        for entry in data:
            asked = [_first_form(one) for one in entry["qas"]]
            yield _Passage(_safe(entry["context_id"]), entry["context_text"], tuple(asked))
        return
    for at, document in enumerate(data["data"]):
        for number, paragraph in enumerate(document["paragraphs"]):
            asked = [_squad_form(one) for one in paragraph["qas"]]
            name = paragraph.get("id") or f"{document.get('title') or at}-{number}"
            yield _Passage(_safe(name), paragraph["context"], tuple(asked))


def _first_form(entry: Any) -> _Question:
    return _Question(str(entry["query_id"]), entry["query_text"], tuple(entry["answers"]))


def _squad_form(entry: Any) -> _Question:
    answers = () if entry.get("is_impossible") else entry["answers"]
    return _Question(str(entry["id"]), entry["question"], tuple(one["text"] for one in answers))


def _safe(name: object) -> str:
    return re.sub(r"[^\w.-]+", "_", str(name)).strip("._") or "passage"


def _cases(passage: _Passage, corpus_dir: Path) -> Iterator[Case]:
    file = corpus_dir / f"{passage.id}.txt"
    file.write_text(passage.text, "utf-8")
    policy = load_policy(file)
    for question in passage.questions:
        forms = tuple(dict.fromkeys(answer for answer in question.answers if answer.strip()))
        numbers = _holding(policy, forms)
        if forms and not numbers:
            continue
        yield Case(
            id=question.id,
            type="squad",
            question=question.text,
            gold=tuple(ArticleRef(policy=policy.id, article=number) for number in numbers[:1]),
            acceptable=tuple(ArticleRef(policy=policy.id, article=n) for n in numbers[1:]),
            must_include=(forms,) if forms else (),
            answerable=bool(forms),
        )


def _holding(policy: Policy, forms: tuple[str, ...]) -> list[int]:
    """The numbers of the articles in which an answer stands, in order."""
    holding = (
        article.number
        for article in policy.articles
        if any(form in policy.source[article.span.start : article.span.end] for form in forms)
    )
    return list(dict.fromkeys(holding))
