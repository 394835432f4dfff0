"""The console while an answer is still being written, in a real browser over a slow assistant."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_assistant import SmallAssistant
from web_server import served

from api.app import create_app
from assistant.answer import Question, StreamEvent
from assistant.settings import Settings
from corpus import PolicyStore

CHROMIUM = Path("/usr/bin/chromium")
BOX = "#question textarea"


class Slow(SmallAssistant):
    """Hands its events out one by one, half a second each."""

    def stream(self, question: Question) -> Iterator[StreamEvent]:
        for event in super().stream(question):
            time.sleep(0.5)
            yield event


@pytest.mark.skipif(not CHROMIUM.exists(), reason=f"没有浏览器 {CHROMIUM}")
def test_what_is_typed_and_sent_meanwhile_is_neither_wiped_nor_lost(store: PolicyStore) -> None:
    from playwright.sync_api import sync_playwright

    with served(create_app(lambda _: Slow(store), Settings())) as client, sync_playwright() as pw:
        while client.get("/console/").status_code != 200:
            time.sleep(0.2)
        browser = pw.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{client.base_url}/console/")
        page.fill(BOX, "上海AEO企业出口退税平均几天办完")
        page.press(BOX, "Enter")
        page.wait_for_selector("#current .working")
        page.wait_for_function(f"document.querySelector('{BOX}').value === ''")
        page.type(BOX, "那厦门呢")
        page.press(BOX, "Enter")
        page.locator("#current .asked", has_text="那厦门呢").wait_for()
        page.wait_for_selector("#current .verdict")
        assert "厦外贸外资专班" in page.inner_text("#sources")
        assert page.locator("#further [data-show]").count() == 1
        browser.close()
