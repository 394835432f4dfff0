"""What callers may send to be asked, and the checks that need the policies."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints

from api.ports import Assistant, PolicyShelf
from api.problems import FieldProblem, ProblemError
from assistant.answer import Question
from corpus import counties
from corpus.model import NATIONWIDE

QUESTION_MAX = 500
HISTORY_MAX = 20
# The longest request that keeps the limits: every character escaped (\uXXXX, six bytes).
BODY_MAX = (QUESTION_MAX * (HISTORY_MAX + 1)) * 6 + 4096

Words = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=QUESTION_MAX)
]

EXAMPLES: list[JsonValue] = [
    {"question": "上海AEO企业出口退税平均几天办完"},
    {
        "question": "那厦门呢",
        "history": ["上海AEO企业出口退税平均几天办完"],
    },
    {"question": "B类外国人工作许可最长几年", "region": "厦门", "as_of": "2024-12-01"},
]


class AskRequest(BaseModel):
    """The body of ``/v1/ask`` and ``/v1/ask/stream``."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_extra={"examples": EXAMPLES})

    id: Annotated[str, StringConstraints(min_length=1, max_length=64)] | None = Field(
        default=None, description="调用方自定的编号，原样写入答复；省略则自动生成"
    )
    question: Words = Field(description=f"问题，1–{QUESTION_MAX} 字")
    history: tuple[Words, ...] = Field(
        default=(),
        max_length=HISTORY_MAX,
        description="本次会话中用户此前的提问，从早到晚，用于理解追问",
    )
    region: Annotated[str, StringConstraints(strip_whitespace=True, max_length=32)] | None = Field(
        default=None, description="适用地区，如 上海、厦门市、全国；问题中写明地区时以问题为准"
    )
    as_of: dt.date | None = Field(default=None, description="按哪一天的有效文件回答，默认今天")


def question_of(body: AskRequest, assistant: Assistant) -> Question:
    """The question in the words of the assistant; an unknown region is a 422 problem."""
    if body.region:
        check_region(body.region, assistant.store)
    return Question(
        id=body.id or uuid.uuid4().hex,
        question=body.question,
        history=body.history,
        region=body.region or None,
        as_of=body.as_of,
    )


def check_region(region: str, store: PolicyShelf, field: str = "region") -> str:
    """The full name of ``region``; raises a 422 problem that names ``field`` and what is known."""
    known = regions_of(store)
    name = region if region in (NATIONWIDE, *known) else counties.resolve(region)
    if name is not None:
        return name
    raise ProblemError(
        422,
        "unknown-region",
        "不认识的地区",
        f"不认识地区“{region}”；可用省、市、区县名称，已收录文件的地区有：{'、'.join(known)}",
        errors=(FieldProblem(field=field, detail="应为已知的省、市或区县名称"),),
        known_regions=tuple(known),
    )


def regions_of(store: PolicyShelf) -> list[str]:
    """The places that have policies of their own, then 全国 where there are national ones."""
    places = {policy.jurisdiction for policy in store.metadata()}
    return [*sorted(places - {NATIONWIDE}), *_national(places)]


def _national(places: Iterable[str]) -> list[str]:
    return [NATIONWIDE] if NATIONWIDE in places else []
