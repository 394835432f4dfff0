"""``zhengwen index`` and ``zhengwen search`` as they are typed."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from typer.testing import CliRunner

from cli.main import app
from cli.search import SearchInputInvalid, column
from index.errors import IndexAbsent

runner = CliRunner()


def run(*arguments: object) -> str:
    result = runner.invoke(app, [str(one) for one in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_index_shows_a_summary_and_what_was_skipped(corpus_dir: Path, index_dir: Path) -> None:
    (corpus_dir / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    shown = run("index", "--corpus", corpus_dir, "--index", index_dir)
    assert "索引已建立" in shown
    assert "broken.pdf" in shown
    assert "没有变化" in run("index", "--corpus", corpus_dir, "--index", index_dir)


def test_search_prints_json_lines_best_first(small_index: Path) -> None:
    shown = run(
        "search", "出口退税几天", "--region", "厦门", "--k", 2, "--json", "--index", small_index
    )
    records = [json.loads(line) for line in shown.splitlines()]
    assert [record["rank"] for record in records] == [1, 2]
    assert records[0]["passage"]["id"] == "xm#第一条@0"


def test_search_shows_document_and_article(small_index: Path) -> None:
    assert "厦商发〔2024〕2号）第二条" in run(
        "search", "汇总征税", "--k", 1, "--index", small_index
    )


def test_a_batch_becomes_a_run_and_bad_lines_are_named(small_index: Path, tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out" / "out.run"
    lines = [
        '{"id": "q 1", "question": "上海出口退税几天"}',
        "no json",
        '{"id": 2, "query": "汇总征税", "region": "厦门"}',
        '{"question": "没有编号"}',
        '{"id": 4, "question": "退税", "region": "火星"}',
        "",
        '{"id": 5, "question": "  ？！……"}',
        '{"id": 6, "question": ""}',
    ]
    source.write_text("\n".join(lines), "utf-8")
    shown = run("search", "--batch", source, target, "--k", 3, "--index", small_index)
    for number in (2, 4, 5, 7, 8):
        assert f"第 {number} 行" in shown
    rows = [line.split(" ") for line in target.read_text("utf-8").splitlines()]
    assert all(len(row) == 6 and row[1] == "Q0" and row[5] == "zhengwen" for row in rows)
    first = [row for row in rows if row[0] == "q%201"]
    assert [row[3] for row in first] == ["1", "2", "3"]
    assert first[0][2] == "sh#第一条"
    assert [float(row[4]) for row in first] == sorted(
        (float(row[4]) for row in first), reverse=True
    )
    assert next(row[2] for row in rows if row[0] == "2") == "xm#第二条"
    assert {row[0] for row in rows} == {"q%201", "2"}


@pytest.mark.parametrize("question", ["", "  \u3000", "？！。……", "\u200b——"])
def test_a_question_that_says_nothing_is_told_so(small_index: Path, question: str) -> None:
    result = runner.invoke(app, ["search", question, "--index", str(small_index)])
    assert result.exit_code == 2
    assert "问题是空的或只有标点" in result.output
    assert "第一条" not in result.output


@pytest.mark.parametrize("text", ["解释（一） (2020)#第一条", "100%#第2条", "普通#第1条"])
def test_a_column_has_no_space_and_can_be_read_back(text: str) -> None:
    assert " " not in column(text)
    assert unquote(column(text)) == text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "请给出一个问题"),
        (["退税", "--region", "火星"], "不认识的地区“火星”"),
        (["--batch", "nowhere.jsonl", "out.run"], "无法读取 nowhere.jsonl"),
    ],
)
def test_wrong_input_is_explained(small_index: Path, arguments: list[str], message: str) -> None:
    with pytest.raises(SearchInputInvalid, match=message):
        run("search", *arguments, "--index", small_index)


def test_no_index_is_explained(index_dir: Path) -> None:
    with pytest.raises(IndexAbsent, match="请先运行 zhengwen index"):
        run("search", "退税", "--index", index_dir)
