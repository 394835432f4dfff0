"""Similar questions drafted through a real HTTP server in place of a model."""

from __future__ import annotations

from pathlib import Path

import yaml
from typer.testing import CliRunner

from cli.questions import app
from tests.support.model_server import Behaviour, ModelServer

POLICIES = Path(__file__).resolve().parents[3] / "corpus" / "policies"
REPLY = "1. 退税几天能到账\n2、税款多久退回来\n- 退税几天能到账\n好\n"


def test_drafts_are_written_for_review_and_not_into_the_index(tmp_path, monkeypatch) -> None:
    with ModelServer() as server:
        server.script(Behaviour(text=REPLY))
        monkeypatch.setenv("ZHENGWEN_MODEL_BASE_URL", server.url)
        monkeypatch.setenv("ZHENGWEN_MODEL_NAME", "test")
        out = tmp_path / "draft.yaml"
        result = CliRunner().invoke(
            app, ["draft", str(POLICIES / "gacc-aeo-2024.txt"), "--out", str(out)]
        )
    assert result.exit_code == 0, result.output
    content = yaml.safe_load(out.read_text("utf-8"))
    assert len(content["articles"]) == 17
    assert content["articles"]["（七）"]["questions"] == ["退税几天能到账", "税款多久退回来"]


def test_without_a_model_drafting_says_what_to_set(monkeypatch) -> None:
    monkeypatch.delenv("ZHENGWEN_MODEL_BASE_URL", raising=False)
    result = CliRunner().invoke(app, ["draft", str(POLICIES / "gacc-aeo-2024.txt")])
    assert "ZHENGWEN_MODEL_BASE_URL" in str(result.exception)


def test_the_committed_questions_need_no_review() -> None:
    for document in sorted(POLICIES.glob("*.txt")):
        result = CliRunner().invoke(app, ["check", str(document)])
        assert result.exit_code == 0, result.output
