"""``POST /v1/ask``: the answer object, and what is turned away."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

ANSWER_KEYS = {
    "id",
    "outcome",
    "reason",
    "answer",
    "mode",
    "citations",
    "suggestions",
    "handoff",
    "as_of",
    "index_version",
    "prompt_version",
    "timings_ms",
}
REFUND = "上海AEO企业出口退税平均几天办完"


def test_a_question_gets_the_answer_object_with_its_quote(client: httpx.Client) -> None:
    answer = client.post("/v1/ask", json={"question": REFUND, "id": "call-7"}).json()
    assert answer.keys() >= ANSWER_KEYS
    assert answer["id"] == "call-7"
    assert answer["outcome"] == "answered"
    (citation,) = answer["citations"]
    assert (citation["policy_id"], citation["label"]) == ("sh-aeo-2024", "第15条")
    source = client.get("/v1/policies/sh-aeo-2024").json()["source"]
    assert source[citation["start"] : citation["end"]] == citation["quote"]


def test_history_and_region_reach_the_assistant(client: httpx.Client) -> None:
    body = {"question": "那厦门呢", "history": [REFUND], "region": "厦门", "as_of": "2024-12-01"}
    answer = client.post("/v1/ask", json=body).json()
    assert answer["citations"][0]["policy_id"] == "xm-aeo-2024"
    assert answer["as_of"] == "2024-12-01"


@pytest.mark.parametrize(
    ("body", "field", "word"),
    [
        ({}, "question", "缺少"),
        ({"question": ""}, "question", "不能为空"),
        ({"question": " \n　"}, "question", "不能为空"),
        ({"question": "税" * 501}, "question", "500"),
        ({"question": 15}, "question", "文字"),
        ({"question": "税", "histroy": []}, "histroy", "没有这个字段"),
        ({"question": "税", "history": ["税"] * 21}, "history", "20"),
        ({"question": "税", "history": ["税", ""]}, "history[1]", "不能为空"),
        ({"question": "税", "history": "税"}, "history", "列表"),
        ({"question": "税", "as_of": "昨天"}, "as_of", "2024-01-15"),
        ({"question": "税", "id": ""}, "id", "不能为空"),
        (["税"], "请求体", "JSON 对象"),
    ],
)
def test_a_bad_field_is_named(client: httpx.Client, body: Any, field: str, word: str) -> None:
    response = client.post("/v1/ask", json=body)
    problem = response.json()
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    assert problem["title"] == "请求内容有误"
    assert [error["field"] for error in problem["errors"]] == [field]
    assert word in problem["errors"][0]["detail"]
    assert problem["detail"].startswith(f"{field}：")
    assert problem["instance"] == "/v1/ask"
    assert problem["request_id"] == response.headers["x-request-id"]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b'{"question": "\xe7\xa8\x8e"', "JSON"),
        (b'{"question": "\\ud800"}', "Unicode"),
        (b"", "缺少"),
    ],
)
def test_a_body_that_is_no_json_object_is_a_problem(
    client: httpx.Client, content: bytes, word: str
) -> None:
    headers = {"content-type": "application/json"}
    response = client.post("/v1/ask", content=content, headers=headers)
    assert response.status_code == 422
    assert word in response.json()["detail"]


def test_bytes_that_are_no_text_are_a_problem(client: httpx.Client) -> None:
    headers = {"content-type": "application/json"}
    response = client.post("/v1/ask", content=b'{"question": "\xff\xfe"}', headers=headers)
    assert response.status_code == 400
    assert response.json()["title"] == "请求有误"


def test_another_content_type_is_told_which_is_right(client: httpx.Client) -> None:
    response = client.post("/v1/ask", content=json.dumps({"question": REFUND}))
    assert response.status_code == 422
    assert "application/json" in response.json()["detail"]


def test_an_unknown_region_lists_what_is_known(client: httpx.Client) -> None:
    response = client.post("/v1/ask", json={"question": REFUND, "region": "火星"})
    problem = response.json()
    assert response.status_code == 422
    assert "火星" in problem["detail"]
    assert problem["errors"][0]["field"] == "region"
    assert problem["known_regions"] == ["上海市", "厦门市", "全国"]


def test_the_longest_allowed_request_passes_and_a_longer_body_is_413(client: httpx.Client) -> None:
    allowed = {"question": "税" * 500, "history": ["税" * 500] * 20}
    assert client.post("/v1/ask", json=allowed).status_code == 200
    response = client.post("/v1/ask", json={"question": "税", "history": ["税" * 500] * 200})
    assert response.status_code == 413
    assert response.json()["title"] == "请求体过大"


def test_a_chunked_body_is_limited_too(client: httpx.Client) -> None:
    headers = {"content-type": "application/json"}
    chunks = (b" " * 65536 for _ in range(20))
    response = client.post("/v1/ask", content=chunks, headers=headers)
    assert response.status_code == 413
    assert response.headers["content-type"] == "application/problem+json"


def test_a_wrong_method_names_the_right_one(client: httpx.Client) -> None:
    response = client.get("/v1/ask")
    assert response.status_code == 405
    assert response.headers["allow"] == "POST"
    assert "POST" in response.json()["detail"]


def test_an_unknown_address_is_a_problem(client: httpx.Client) -> None:
    response = client.get("/v1/nowhere")
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert "/v1/nowhere" in response.json()["detail"]


def test_a_callers_request_id_is_kept_when_harmless(client: httpx.Client) -> None:
    kept = client.get("/healthz", headers={"x-request-id": "ticket-42"})
    replaced = client.get("/healthz", headers={"x-request-id": "a b\tc"})
    assert kept.headers["x-request-id"] == "ticket-42"
    assert len(replaced.headers["x-request-id"]) == 32


def test_no_foreign_origin_is_let_in(client: httpx.Client) -> None:
    headers = {"origin": "https://example.com", "access-control-request-method": "POST"}
    for path in ("/v1/ask", "/console/gradio_api/queue/join"):
        preflight = client.options(path, headers=headers)
        assert "access-control-allow-origin" not in preflight.headers


def test_many_questions_at_once_each_get_their_own_answer(client: httpx.Client) -> None:
    def asked(number: int) -> tuple[str, str]:
        place = ("上海", "厦门")[number % 2]
        body = {"question": f"{place}AEO企业出口退税平均几天办完", "id": str(number)}
        answer = client.post("/v1/ask", json=body).json()
        return answer["id"], answer["citations"][0]["policy_id"]

    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(asked, range(48)))
    wanted = [(str(n), ("sh-aeo-2024", "xm-aeo-2024")[n % 2]) for n in range(48)]
    assert answers == wanted


@pytest.mark.parametrize("region", ["浦东新区", "思明区", "海沧区", "厦门市海沧区"])
def test_a_district_is_a_region(client: httpx.Client, region: str) -> None:
    asked = {"question": "出口退税平均几天办完", "region": region}
    assert client.post("/v1/ask", json=asked).status_code == 200
