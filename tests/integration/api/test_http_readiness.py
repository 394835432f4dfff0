"""The time before the assistant is there, and what happens when it never comes."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import httpx
from small_assistant import SmallAssistant
from web_server import served

from api.app import create_app
from assistant.settings import Settings
from corpus import PolicyStore
from index.errors import IndexAbsent

QUESTION = {"question": "上海AEO企业出口退税平均几天办完"}


def until(client: httpx.Client, path: str, status: int, seconds: float = 30) -> httpx.Response:
    deadline = time.monotonic() + seconds
    while (response := client.get(path)).status_code != status:
        assert time.monotonic() < deadline, response.text
        time.sleep(0.05)
    return response


def test_alive_at_once_ready_when_warm(store: PolicyStore) -> None:
    warm = threading.Event()

    def build(_settings: Settings) -> SmallAssistant:
        warm.wait(20)
        return SmallAssistant(store)

    with served(create_app(build, Settings(), patience_s=0.2)) as client:
        assert client.get("/healthz").json() == {"status": "ok"}
        for response in (client.get("/readyz"), client.post("/v1/ask", json=QUESTION)):
            assert response.status_code == 503
            assert response.headers["retry-after"] == "3"
            assert response.json()["title"] == "服务正在启动"
        console = client.get("/console/")
        assert console.status_code == 503
        assert 'http-equiv="refresh"' in console.text
        assert "正在启动" in console.text
        warm.set()
        ready = until(client, "/readyz", 200).json()
        assert ready == {
            "status": "ready",
            "index_version": "small-1",
            "policies": 5,
            "articles": 122,
        }
        assert client.post("/v1/ask", json=QUESTION).json()["outcome"] == "answered"


def test_a_question_that_comes_early_waits_for_the_warm_up(store: PolicyStore) -> None:
    def build(_settings: Settings) -> SmallAssistant:
        time.sleep(0.5)
        return SmallAssistant(store)

    with served(create_app(build, Settings(), patience_s=10)) as client:
        assert client.post("/v1/ask", json=QUESTION).json()["outcome"] == "answered"


def test_a_start_that_failed_says_why_in_our_words() -> None:
    def build(_settings: Settings) -> SmallAssistant:
        raise IndexAbsent(Path("var/index"))

    with served(create_app(build, Settings())) as client:
        problem = client.post("/v1/ask", json=QUESTION).json()
        assert problem["status"] == 503
        assert "zhengwen index" in problem["detail"]
        assert "zhengwen index" in client.get("/console/").text
        assert client.get("/healthz").status_code == 200


def test_a_foreign_failure_is_not_shown() -> None:
    def build(_settings: Settings) -> SmallAssistant:
        raise RuntimeError("password=hunter2")

    with served(create_app(build, Settings())) as client:
        response = client.post("/v1/ask", json=QUESTION)
        assert response.status_code == 503
        assert "hunter2" not in response.text


def test_leaving_while_the_assistant_is_being_built_is_quick(store: PolicyStore) -> None:
    never = threading.Event()

    def build(_settings: Settings) -> SmallAssistant:
        never.wait(30)
        return SmallAssistant(store)

    began = time.monotonic()
    with served(create_app(build, Settings())) as client:
        assert client.get("/healthz").status_code == 200
    assert time.monotonic() - began < 5
