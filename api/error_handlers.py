"""Every error that leaves a route, turned into a problem document or an error page."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.pages.errors import error_page
from api.problems import Problem, ProblemError, problem_response
from api.validation import field_problems
from corpus.errors import ZhengwenError

# (kind, title, detail) of the statuses that the framework raises by itself.
KNOWN_STATUSES: Mapping[int, tuple[str, str, str]] = {
    400: ("bad-request", "请求有误", "请求无法解析，请检查请求体与请求头。"),
    404: ("not-found", "没有找到", "没有这个地址：{path}。接口说明见 /docs。"),
    405: ("method-not-allowed", "请求方法不对", "{path} 不支持 {method}，可用：{allow}。"),
    413: ("body-too-large", "请求体过大", "请求体超过上限，请缩短问题或减少历史轮次。"),
}


def install_error_handlers(app: FastAPI) -> None:
    """Let ``app`` answer every error with a problem document (or a page, for browsers)."""

    @app.exception_handler(ProblemError)
    async def on_problem(request: Request, error: ProblemError) -> Response:
        return respond(request, error.problem, error.headers)

    @app.exception_handler(RequestValidationError)
    async def on_invalid(request: Request, error: RequestValidationError) -> Response:
        return respond(request, invalid_request(error))

    @app.exception_handler(HTTPException)
    async def on_http(request: Request, error: HTTPException) -> Response:
        return respond(request, _of_status(request, error), error.headers)

    @app.exception_handler(ZhengwenError)
    async def on_ours(request: Request, error: ZhengwenError) -> Response:
        return respond(request, _problem(422, "invalid-request", "请求内容有误", str(error)))


def respond(
    request: Request, problem: Problem, headers: Mapping[str, str] | None = None
) -> Response:
    """The problem as JSON for programs, as a page for a browser that opened a page."""
    path = request.url.path
    if not path.startswith("/v1/") and "text/html" in request.headers.get("accept", ""):
        return error_page(problem, headers)
    request_id = request.scope.get("state", {}).get("request_id")
    return problem_response(problem, instance=path, request_id=request_id, headers=headers)


def invalid_request(error: RequestValidationError) -> Problem:
    """A 422 that names each field and what would be right."""
    fields = field_problems(error.errors())
    detail = "；".join(f"{field.field}：{field.detail}" for field in fields)
    return _problem(422, "invalid-request", "请求内容有误", detail).model_copy(
        update={"errors": fields}
    )


def _of_status(request: Request, error: HTTPException) -> Problem:
    fallback = ("http-error", "请求未能完成", "请稍后重试。")
    kind, title, detail = KNOWN_STATUSES.get(error.status_code, fallback)
    filled = detail.format(
        path=request.url.path,
        method=request.method,
        allow=(error.headers or {}).get("Allow", ""),
    )
    return _problem(error.status_code, kind, title, filled)


def _problem(status: int, kind: str, title: str, detail: str) -> Problem:
    return Problem(type=f"urn:zhengwen:problem:{kind}", title=title, status=status, detail=detail)
