"""A served instance, asked over real HTTP."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from assistant.answer import Question
from eval.answerers import HttpAnswerer
from eval.errors import ServiceError
from tests.unit.eval.making import answer


class Service(BaseHTTPRequestHandler):
    """Echoes the question in an answer object; ``坏`` and ``乱`` are refused and garbled."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        asked = body["question"]
        if self.path != "/v1/ask" or asked == "坏":
            self.respond(503, "忙")
        elif asked == "乱":
            self.respond(200, "<html>")
        elif asked == "缺":
            self.respond(200, json.dumps({"id": "x"}))
        else:
            told = answer(json.dumps(body, ensure_ascii=False)).model_dump(mode="json")
            self.respond(200, json.dumps({**told, "new_key": 1}))

    def respond(self, status: int, text: str) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *args: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_the_whole_question_is_sent_and_an_unknown_key_of_the_answer_is_passed_over(url) -> None:
    question = Question(id="c1", question="那厦门呢？", history=("上海几天？",), region="上海")
    given = HttpAnswerer(url).ask(question)
    assert json.loads(given.answer) == {
        "id": "c1",
        "question": "那厦门呢？",
        "history": ["上海几天？"],
        "region": "上海",
    }


@pytest.mark.parametrize(
    ("asked", "said"), [("坏", "503：忙"), ("乱", "没有给出答案"), ("缺", "字段")]
)
def test_what_is_no_answer_object_is_an_error_that_says_why(url, asked, said) -> None:
    with pytest.raises(ServiceError, match=said):
        HttpAnswerer(url).ask(Question(question=asked))


def test_nobody_listening_is_an_error_before_and_during_a_run(url) -> None:
    HttpAnswerer(url).check()
    nobody = HttpAnswerer("http://127.0.0.1:9")
    with pytest.raises(ServiceError, match="连不上"):
        nobody.check()
    with pytest.raises(ServiceError, match="没有给出答案"):
        nobody.ask(Question(question="几天？"))
