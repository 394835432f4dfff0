"""Lines of a search batch that cannot be in a run are told."""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console

from cli.search import read_queries


def test_a_repeated_id_and_an_empty_question_are_named(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    lines = [
        '{"id":"1","question":"退税"}',
        '{"id":"1","question":"查验"}',
        '{"id":"2","question":""}',
    ]
    source.write_text("\n".join(lines), "utf-8")
    told = io.StringIO()
    assert [query.question for query in read_queries(source, Console(file=told))] == ["退税"]
    assert "第 2 行：id 1 前面已有" in told.getvalue()
    assert "第 3 行：问题是空的" in told.getvalue()
