"""Errors on the wire: RFC 9457 problem details, worded in Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

PROBLEM_JSON = "application/problem+json"


class FieldProblem(BaseModel):
    """One field of a request that is not as it must be."""

    model_config = ConfigDict(frozen=True)

    field: str = Field(description="字段名，如 question、history[2]", examples=["question"])
    detail: str = Field(description="哪里不对、应当怎样", examples=["不能为空"])


class Problem(BaseModel):
    """The body of every error response."""

    model_config = ConfigDict(frozen=True)

    type: str = Field(description="问题类型标识", examples=["urn:zhengwen:problem:invalid-request"])
    title: str = Field(description="问题类型的简短说明", examples=["请求内容有误"])
    status: int = Field(description="HTTP 状态码", examples=[422])
    detail: str = Field(description="本次问题的具体说明", examples=["question：不能为空"])
    instance: str | None = Field(default=None, description="出错的请求路径", examples=["/v1/ask"])
    request_id: str | None = Field(default=None, description="请求编号，报障时请提供")
    errors: tuple[FieldProblem, ...] | None = Field(default=None, description="逐字段的错误")
    known_regions: tuple[str, ...] | None = Field(default=None, description="已收录政策的适用地区")


class ProblemError(Exception):
    """Raised anywhere behind a route to end the request with a problem."""

    def __init__(
        self,
        status: int,
        kind: str,
        title: str,
        detail: str,
        *,
        errors: tuple[FieldProblem, ...] | None = None,
        known_regions: tuple[str, ...] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.problem = Problem(
            type=f"urn:zhengwen:problem:{kind}",
            title=title,
            status=status,
            detail=detail,
            errors=errors,
            known_regions=known_regions,
        )
        self.headers = dict(headers or {})


def problem_response(
    problem: Problem,
    *,
    instance: str | None = None,
    request_id: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """``problem`` as a response that names the path and the request."""
    filled = problem.model_copy(update={"instance": instance, "request_id": request_id})
    return JSONResponse(
        filled.model_dump(mode="json", exclude_none=True),
        status_code=problem.status,
        headers=dict(headers or {}),
        media_type=PROBLEM_JSON,
    )
