"""What is wrong with a request, field by field, in Chinese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from api.problems import FieldProblem
from corpus.invalid import in_chinese


def field_problems(errors: Sequence[Mapping[str, Any]]) -> tuple[FieldProblem, ...]:
    """Pydantic's errors as problems that name the field; what the caller sent is not repeated."""
    return tuple(
        FieldProblem(field=_field(error.get("loc", ())), detail=_detail(error)) for error in errors
    )


def _detail(error: Mapping[str, Any]) -> str:
    words = in_chinese(error)
    if error.get("type") == "json_invalid":
        return f"{words}：第 {(error.get('loc') or (0, 0))[-1]} 个字符附近有误"
    return words


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
