"""Gold cases: a question, the articles that answer it, and what the answer must and must not say."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.answer import Question
from corpus.invalid import in_chinese
from eval.errors import GoldError

GOLD_DIR = Path(__file__).resolve().parent / "gold"
TUNE = GOLD_DIR / "tune.jsonl"
REPORT = GOLD_DIR / "report.jsonl"

TYPES = {
    "fact": "直接事实",
    "paraphrase": "日常说法",
    "figure_trap": "数字陷阱",
    "comparison": "比较",
    "responsible_unit": "责任单位",
    "list": "跨文件罗列",
    "conditions": "条件",
    "follow_up": "追问",
    "short": "极短",
    "noisy": "错别字等",
    "addressing": "直接点条",
    "document_fact": "文件信息",
    "false_premise": "错误前提",
    "unanswerable": "答不了",
    "off_topic": "题外",
    "injection": "注入",
}


def type_name(kind: str) -> str:
    """The Chinese name of a case type; an unknown type keeps its own name."""
    return TYPES.get(kind, kind)


class Strict(BaseModel):
    """Immutable, unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ArticleRef(Strict):
    """An article by its policy and its number as the document counts; 0 is the head."""

    policy: str
    article: int = Field(ge=0)

    @property
    def key(self) -> tuple[str, int]:
        """What citations are compared by."""
        return self.policy, self.article

    def __str__(self) -> str:
        """``policy#number``, as failures are listed."""
        return f"{self.policy}#{self.article}"


class Claim(StrEnum):
    """Whether what a question asserts of the rules is so."""

    HOLDS = "holds"
    FAILS = "fails"


class Case(Strict):
    """One gold question. ``must_include`` holds one list of surface forms per required fact.

    ``gold`` must be cited; ``acceptable`` may be, and counts neither for nor against precision.
    ``as_of`` fixes the day of the answer where the case is about versions. ``claim`` says of a
    question that asserts something of the rules whether it is so.
    """

    id: str = Field(min_length=1)
    type: str = Field(min_length=1)
    question: str
    history: tuple[str, ...] = ()
    region: str | None = None
    as_of: dt.date | None = None
    gold: tuple[ArticleRef, ...]
    acceptable: tuple[ArticleRef, ...] = ()
    must_include: tuple[tuple[str, ...], ...] = ()
    must_not_include: tuple[str, ...] = ()
    answerable: bool
    claim: Claim | None = None
    note: str | None = None

    @property
    def gold_keys(self) -> frozenset[tuple[str, int]]:
        """The articles that must be cited."""
        return frozenset(ref.key for ref in self.gold)

    @property
    def acceptable_keys(self) -> frozenset[tuple[str, int]]:
        """The articles that may be cited besides."""
        return frozenset(ref.key for ref in self.acceptable) - self.gold_keys

    def as_question(self) -> Question:
        """What the assistant is asked; it sees nothing else of the case."""
        return Question(
            id=self.id,
            question=self.question,
            history=self.history,
            region=self.region,
            as_of=self.as_of,
        )


def load_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a JSON-lines file, in order.

    Raises ``GoldError`` that names file, line and key for anything outside the schema.
    """
    if not path.is_file():
        raise GoldError(f"找不到标准问答文件 {path}")
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GoldError(f"{path} 不是 UTF-8 文本：第 {error.start} 字节") from None
    cases = [
        _parse(path, number, line)
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    ]
    if not cases:
        raise GoldError(f"{path} 里没有一条用例")
    return tuple(cases)


def _parse(path: Path, number: int, line: str) -> Case:
    where = f"{path} 第 {number} 行"
    try:
        return Case.model_validate_json(line)
    except ValidationError as error:
        raise GoldError(f"{where}：{'；'.join(_problems(error))}") from None


def _problems(error: ValidationError) -> Iterator[str]:
    for entry in error.errors():
        key = ".".join(map(str, entry["loc"]))
        match entry["type"]:
            case "json_invalid":
                yield in_chinese(entry)
            case "missing":
                yield f"缺少字段 {key}"
            case "extra_forbidden":
                yield f"不认识的字段 {key}"
            case _:
                yield f"字段 {key} 不对：{in_chinese(entry)}"


def dump_case(case: Case) -> str:
    """The case as one JSON line, empty optional keys left out."""
    fields = case.model_dump(mode="json", exclude_none=True)
    if not case.history:
        fields.pop("history")
    return json.dumps(fields, ensure_ascii=False)
