"""The report in a real browser: it fits, it filters, it asks nothing of the network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from eval import evaluation
from eval.evaluation import Evaluation
from eval.metrics import evaluators
from eval.report.files import write_report
from eval.report.page import Peer
from eval.results import Record
from eval.scoring import score
from tests.unit.eval.making import answer, case, citation, refs, refusal

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM.is_file(), reason="no chromium at /usr/bin/chromium")

CASES = (
    case(id="right"),
    case(id="missing", type="list", question="有哪些？", gold=refs(("xm-aeo-2024", 14))),
    case(id="refused", type="comparison", question="比一比？"),
)


@pytest.fixture(scope="module")
def page(tmp_path_factory, library) -> Iterator[object]:
    from playwright.sync_api import sync_playwright  # heavy, and only where there is a browser

    folder = evaluation.start(
        tmp_path_factory.mktemp("r") / "run", answerer="政问", gold=Path("g.jsonl"), cases=CASES
    )
    given = answer("2个工作日[1]", [citation(library, ("sh-aeo-2024", 15))])
    records = {
        "right": Record(case_id="right", answer=given, wall_ms=4.0),
        "missing": Record(case_id="missing", answer=given, wall_ms=4.0),
        "refused": Record(case_id="refused", answer=refusal(), wall_ms=4.0),
    }
    run = Evaluation(folder.info(), folder, score(CASES, records, evaluators(library)))
    html, _ = write_report(run, library, Peer("对照", run.scores))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = browser.new_page()
        opened.problems = []
        opened.on("pageerror", lambda error: opened.problems.append(str(error)))
        opened.on("request", lambda request: opened.problems.append(request.url))
        opened.goto(html.as_uri())
        opened.problems.remove(html.as_uri())
        yield opened
        browser.close()


def shown(page) -> list[str]:
    return [one.inner_text() for one in page.locator(".case:not([hidden]) code").all()]


def choose(page, **fields: str) -> None:
    for name, value in {"state": "all", "kind": "", "metric": "", **fields}.items():
        page.locator(f"[name={name}]").select_option(value)


def test_it_opens_on_the_failed_cases_and_asks_nothing_of_the_network(page) -> None:
    assert shown(page) == ["missing", "refused"]
    assert page.problems == []


def test_it_filters_by_state_type_metric_and_words(page) -> None:
    choose(page)
    assert shown(page) == ["missing", "refused", "right"]
    choose(page, state="correct")
    assert shown(page) == ["right"]
    choose(page, kind="list")
    assert shown(page) == ["missing"]
    choose(page, metric="no_false_refusal")
    assert shown(page) == ["refused"]
    choose(page)
    page.locator("[name=words]").fill("比一比")
    assert shown(page) == ["refused"]
    page.locator("[name=words]").fill("")


def test_a_cell_of_the_table_leads_to_its_cases(page) -> None:
    page.locator('button[data-kind="list"][data-metric="citation_recall"]').click()
    assert shown(page) == ["missing"]


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_screen(page, width) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    choose(page)
    for one in page.locator(".case > summary").all():
        one.click()
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_light_and_dark_can_be_switched(page) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(paper)
    page.locator("#theme").click()
    assert page.evaluate(paper) != before
