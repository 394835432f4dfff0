"""YAML files checked against a pydantic model, with errors that name the file and the field."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from corpus.errors import MetadataError
from corpus.invalid import in_chinese

Model = TypeVar("Model", bound=BaseModel)

_TWICE = "键重复"


def load_yaml(path: Path, text: str) -> Any:
    """The YAML of ``text``; ``MetadataError`` with the line where it is broken."""
    try:
        return yaml.load(text, Loader=_UniqueKeys)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        ours = (
            error.problem if (error.problem or "").startswith(_TWICE) else "请检查冒号、缩进与引号"
        )
        raise MetadataError(f"{path}：第{line}行不是有效的 YAML（{ours}）") from error
    except (yaml.YAMLError, ValueError) as error:
        raise MetadataError(f"{path}：不是有效的 YAML") from error


def validate(path: Path, data: Any, model: type[Model]) -> Model:
    """``data`` as a ``model``; ``MetadataError`` naming the file and every wrong field."""
    if not isinstance(data, Mapping):
        raise MetadataError(f"{path}：内容应为“键: 值”的映射")
    try:
        return model.model_validate(dict(data))
    except ValidationError as error:
        known = tuple(model.model_fields)
        problems = [_problem(detail, known) for detail in error.errors()]
        raise MetadataError(f"{path}：" + "；".join(problems)) from error


def _problem(detail: Any, known: Sequence[str]) -> str:
    field = ".".join(str(part) for part in detail["loc"])
    if detail["type"] == "extra_forbidden":
        near = difflib.get_close_matches(str(detail["loc"][-1]), known, n=1, cutoff=0.5)
        hint = f"，是否想写 {near[0]}？" if near else f"，可用的有：{'、'.join(known)}"
        return f"字段 {field} 不认识{hint}"
    reason = in_chinese(detail)
    if not field:
        return reason
    given = "" if detail["type"] in ("missing", "value_error") else f"（现为 {detail['input']!r}）"
    return f"字段 {field}：{reason}{given}"


class _UniqueKeys(yaml.SafeLoader):
    """A loader to which a key given twice is an error, not a silent loss."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"{_TWICE}：{key}", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)
