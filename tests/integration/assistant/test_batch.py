"""Lines of a batch: good ones are answered, each bad one says what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.service import Assistant
from cli.batch import BatchFileUnusable, answer_line, foreign_fields
from cli.main import app


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"id": 1, "question": ', "不是合法的 JSON"),
        (b'{"id": 1}', "缺少字段 question"),
        (b"[1, 2]", "每行应是一个 JSON 对象"),
        (b'{"id": 1, "question": "\xff"}', "不是 UTF-8"),
        ('{"id": 1, "question": "退税几天", "regoin": "上海"}'.encode(), "是不是 region"),
        ('{"id": 1, "question": "退税几天", "region": "火星"}'.encode(), "不认识地区"),
        ('{"id": 1, "question": "退税几天", "as_of": "明天"}'.encode(), "字段 as_of"),
    ],
)
def test_a_bad_line_becomes_an_error_record(assistant: Assistant, line: bytes, said: str) -> None:
    record = answer_line(assistant, 7, line)
    assert record["outcome"] == "error"
    assert said in record["error"]
    assert "第 7 行" in record["error"]


def test_a_good_line_keeps_its_id_and_foreign_fields_do_no_harm(assistant: Assistant) -> None:
    line = json.dumps({"id": 42, "question": "厦门AEO企业退税几天", "type": "fact"}).encode()
    record = answer_line(assistant, 1, line)
    assert record["id"] == 42
    assert record["citations"][0]["policy_id"] == "xm-aeo-2024"


def test_a_batch_never_writes_over_its_own_questions(tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"id": 1, "question": "退税几天"}\n', "utf-8")
    result = CliRunner().invoke(app, ["batch", str(questions), str(questions)])
    assert isinstance(result.exception, BatchFileUnusable)
    assert "退税几天" in questions.read_text("utf-8")


def test_fields_that_no_question_has_are_told_and_wrong_ones_in_chinese(
    assistant: Assistant,
) -> None:
    line = json.dumps({"question": "退税几天", "type": "fact", "history": "上海"}).encode()
    assert foreign_fields(line) == ["type"]
    told = answer_line(assistant, 1, line)["error"]
    assert told == "第 1 行：字段 history 不对：应为列表（数组）"
    assert "Expecting" not in answer_line(assistant, 1, b'{"id": 1, "question": ')["error"]
