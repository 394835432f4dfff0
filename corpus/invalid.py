"""What pydantic finds wrong with a value, in Chinese: for files, settings and requests alike.

On the ground floor for the reason given in ``corpus.errors``: every other floor may see it.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

# Keys are pydantic's error types; the braces are filled from the error's own context.
MESSAGES: Mapping[str, str] = {
    "missing": "缺少此项",
    "extra_forbidden": "没有这个字段，请核对字段名",
    "string_type": "应为文字（字符串）",
    "string_unicode": "含有无效的 Unicode 字符",
    "string_too_short": "不能为空",
    "string_too_long": "不能超过 {max_length} 个字",
    "too_long": "不能超过 {max_length} 项",
    "too_short": "不能少于 {min_length} 项",
    "tuple_type": "应为列表（数组）",
    "list_type": "应为列表（数组）",
    "dict_type": "应为“键: 值”的映射（对象）",
    "model_attributes_type": "应为 JSON 对象，且请求头 Content-Type 应为 application/json",
    "model_type": "应为 JSON 对象",
    "json_invalid": "不是合法的 JSON",
    "date_type": "应为日期，格式如 2024-01-15",
    "date_parsing": "应为日期，格式如 2024-01-15",
    "date_from_datetime_parsing": "应为日期，格式如 2024-01-15",
    "date_from_datetime_inexact": "应为日期，格式如 2024-01-15，不带时刻",
    "bool_type": "应为 true 或 false",
    "bool_parsing": "应为 true 或 false",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "float_type": "应为数字",
    "float_parsing": "应为数字",
    "path_type": "应为路径",
    "greater_than": "应大于 {gt}",
    "greater_than_equal": "不能小于 {ge}",
    "less_than": "应小于 {lt}",
    "less_than_equal": "不能大于 {le}",
    "enum": "应为下列之一：{expected}",
    "literal_error": "应为下列之一：{expected}",
}
FALLBACK = "内容或格式不正确"
_REFUSALS = {
    errno.ENOENT: "不存在",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "是文件夹，不是文件",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ENOSPC: "磁盘已满",
}


def in_chinese(entry: Mapping[str, Any]) -> str:
    """One of pydantic's errors in our words; what was given is not repeated."""
    kind, context = str(entry.get("type", "")), dict(entry.get("ctx") or {})
    if kind == "value_error":
        return str(context.get("error", FALLBACK))
    if "expected" in context:
        context["expected"] = str(context["expected"]).replace(" or ", "、").replace(", ", "、")
    try:
        return MESSAGES.get(kind, FALLBACK).format_map(context)
    except KeyError:
        return FALLBACK


def problems_in(error: ValidationError) -> Iterator[str]:
    """Every field that is wrong, named, and what would be right: ``字段 as_of：应为日期…``."""
    for entry in error.errors():
        field = ".".join(map(str, entry["loc"]))
        yield f"字段 {field}：{in_chinese(entry)}" if field else in_chinese(entry)


def refused(error: OSError) -> str:
    """Why a file or a folder cannot be had; what is rare keeps the system's own words."""
    return _REFUSALS.get(error.errno or 0, error.strerror or str(error))
