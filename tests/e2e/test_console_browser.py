"""The console and the policy pages in a real browser, as an agent uses them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from live_server import CHROMIUM, Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"没有浏览器 {CHROMIUM}")

SHANGHAI = "上海AEO企业出口退税平均几天办完"
BOX = "#question textarea"
ANSWERED = "#current .verdict"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, server: Served) -> Iterator[Page]:
    """A page that fails the test when it asks anyone but the server, or reports an error."""
    context = browser.new_context(viewport={"width": 1280, "height": 860}, locale="zh-CN")
    page = context.new_page()
    strangers: list[str] = []
    faults: list[str] = []
    local = (server.base, "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(local) else strangers.append(r.url))
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert strangers == []
    assert faults == []


@pytest.fixture
def console(page: Page, server: Served) -> Page:
    server.wait_for("/console/")
    page.goto(f"{server.base}/")
    page.wait_for_selector(BOX, timeout=30_000)
    return page


def ask(console: Page, question: str) -> None:
    console.fill(BOX, question)
    console.press(BOX, "Enter")
    shown(console, question)


def shown(console: Page, question: str) -> None:
    console.locator("#current .asked", has_text=question).wait_for(timeout=20_000)
    console.wait_for_selector(ANSWERED, timeout=20_000)


def test_a_question_shows_its_answer_and_the_cited_article_beside_it(console: Page) -> None:
    ask(console, SHANGHAI)
    assert "2个工作日" in console.inner_text("#current .reply")
    source = console.locator("#sources .source").first
    assert "第15条" in source.inner_text()
    assert "沪商通关〔2024〕4号" in source.inner_text()
    assert "2个工作日" in source.locator("mark").first.inner_text()
    assert "市税务局" in source.locator(".units").inner_text()
    assert console.input_value(BOX) == ""


def test_a_follow_up_keeps_the_conversation_and_earlier_turns_come_back(console: Page) -> None:
    ask(console, SHANGHAI)
    ask(console, "那厦门呢")
    assert "3个工作日" in console.inner_text("#current .reply")
    assert "厦外贸外资专班" in console.inner_text("#sources")
    console.click(f"#further button:has-text('{SHANGHAI}')")
    shown(console, SHANGHAI)
    assert "沪商通关〔2024〕4号" in console.inner_text("#sources")
    console.click("#fresh")
    console.wait_for_selector("#current .welcome")
    assert console.locator("#further button").count() == 0


def test_an_example_is_asked_with_one_click(console: Page) -> None:
    example = console.locator("#current .ask").first
    question = example.inner_text()
    example.click()
    shown(console, question)
    assert console.locator("#sources .source").count() >= 1


def test_the_region_narrows_the_answer(console: Page) -> None:
    console.click("#region input")
    console.click("[role=option]:has-text('厦门市')")
    ask(console, "AEO企业出口退税平均几天办完")
    assert "3个工作日" in console.inner_text("#current .reply")
    assert "上海" not in console.inner_text("#sources")


def test_a_refusal_says_what_to_do_next(console: Page) -> None:
    ask(console, "红烧肉怎么做")
    assert console.locator("#current .outcome-answered").count() == 0
    assert "12345" in console.inner_text("#current")
    assert console.locator("#sources .source").count() == 0


def test_markup_in_a_question_stays_text(console: Page) -> None:
    hostile = "<img src=x onerror=alert(1)> {{value}} ${1+1} 退税"
    ask(console, hostile)
    assert hostile in console.inner_text("#current .asked")
    assert console.locator("#current img").count() == 0


def test_a_blank_question_is_not_asked(console: Page) -> None:
    console.fill(BOX, "   ")
    console.press(BOX, "Enter")
    console.wait_for_timeout(500)
    assert console.locator("#current .welcome").count() == 1


def test_enter_that_picks_a_candidate_does_not_send(console: Page) -> None:
    """Typed through Chromium's own input method interface, as a Chinese keyboard does."""
    console.fill(BOX, "上海AEO出口")
    keyboard = console.context.new_cdp_session(console)
    composed = {"text": "tuishui", "selectionStart": 7, "selectionEnd": 7}
    keyboard.send("Input.imeSetComposition", composed)
    enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229, "text": "\r"}
    keyboard.send("Input.dispatchKeyEvent", {"type": "keyDown", **enter})
    keyboard.send("Input.insertText", {"text": "退税"})
    keyboard.send("Input.dispatchKeyEvent", {"type": "keyUp", **enter})
    console.wait_for_timeout(1000)
    assert console.input_value(BOX) == "上海AEO出口退税"
    assert console.locator("#current .welcome").count() == 1
    console.press(BOX, "Enter")
    shown(console, "上海AEO出口退税")


def test_the_answer_can_be_copied_with_its_source(console: Page) -> None:
    console.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(console, SHANGHAI)
    console.click("#current .tool")
    console.wait_for_selector("#current .tool:has-text('已复制')")
    copied = console.evaluate("navigator.clipboard.readText()")
    assert "2个工作日" in copied
    assert "（沪商通关〔2024〕4号）第15条" in copied


def test_a_marker_leads_to_its_quote(console: Page) -> None:
    ask(console, SHANGHAI)
    console.click("#current a.marker >> nth=0")
    console.wait_for_selector("#source-1.flash, .source.flash")


def test_the_source_opens_on_its_page_with_the_quote_marked(console: Page, server: Served) -> None:
    ask(console, SHANGHAI)
    address = console.get_attribute("#sources footer a >> nth=0", "href")
    assert address is not None
    console.goto(server.base + address)
    mark = console.locator("#article-15 mark").first
    assert "2个工作日" in console.inner_text("#article-15")
    assert mark.is_visible()
    box = mark.bounding_box()
    assert box is not None
    assert 0 < box["y"] < 860


@pytest.mark.parametrize("path", ["/console/", "/policies", "/policies/sh-aeo-2024"])
def test_a_phone_shows_it_without_scrolling_sideways(
    browser: Browser, server: Served, path: str
) -> None:
    server.wait_for("/console/")
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
    page = context.new_page()
    page.goto(server.base + path)
    if path == "/console/":
        page.wait_for_selector(BOX)
        ask(page, SHANGHAI)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_the_contents_lead_to_their_articles(page: Page, server: Served) -> None:
    page.goto(f"{server.base}/policies/gacc-aeo-2024")
    page.click(".toc a:has-text('（十七）')")
    page.wait_for_function("location.hash === '#article-17'")
    page.wait_for_selector(".toc a[aria-current]:has-text('（十七）'), #article-17:target")


def test_the_interface_description_opens_offline(page: Page, server: Served) -> None:
    page.goto(f"{server.base}/docs")
    page.get_by_text("/v1/ask/stream").first.wait_for()
