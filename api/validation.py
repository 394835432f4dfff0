"""What is wrong with a request, field by field, in Chinese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from api.problems import FieldProblem

# Keys are pydantic's error types; the braces are filled from the error's own context.
MESSAGES: Mapping[str, str] = {
    "missing": "缺少此项",
    "extra_forbidden": "没有这个字段，请核对字段名",
    "string_type": "应为文字（字符串）",
    "string_unicode": "含有无效的 Unicode 字符",
    "string_too_short": "不能为空",
    "string_too_long": "不能超过 {max_length} 个字",
    "too_long": "不能超过 {max_length} 项",
    "tuple_type": "应为列表（数组）",
    "list_type": "应为列表（数组）",
    "model_attributes_type": "应为 JSON 对象，且请求头 Content-Type 应为 application/json",
    "model_type": "应为 JSON 对象",
    "json_invalid": "不是合法的 JSON：第 {position} 个字符附近有误",
    "date_type": "应为日期，格式如 2024-01-15",
    "date_parsing": "应为日期，格式如 2024-01-15",
    "date_from_datetime_parsing": "应为日期，格式如 2024-01-15",
    "date_from_datetime_inexact": "应为日期，格式如 2024-01-15，不带时刻",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "greater_than_equal": "不能小于 {ge}",
    "less_than_equal": "不能大于 {le}",
    "enum": "应为下列之一：{expected}",
    "literal_error": "应为下列之一：{expected}",
}
FALLBACK = "内容或格式不正确"


def field_problems(errors: Sequence[Mapping[str, Any]]) -> tuple[FieldProblem, ...]:
    """Pydantic's errors as problems that name the field; what the caller sent is not repeated."""
    return tuple(
        FieldProblem(field=_field(error.get("loc", ())), detail=_detail(error)) for error in errors
    )


def _detail(error: Mapping[str, Any]) -> str:
    kind = str(error.get("type", ""))
    context = dict(error.get("ctx") or {})
    if kind == "value_error":
        return str(context.get("error", FALLBACK))
    if kind == "json_invalid":
        context["position"] = (error.get("loc") or (0, 0))[-1]
    try:
        return MESSAGES.get(kind, FALLBACK).format_map(context)
    except KeyError:
        return FALLBACK


def _field(location: Sequence[str | int]) -> str:
    """``("body", "history", 2)`` as ``history[2]``; the whole body as ``请求体``."""
    parts = list(location)
    if parts and parts[0] in {"body", "query", "path", "header"}:
        parts = parts[1:]
    name = ""
    for part in parts:
        if not isinstance(part, int):
            name = f"{name}.{part}" if name else part
        elif name:
            name = f"{name}[{part}]"
    return name or "请求体"
