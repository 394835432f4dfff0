"""``/openapi.json``: complete, Chinese, and true of what is sent."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def schema(client: httpx.Client) -> dict[str, Any]:
    described: dict[str, Any] = client.get("/openapi.json").json()
    return described


def test_every_operation_is_described_in_chinese(schema: dict[str, Any]) -> None:
    operations = [
        (path, operation) for path, item in schema["paths"].items() for operation in item.values()
    ]
    assert {path for path, _ in operations} == {
        "/v1/ask",
        "/v1/ask/stream",
        "/v1/policies",
        "/v1/policies/{policy_id}",
        "/v1/policies/{policy_id}/articles/{article}",
        "/healthz",
        "/readyz",
    }
    for path, operation in operations:
        assert CHINESE.search(operation["summary"]), path
        assert CHINESE.search(operation["description"]), path
        assert operation["tags"], path


def test_every_model_and_field_is_described_in_chinese(schema: dict[str, Any]) -> None:
    bare = [
        f"{name}.{field}"
        for name, model in schema["components"]["schemas"].items()
        for field, one in {"": model, **model.get("properties", {})}.items()
        if not CHINESE.search(one.get("description", "")) and not (field and "$ref" in one)
    ]
    assert bare == []


def test_errors_are_described_as_problems(schema: dict[str, Any]) -> None:
    for path in ("/v1/ask", "/v1/ask/stream"):
        responses = schema["paths"][path]["post"]["responses"]
        for status in ("413", "422", "503"):
            assert list(responses[status]["content"]) == ["application/problem+json"]
    assert "HTTPValidationError" not in schema["components"]["schemas"]


def test_the_answer_sent_is_the_answer_described(
    client: httpx.Client, schema: dict[str, Any]
) -> None:
    answer = client.post("/v1/ask", json={"question": "上海AEO企业出口退税平均几天办完"}).json()
    models = schema["components"]["schemas"]
    assert answer.keys() == models["Answer"]["properties"].keys()
    assert answer["citations"][0].keys() == models["Citation"]["properties"].keys()


def test_the_examples_are_accepted(client: httpx.Client, schema: dict[str, Any]) -> None:
    examples = schema["components"]["schemas"]["AskRequest"]["examples"]
    assert len(examples) >= 3
    for example in examples:
        assert client.post("/v1/ask", json=example).status_code == 200
