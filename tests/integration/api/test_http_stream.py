"""``POST /v1/ask/stream``: server-sent events over real HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from small_assistant import SmallAssistant
from web_server import served

from api.app import create_app
from assistant.answer import Question, StreamEvent
from assistant.settings import Settings
from corpus import PolicyStore

REFUND = "上海AEO企业出口退税平均几天办完"


def events(client: httpx.Client, body: dict[str, Any]) -> list[tuple[str, Any]]:
    with client.stream("POST", "/v1/ask/stream", json=body) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        return list(_parsed(response.iter_lines()))


def _parsed(lines: Iterator[str]) -> Iterator[tuple[str, Any]]:
    name = ""
    for line in lines:
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))


def test_stages_and_words_come_before_the_whole_answer(client: httpx.Client) -> None:
    told = events(client, {"question": REFUND, "id": "s1"})
    names = [name for name, _ in told]
    assert names[0] == "stage"
    assert set(names) == {"stage", "delta", "answer"}
    assert names.index("delta") > names.index("stage")
    assert names.count("answer") == 1
    assert names[-1] == "answer"
    answer = told[-1][1]
    assert "".join(data["text"] for name, data in told if name == "delta") == answer["answer"]


def test_the_last_event_is_what_ask_answers(client: httpx.Client) -> None:
    body = {"question": REFUND, "id": "s2"}
    whole = client.post("/v1/ask", json=body).json()
    streamed = events(client, body)[-1][1]
    assert {**streamed, "timings_ms": {}} == {**whole, "timings_ms": {}}


def test_what_cannot_be_taken_is_refused_before_the_stream_begins(client: httpx.Client) -> None:
    for body in ({"question": ""}, {"question": REFUND, "region": "火星"}):
        response = client.post("/v1/ask/stream", json=body)
        assert response.status_code == 422
        assert response.headers["content-type"] == "application/problem+json"


class Breaking(SmallAssistant):
    """Breaks off in the middle of an answer, with the caller's words in the message."""

    def stream(self, question: Question) -> Iterator[StreamEvent]:
        yield StreamEvent(event="stage", text="search")
        yield StreamEvent(event="delta", text="确保")
        raise RuntimeError(f"secret {question.question}")


@pytest.fixture
def breaking(store: PolicyStore) -> Iterator[httpx.Client]:
    with served(create_app(lambda _: Breaking(store), Settings())) as client:
        yield client


def test_a_failure_on_the_way_becomes_a_last_answer(breaking: httpx.Client) -> None:
    told = events(breaking, {"question": REFUND, "id": "s3", "as_of": "2024-12-01"})
    assert [name for name, _ in told] == ["stage", "delta", "answer"]
    answer = told[-1][1]
    assert (answer["outcome"], answer["reason"]) == ("error", "internal")
    assert (answer["id"], answer["as_of"], answer["citations"]) == ("s3", "2024-12-01", [])
    assert "secret" not in json.dumps(answer)


def test_a_failure_of_a_whole_answer_is_a_problem_without_its_message(
    breaking: httpx.Client,
) -> None:
    response = breaking.post("/v1/ask", json={"question": REFUND})
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert "secret" not in response.text
    assert REFUND not in response.text
    assert breaking.get("/healthz").status_code == 200
