"""STARD-style retrieval sets: a lay question and the statute articles that answer it.

One JSON object per line: ``id``, ``query``, ``gold`` as a list of ``{"file", "article"}``, where
``file`` is the document's path (its stem is the policy's id) and ``article`` the printed label
(``第五十四条``). ``answer`` and other keys are passed over: free text is no list of facts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.invalid import problems_in
from eval.cases import ArticleRef, Case
from eval.errors import GoldError
from eval.matching import normalise

_NUMBER = re.compile(r"第(\d+)条")


class _Gold(BaseModel):
    file: str
    article: str


class _Query(BaseModel):
    model_config = ConfigDict(extra="ignore")

    id: int | str
    query: str
    gold: tuple[_Gold, ...]


def load_stard(path: Path) -> tuple[Case, ...]:
    """The questions as cases of type ``stard``. Raises ``GoldError`` that names the line."""
    if not path.is_file():
        raise GoldError(f"找不到文件 {path}")
    return tuple(_cases(path))


def _cases(path: Path) -> Iterator[Case]:
    for number, line in enumerate(path.read_text("utf-8-sig").split("\n"), 1):
        if not line.strip():
            continue
        try:
            query = _Query.model_validate(json.loads(line))
        except json.JSONDecodeError as error:
            where = f"第 {error.colno} 列附近有误"
            raise GoldError(f"{path} 第 {number} 行不是合法的 JSON：{where}") from None
        except ValidationError as error:
            problems = "；".join(problems_in(error))
            raise GoldError(f"{path} 第 {number} 行不是 STARD 格式：{problems}") from None
        refs = dict.fromkeys(_ref(path, number, gold) for gold in query.gold)
        yield Case(
            id=f"stard-{query.id}",
            type="stard",
            question=query.query,
            gold=tuple(refs),
            answerable=bool(refs),
        )


def _ref(path: Path, line: int, gold: _Gold) -> ArticleRef:
    """The article; 第N条之一 counts as N, as the documents' own numbers do."""
    match = _NUMBER.match(normalise(gold.article))
    if match is None:
        raise GoldError(f"{path} 第 {line} 行：认不出条号“{gold.article}”，应如 第五十四条")
    return ArticleRef(policy=PurePosixPath(gold.file).stem, article=int(match[1]))
