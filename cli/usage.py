"""What is wrong with a command line, in Chinese: typer's own words are English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from corpus.invalid import MESSAGES, in_chinese


def words_of(error: Any) -> str:
    """What a usage error of typer says, naming the option or argument and what would be right.

    Typer does not export the classes of its errors: they are told apart by name.
    """
    match type(error).__name__:
        case "NoSuchOption":
            return f"没有选项 {error.option_name}{_meant(error.possibilities)}"
        case "MissingParameter":
            return f"缺少{_name(error.param)}"
        case "BadParameter":
            return f"{_name(error.param)} 不对：{_reason(error)}"
        case "BadOptionUsage":
            lacking = "requires" in error.message
            return f"选项 {error.option_name} {'后面少了值' if lacking else '后面不带值'}"
        case _ if error.message.startswith("No such command"):
            return f"没有命令 {error.message.split(chr(39))[1]}"
        case _ if error.message.startswith("Missing command"):
            return "缺少命令"
        case _ if error.message.startswith("Got unexpected extra"):
            return f"多了参数{error.message.partition('(s)')[2]}；含空格的问题请加引号"
        case _:
            return str(error.message)


def _name(param: Any) -> str:
    if param is None:
        return "参数"
    if param.param_type_name == "option":
        return f"选项 {param.opts[0]}"
    told = f"（{param.help}）" if getattr(param, "help", None) else ""
    return f"参数 {param.metavar or param.name}{told}"


def _meant(possibilities: Sequence[str] | None) -> str:
    return f"，是不是 {'、'.join(sorted(possibilities))}？" if possibilities else ""


def _reason(error: Any) -> str:
    cause = error.__cause__
    if not isinstance(cause, ValidationError):
        return str(error.message)
    entry = cause.errors()[0]
    if entry["type"] == "value_error" and "formats" in entry["msg"]:
        return MESSAGES["date_parsing"]
    return in_chinese(entry)
