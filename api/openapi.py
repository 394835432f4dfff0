"""The interface description: Chinese throughout, with examples, readable offline."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.problems import PROBLEM_JSON, Problem

DESCRIPTION = """\
政问依据已收录的海关与跨境贸易政策文件回答问题，逐条引用原文。

- 所有时间为北京时间；日期格式 `2024-01-15`。
- 错误一律为 `application/problem+json`（RFC 9457），`detail` 为中文说明，`errors` 指明字段。
- 每个响应带 `X-Request-ID`，报障时请提供；也可由调用方自行传入。
- 答复中的 `[1]` 对应 `citations` 里 `marker` 为 1 的引文；引文 `quote` 与 \
`GET /v1/policies/{id}` 返回的 `source[start:end]` 逐字相同（按 Unicode 码点计）。
"""


def _problem_response(status: int, kind: str, title: str, detail: str) -> dict[int | str, Any]:
    example = Problem(
        type=f"urn:zhengwen:problem:{kind}", title=title, status=status, detail=detail
    ).model_dump(exclude_none=True)
    schema = {"$ref": "#/components/schemas/Problem"}
    content = {PROBLEM_JSON: {"schema": schema, "example": example}}
    return {status: {"description": title, "content": content}}


PROBLEM_RESPONSES: Mapping[int, dict[int | str, Any]] = {
    404: _problem_response(404, "no-such-policy", "没有这份文件", "没有编号为 abc 的政策文件。"),
    413: _problem_response(413, "body-too-large", "请求体过大", "请求体超过上限，请缩短问题。"),
    422: _problem_response(422, "invalid-request", "请求内容有误", "question：不能超过 500 个字"),
    503: _problem_response(
        503, "service-starting", "服务正在启动", "索引与模型正在载入，请几秒后重试。"
    ),
}

CITATION_EXAMPLE: dict[str, Any] = {
    "marker": 1,
    "policy_id": "sh-aeo-2024",
    "title": "上海市关于进一步加大力度支持本市海关高级认证企业高质量发展的若干措施",
    "doc_number": "沪商通关〔2024〕4号",
    "article": 15,
    "label": "第15条",
    "heading": "加大出口退税等政策支持力度",
    "quote": "确保其正常出口退税平均办理时间在 2 个工作日内",
    "start": 0,
    "end": 24,
    "jurisdiction": "上海市",
    "issued_on": "2024-01-15",
    "status": "in_force",
    "responsible_units": ["市税务局"],
    "url": "/policies/sh-aeo-2024#article-15",
}
ANSWER_EXAMPLE: dict[str, Any] = {
    "id": "6f1c",
    "question": "上海AEO企业出口退税平均几天办完",
    "outcome": "answered",
    "reason": None,
    "answer": "确保其正常出口退税平均办理时间在2个工作日内[1]。",
    "mode": "extractive",
    "citations": [CITATION_EXAMPLE],
    "suggestions": [],
    "handoff": None,
    "as_of": "2024-12-01",
    "index_version": "20241201-1a2b3c",
}
STREAM_EXAMPLE: dict[str, Any] = {
    "description": "事件流，最后一个事件总是 answer",
    "content": {
        "text/event-stream": {
            "example": 'event: stage\ndata: {"text": "search"}\n\n'
            'event: delta\ndata: {"text": "确保其正常出口退税平均办理时间在2个工作日内[1]。"}\n\n'
            f"event: answer\ndata: {json.dumps(ANSWER_EXAMPLE, ensure_ascii=False)}\n\n"
        }
    },
}

# (schema, property or "" for the schema itself) of the rooms below, whose own words are English.
CHINESE: Mapping[tuple[str, str], str] = {
    ("Answer", ""): "一个问题的答复；命令行、批处理、HTTP 与 SSE 用同一结构。",
    ("Answer", "id"): "问题编号",
    ("Answer", "question"): "收到的问题",
    ("Answer", "resolved_question"): "追问补全后的独立问题；不是追问时为空",
    ("Answer", "outcome"): "answered 已答 · partial 部分可答 · clarification 需补充 · "
    "unanswerable 无依据 · refused 不予回答 · error 出错",
    ("Answer", "reason"): "outcome 不是 answered 时的具体原因",
    ("Answer", "answer"): "答复文字，[1] 等标记对应 citations",
    ("Answer", "mode"): "extractive 原文摘录 · generative 大模型撰写并经核对 · "
    "degraded 大模型不可用，退回摘录",
    ("Answer", "citations"): "答复所依据的引文",
    ("Answer", "suggestions"): "相关但未作为依据的条款",
    ("Answer", "handoff"): "可以进一步咨询的单位",
    ("Answer", "as_of"): "按哪一天的有效文件回答",
    ("Answer", "index_version"): "索引版本",
    ("Answer", "prompt_version"): "提示词版本；未用大模型时为空",
    ("Answer", "timings_ms"): "各步骤耗时（毫秒）",
    ("Citation", ""): "一处引文，与原文逐字相同。",
    ("Citation", "marker"): "答复中的标记序号",
    ("Citation", "policy_id"): "文件编号",
    ("Citation", "title"): "文件标题",
    ("Citation", "doc_number"): "文号",
    ("Citation", "article"): "条款序号，0 为文首",
    ("Citation", "label"): "条款标号，如文件所印",
    ("Citation", "heading"): "条款标题",
    ("Citation", "quote"): "逐字引文",
    ("Citation", "start"): "引文在原文中的起点（Unicode 码点）",
    ("Citation", "end"): "引文在原文中的终点（不含）",
    ("Citation", "jurisdiction"): "适用地区",
    ("Citation", "issued_on"): "发布日期",
    ("Citation", "status"): "in_force 现行有效 · not_yet_in_force 尚未施行 · "
    "expired 已过有效期 · repealed 已废止",
    ("Citation", "responsible_units"): "责任单位",
    ("Citation", "url"): "条款网页地址",
    ("Suggestion", ""): "相关条款。",
    ("Suggestion", "policy_id"): "文件编号",
    ("Suggestion", "title"): "文件标题",
    ("Suggestion", "label"): "条款标号",
    ("Suggestion", "heading"): "条款标题",
    ("Suggestion", "url"): "条款网页地址",
    ("Health", "status"): "恒为 ok",
    ("Readiness", "status"): "恒为 ready",
    ("Handoff", ""): "可以进一步咨询的单位。",
    ("Handoff", "department"): "单位",
    ("Handoff", "phone"): "电话",
    ("Handoff", "note"): "说明",
    ("Outcome", ""): "问题的结果。",
    ("Reason", ""): "未能完整作答的原因。",
    ("Mode", ""): "答复的产生方式。",
    ("PolicyView", ""): "政策文件的基本信息。",
    ("PolicyList", ""): "政策文件清单的一页。",
    ("PolicyDetail", ""): "政策文件全文。",
    ("ChapterView", ""): "章节及其直接所辖的条款。",
    ("ArticleView", ""): "条款：文件中编号的最小措施。",
    ("AskRequest", ""): "一个问题。",
    ("Health", ""): "进程存活。",
    ("Readiness", ""): "可以答题。",
    ("Problem", ""): "错误说明（RFC 9457）。",
    ("FieldProblem", ""): "一个字段的错误。",
    ("Status", ""): "文件在某一天是否有效。",
}


def install_openapi(app: FastAPI) -> None:
    """Let ``app.openapi()`` give the Chinese description."""

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _schema(app)
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]


def _schema(app: FastAPI) -> dict[str, Any]:
    schema = get_openapi(
        title=app.title,
        version=app.version,
        description=app.description,
        routes=app.routes,
        tags=app.openapi_tags,
    )
    components = schema["components"]["schemas"]
    models = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    components.update(models.pop("$defs", {}))
    components["Problem"] = models
    _translate(components)
    return schema


def _translate(components: dict[str, Any]) -> None:
    components["Answer"]["examples"] = [ANSWER_EXAMPLE]
    for (model, field), words in CHINESE.items():
        target = components.get(model)
        if target is not None and field:
            target = target["properties"].get(field)
        if target is not None:
            target["description"] = words
