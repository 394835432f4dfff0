"""The console when its server goes away and comes back: the call is kept and goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from live_server import CHROMIUM, Served, start, stop

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"没有浏览器 {CHROMIUM}")

SHANGHAI = "上海AEO企业出口退税平均几天办完"
FOLLOW_UP = "那厦门呢"
BOX = "#question textarea"
ANSWERED = "#current .verdict"
# The page looks for its server every five seconds.
NOTICED = 20_000


@pytest.fixture
def mortal(seed_index: Path, tmp_path: Path) -> Iterator[Served]:
    """A server of this test's own, which it may stop."""
    served = start(tmp_path / "log", seed_index, "--port", "0")
    try:
        served.wait_for("/console/", 120)
        yield served
    finally:
        stop(served)


@pytest.fixture
def seat(mortal: Served) -> Iterator[Page]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        page = browser.new_page(locale="zh-CN")
        page.goto(f"{mortal.base}/console/")
        page.wait_for_selector(BOX, timeout=30_000)
        yield page
        browser.close()


def ask(seat: Page, question: str) -> None:
    seat.fill(BOX, question)
    seat.press(BOX, "Enter")
    seat.locator("#current .asked", has_text=question).wait_for(timeout=20_000)
    seat.wait_for_selector(ANSWERED, timeout=20_000)


def test_a_call_goes_on_after_the_server_was_restarted(
    seat: Page, mortal: Served, seed_index: Path, tmp_path: Path
) -> None:
    ask(seat, SHANGHAI)
    seat.wait_for_function("sessionStorage.getItem('zhengwen-call')?.length > 2")
    stop(mortal)
    seat.wait_for_selector("#lost", timeout=NOTICED)
    assert "连接已断开" in seat.inner_text("#lost")
    assert "2个工作日" in seat.inner_text("#current .reply")
    seat.fill(BOX, FOLLOW_UP)
    port = mortal.base.rpartition(":")[2]
    again = start(tmp_path / "again", seed_index, "--port", port)
    try:
        again.wait_for("/console/", 120)
        seat.wait_for_selector("#lost", state="detached", timeout=NOTICED)
        seat.locator("#current .asked", has_text=SHANGHAI).wait_for(timeout=NOTICED)
        assert "沪商通关〔2024〕4号" in seat.inner_text("#sources")
        seat.wait_for_function(
            f"document.querySelector('{BOX}')?.value === '{FOLLOW_UP}'", timeout=NOTICED
        )
        ask(seat, FOLLOW_UP)
        assert "3个工作日" in seat.inner_text("#current .reply")
        assert seat.locator(f"#further button:has-text('{SHANGHAI}')").count() == 1
    finally:
        stop(again)
