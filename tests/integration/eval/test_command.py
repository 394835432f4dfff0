"""``zhengwen eval`` as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import eval as command
from cli.main import app
from corpus.errors import EvaluationError
from eval.cases import REPORT, dump_case, load_cases

RUNNER = CliRunner()


@pytest.fixture
def zhengwen(settings, tmp_path, monkeypatch):
    """The command over the shared index, its runs in a folder of the test."""
    monkeypatch.setenv("ZHENGWEN_INDEX_DIR", str(settings.index_dir))
    monkeypatch.setattr(command, "RUNS", tmp_path / "runs")

    def call(*words: object):
        return RUNNER.invoke(app, ["eval", *map(str, words)])

    return call


@pytest.fixture
def gold(tmp_path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(map(dump_case, load_cases(REPORT)[::40])), "utf-8")
    return path


def test_a_run_is_reported_resumed_and_compared(zhengwen, gold, tmp_path) -> None:
    done = zhengwen("--gold", gold, "--out", tmp_path / "a")
    assert done.exit_code == 0, done.output
    assert "全部用例" in done.output
    data = json.loads((tmp_path / "a" / "report.json").read_text("utf-8"))
    assert len(data["cases"]) == len(load_cases(gold))
    assert "朴素 LangChain 配方" in (tmp_path / "a" / "report.html").read_text("utf-8")

    results = tmp_path / "a" / "results.jsonl"
    kept = results.read_text("utf-8").splitlines()[:-2]
    results.write_text("".join(f"{line}\n" for line in kept), "utf-8")
    again = zhengwen("--gold", gold, "--resume", tmp_path / "a", "--no-peer")
    assert again.exit_code == 0, again.output
    assert results.read_text("utf-8").splitlines()[: len(kept)] == kept
    assert len(results.read_text("utf-8").splitlines()) == len(data["cases"])

    told = zhengwen("compare", tmp_path / "a", tmp_path / "a", "--json", tmp_path / "c.json")
    assert told.exit_code == 0, told.output
    assert json.loads((tmp_path / "c.json").read_text("utf-8"))["lost"] == []


def test_types_may_be_chosen_and_an_unknown_one_is_named(zhengwen, gold, tmp_path) -> None:
    kind = load_cases(gold)[0].type
    zhengwen("--gold", gold, "--type", kind, "--out", tmp_path / "one", "--no-peer")
    data = json.loads((tmp_path / "one" / "report.json").read_text("utf-8"))
    assert {one["type"] for one in data["cases"]} == {kind}
    wrong = zhengwen("--gold", gold, "--type", "nonsense", "--out", tmp_path / "none")
    assert isinstance(wrong.exception, EvaluationError)
    assert kind in str(wrong.exception)


def test_a_settings_file_is_taken_and_its_mistakes_named(zhengwen, gold, tmp_path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('indx_dir = "x"', "utf-8")
    wrong = zhengwen("--gold", gold, "--config", config)
    assert "indx_dir" in str(wrong.exception)
    config.write_text("model_timeout_s = -1", "utf-8")
    wrong = zhengwen("--gold", gold, "--config", config)
    assert "model_timeout_s" in str(wrong.exception)


def test_validate_passes_the_committed_gold_and_stops_a_wrong_case(
    zhengwen, gold, tmp_path
) -> None:
    assert zhengwen("validate", gold).exit_code == 0
    wrong = load_cases(gold)[0].model_copy(update={"must_include": (("99个工作日",),)})
    broken = tmp_path / "broken.jsonl"
    broken.write_text(dump_case(wrong), "utf-8")
    done = zhengwen("validate", broken)
    assert done.exit_code == 1
    assert wrong.id in done.output


def test_the_gate_fails_with_the_cases_named(zhengwen, tmp_path, monkeypatch, gold) -> None:
    from cli import eval_gate

    monkeypatch.setattr(eval_gate, "GOLD_DIR", gold.parent)
    floors = tmp_path / "floors.toml"
    floors.write_text("[gold.all]\ncorrect = 0.0\n", "utf-8")
    assert zhengwen("gate", "--floors", floors).exit_code == 0
    floors.write_text("[gold.all]\nquote_exactness = 1.0\ncorrect = 0.0\n", "utf-8")
    assert zhengwen("gate", "--floors", floors, "--raise", "--slack", 0).exit_code == 0
    lifted = floors.read_text("utf-8")
    assert "correct = 0.0\n" not in lifted


def test_a_set_of_others_is_converted(zhengwen, tmp_path) -> None:
    source = tmp_path / "squad.json"
    answer = [{"text": "上海", "answer_start": 0}]
    question = {"id": "q1", "question": "在哪？", "answers": answer}
    paragraph = {"context": "上海有海关。", "qas": [question]}
    source.write_text(json.dumps({"data": [{"paragraphs": [paragraph]}]}), "utf-8")
    done = zhengwen("convert", "squad", source, tmp_path / "set")
    assert done.exit_code == 0, done.output
    (case,) = load_cases(tmp_path / "set" / "gold.jsonl")
    assert (tmp_path / "set" / "corpus" / f"{case.gold[0].policy}.txt").is_file()
