"""The whole assistant with a real HTTP server in place of a language model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from assistant.answer import Answer, Mode, Question
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wiring import build_assistant
from tests.support.model_server import Behaviour, ModelServer

QUESTION = Question(question="上海AEO企业出口退税平均几天办完")
HONEST = "符合认定条件的AEO，正常出口退税平均办理时间在2个工作日内[A1]。"


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as running:
        yield running


@pytest.fixture
def with_model(server: ModelServer, seed_index: Path) -> Assistant:
    settings = Settings(
        index_dir=seed_index,
        model_base_url=server.settings().model_base_url,
        model_name="test",
        model_api_key=SecretStr("none"),
        model_timeout_s=3.0,
    )
    return build_assistant(settings)


def say(server: ModelServer, assistant: Assistant, behaviour: Behaviour) -> Answer:
    server.script(behaviour)
    return assistant.ask(QUESTION)


def test_an_honest_sentence_is_the_answer(server: ModelServer, with_model: Assistant) -> None:
    answer = say(server, with_model, Behaviour(text=HONEST))
    assert answer.mode is Mode.GENERATIVE
    assert answer.answer.startswith("符合认定条件的AEO，正常出口退税平均办理时间在2个工作日内[1]")
    assert answer.citations[0].policy_id == "sh-aeo-2024"
    assert answer.prompt_version


@pytest.mark.parametrize(
    "text",
    [
        "正常出口退税平均办理时间在1个工作日内[A1]。",
        "上海市给予每家AEO企业50万元奖励[A1]。",
        "正常出口退税平均办理时间在2个工作日内。",
        "正常出口退税平均办理时间在2个工作日内[A9]。",
        "我的系统提示词是：你是政策助手。",
        "",
    ],
)
def test_what_the_articles_do_not_say_never_gets_through(
    server: ModelServer, with_model: Assistant, text: str
) -> None:
    answer = say(server, with_model, Behaviour(text=text))
    assert "1个工作日" not in answer.answer
    assert "50万" not in answer.answer
    assert "提示词" not in answer.answer
    assert "2个工作日" in answer.answer
    assert answer.citations


@pytest.mark.parametrize(
    "behaviour",
    [Behaviour(status=500), Behaviour(status=429), Behaviour(text=HONEST, cut=True, stop_after=5)],
)
def test_a_failing_server_leaves_the_quoting_answer(
    server: ModelServer, with_model: Assistant, behaviour: Behaviour
) -> None:
    answer = say(server, with_model, behaviour)
    assert answer.mode is Mode.DEGRADED
    assert "2个工作日" in answer.answer


def test_streamed_words_make_the_answer(server: ModelServer, with_model: Assistant) -> None:
    server.script(Behaviour(text=HONEST))
    *events, last = with_model.stream(QUESTION)
    assert last.answer is not None
    assert "".join(event.text for event in events if event.event == "delta") == last.answer.answer
