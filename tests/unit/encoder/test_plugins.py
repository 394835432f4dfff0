"""Other encoders by a setting: a sentence-transformers folder, an embedding endpoint."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index.encoder import load_encoder
from index.encoder.errors import EncoderUnknown, EndpointFailed
from tests.unit.encoder.conftest import small_material

KEY = "sk-secret"


class Embeddings(BaseHTTPRequestHandler):
    """``/v1/embeddings`` over character counts: small, but truly computed from the text."""

    received: list[dict[str, Any]]

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.received.append({"path": self.path, "auth": self.headers["Authorization"], **body})
        if self.headers["Authorization"] != f"Bearer {KEY}":
            self._answer(401, {"error": {"message": "no key"}})
        elif body["model"] == "broken":
            self._answer(200, {"data": [{"index": 0, "embedding": ["x"]}]})
        else:
            items = [
                {"index": i, "embedding": [float(text.count(sign)) + 0.1 for sign in "税房狗查问"]}
                for i, text in enumerate(body["input"])
            ]
            self._answer(200, {"data": items[::-1]})

    def log_message(self, *_: Any) -> None:
        """Silent."""

    def _answer(self, status: int, reply: dict[str, Any]) -> None:
        payload = json.dumps(reply).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)


@pytest.fixture
def server() -> Iterator[str]:
    Embeddings.received = []
    with HTTPServer(("127.0.0.1", 0), Embeddings) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/v1"
        running.shutdown()
        thread.join()


def test_an_endpoint_gives_unit_vectors_in_the_order_asked(server: str) -> None:
    encoder = load_encoder(f"{server}#bge-m3", api_key=KEY)
    rows = encoder.encode_passages(["税税税", "", "狗", *["房"] * 70])
    assert rows.shape == (73, encoder.dimensions)
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 0, *[1] * 71], abs=1e-5)
    assert [int(np.argmax(row)) for row in rows[[0, 2, 3, 72]]] == [0, 2, 1, 1]
    assert Embeddings.received[0]["path"] == "/v1/embeddings"
    assert Embeddings.received[0]["model"] == "bge-m3"


def test_the_query_prompt_goes_before_questions_only(server: str) -> None:
    encoder = load_encoder(f"{server}/embeddings#m", query_prompt="问问问：", api_key=KEY)
    encoder.encode_queries(["税"])
    assert Embeddings.received[-1]["input"] == ["问问问：税"]
    encoder.encode_passages(["税"])
    assert Embeddings.received[-1]["input"] == ["税"]
    assert Embeddings.received[-1]["path"] == "/v1/embeddings"


def test_a_refused_key_is_a_clear_error_without_the_key(server: str) -> None:
    with pytest.raises(EndpointFailed, match="401") as caught:
        load_encoder(f"{server}#m", api_key="sk-wrong")
    assert "sk-wrong" not in str(caught.value)


def test_a_reply_that_holds_no_vectors_is_refused(server: str) -> None:
    with pytest.raises(EndpointFailed, match="OpenAI"):
        load_encoder(f"{server}#broken", api_key=KEY)


def test_an_endpoint_that_does_not_answer_is_named() -> None:
    with pytest.raises(EndpointFailed, match=r"http://127\.0\.0\.1:9"):
        load_encoder("http://127.0.0.1:9/v1#m")


def test_a_sentence_transformers_folder_plugs_in_with_its_prompt(tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    from index.encoder.training.vocabulary import features_of

    tokenizer = features_of(small_material(), words=100, bigrams=1).tokenizer
    module = StaticEmbedding(tokenizer, embedding_dim=24)
    SentenceTransformer(modules=[module]).save(str(tmp_path / "other"))
    encoder = load_encoder(str(tmp_path / "other"), query_prompt="租赁")
    question = encoder.encode_queries(["海关", ""])
    assert question.shape == (2, 24)
    assert np.linalg.norm(question, axis=1) == pytest.approx([1, 0], abs=1e-5)
    assert question[:1] == pytest.approx(encoder.encode_passages(["租赁海关"]), abs=1e-5)
    assert encoder.fingerprint in encoder.name


def test_an_unknown_name_says_what_may_be_given(tmp_path: Path) -> None:
    with pytest.raises(EncoderUnknown, match="BAAI/bge-m3"):
        load_encoder(str(tmp_path / "nothing-here"))
