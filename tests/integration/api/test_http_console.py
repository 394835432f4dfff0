"""The console's door over HTTP: what is open, what stays shut."""

from __future__ import annotations

import time

import httpx
import pytest


@pytest.fixture(scope="module")
def opened(client: httpx.Client) -> httpx.Client:
    deadline = time.monotonic() + 60
    while client.get("/console/").status_code != 200:
        assert time.monotonic() < deadline
        time.sleep(0.2)
    return client


def test_the_front_door_leads_to_the_console(opened: httpx.Client) -> None:
    response = opened.get("/")
    assert response.status_code == 307
    assert response.headers["location"] == "/console"
    assert opened.get("/", follow_redirects=True).status_code == 200


def test_the_console_is_a_page_of_ours(opened: httpx.Client) -> None:
    page = opened.get("/console/").text
    assert "政问 · 坐席台" in page
    assert "/static/console.css" in page


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/gradio_api/upload"),
        ("GET", "/gradio_api/file=/etc/passwd"),
        ("GET", "/gradio_api/proxy=https://example.com/"),
        ("GET", "/gradio_api/runs"),
        ("GET", "/monitoring"),
        ("POST", "/gradio_api/vibe-edit/"),
        ("POST", "/gradio_api/component_server"),
        ("POST", "/gradio_api/run/predict"),
    ],
)
def test_doors_the_page_does_not_need_stay_shut(
    opened: httpx.Client, method: str, path: str
) -> None:
    assert opened.request(method, f"/console{path}").status_code == 404


def test_the_browser_is_told_to_load_nothing_from_elsewhere(opened: httpx.Client) -> None:
    policy = opened.get("/console/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "connect-src 'self'" in policy
    assert "http" not in policy
