"""``zhengwen batch``: a file of questions in, a file of answers out, line by line."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from assistant.answer import Question
from assistant.service import Assistant
from cli.options import assistant_for
from corpus.errors import AssistantError, ZhengwenError
from corpus.invalid import in_chinese

_FIELDS = frozenset(Question.model_fields)


class BatchFileUnusable(AssistantError):
    """A batch cannot read its input, or would write over it."""


def batch(
    source: Annotated[
        Path, typer.Argument(metavar="IN.jsonl", help="每行一个 JSON：id、question…")
    ],
    target: Annotated[Path, typer.Argument(metavar="OUT.jsonl", help="每行一个答案对象")],
    index: Annotated[Path | None, typer.Option(help="索引目录")] = None,
) -> None:
    """批量回答：坏行写成错误记录，其余照常。"""
    lines = _lines(source)
    if target.resolve() == source.resolve():
        raise BatchFileUnusable(f"输出文件就是输入文件 {source}，会覆盖问题；请换一个文件名")
    assistant = assistant_for(index)
    target.parent.mkdir(parents=True, exist_ok=True)
    failed, foreign = 0, Counter[str]()
    with target.open("w", encoding="utf-8") as out, _progress() as progress:
        for number, line in progress.track(lines, description="回答中"):
            record = answer_line(assistant, number, line)
            failed += record["outcome"] == "error"
            foreign.update(foreign_fields(line))
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    told = f"共 {len(lines)} 行，出错 {failed} 行，已写入 {target}"
    if foreign:
        named = "、".join(f"{name}（{count} 行）" for name, count in foreign.most_common())
        told += f"\n没有用到的字段：{named}；答题只看 {'、'.join(Question.model_fields)}"
    Console(stderr=True).print(told, markup=False, highlight=False, soft_wrap=True)


def answer_line(assistant: Assistant, number: int, line: bytes) -> dict[str, Any]:
    """The answer object for one line, or an error record that says what is wrong with it."""
    identity: Any = None
    try:
        fields = json.loads(line)
        if not isinstance(fields, dict):
            raise TypeError('每行应是一个 JSON 对象，如 {"id": "1", "question": "…"}')
        identity = fields.get("id")
        _check_names(fields)
        question = Question.model_validate(
            {key: value for key, value in fields.items() if key in _FIELDS and value is not None}
            | ({"id": str(identity)} if identity is not None else {})
        )
        record: dict[str, Any] = assistant.ask(question).model_dump(mode="json")
        return record | ({"id": identity} if identity is not None else {})
    except UnicodeDecodeError as error:
        return _error(identity, number, f"不是 UTF-8 编码：第 {error.start + 1} 字节起")
    except json.JSONDecodeError as error:
        return _error(identity, number, f"不是合法的 JSON：第 {error.colno} 列附近有误")
    except ValidationError as error:
        return _error(identity, number, "；".join(_field_errors(error)))
    except (ZhengwenError, TypeError) as error:
        return _error(identity, number, str(error))
    except Exception as error:  # one bad line must never stop the rest
        return _error(identity, number, f"内部错误：{type(error).__name__}: {error}")


def foreign_fields(line: bytes) -> list[str]:
    """The fields of a line that are not a question's: they are the caller's own, and told once."""
    try:
        fields = json.loads(line)
    except ValueError:
        return []
    return sorted(fields.keys() - _FIELDS) if isinstance(fields, dict) else []


def _check_names(fields: dict[str, Any]) -> None:
    """A misspelt field would silently change the answer; other unknown ones are the caller's."""
    for name in fields.keys() - _FIELDS:
        meant = get_close_matches(name, _FIELDS, n=1, cutoff=0.75)
        if meant:
            raise TypeError(f"不认识字段 {name}，是不是 {meant[0]}？")


def _field_errors(error: ValidationError) -> Iterator[str]:
    for entry in error.errors():
        field = ".".join(map(str, entry["loc"]))
        missing = entry["type"] == "missing"
        yield f"缺少字段 {field}" if missing else f"字段 {field} 不对：{in_chinese(entry)}"


def _error(identity: Any, number: int, message: str) -> dict[str, Any]:
    return {
        "id": identity,
        "outcome": "error",
        "reason": "invalid_input",
        "answer": "",
        "citations": [],
        "error": f"第 {number} 行：{message}",
    }


def _lines(source: Path) -> list[tuple[int, bytes]]:
    if not source.is_file():
        raise BatchFileUnusable(f"找不到输入文件 {source}")
    lines = source.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    return [(number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    )
