"""The page and the JSON of a run: whole, self-contained, and safe."""

from __future__ import annotations

import json
import re

import pytest
from rich.console import Console

from eval import evaluation
from eval.evaluation import Evaluation
from eval.metrics import evaluators
from eval.report import console as tables
from eval.report.data import report_data
from eval.report.files import write_report
from eval.report.page import Peer, render
from eval.results import Record
from eval.scoring import score
from tests.unit.eval.making import answer, case, citation, refs, refusal

HOSTILE = "<script>alert(1)</script>“&"
CASES = (
    case(id="right"),
    case(id="wrong", type="list", question=HOSTILE, gold=refs(("xm-aeo-2024", 14)), history=("先前",)),
    case(id="refused", type="comparison", question="比？"),
    case(id="broken", question="坏？"),
)  # fmt: skip


@pytest.fixture
def run(tmp_path, library) -> Evaluation:
    folder = evaluation.start(
        tmp_path / "run", answerer="政问", gold=tmp_path / "g.jsonl", cases=CASES
    )
    given = answer(
        "2个工作日[1]", [citation(library, ("sh-aeo-2024", 15))], timings_ms={"total": 3.0}
    )
    records = {
        "right": Record(case_id="right", answer=given, wall_ms=4.0),
        "wrong": Record(case_id="wrong", answer=given.model_copy(update={"answer": HOSTILE})),
        "refused": Record(case_id="refused", answer=refusal()),
        "broken": Record(case_id="broken", error="ValueError: 坏"),
    }
    return Evaluation(folder.info(), folder, score(CASES, records, evaluators(library)))


def test_the_page_needs_nothing_beside_it(run, library) -> None:
    page = render(run, library, Peer("对照", run.scores))
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?!#)|url\(|@import|https?://""", page)
    assert page.count("<script>") == 1


def test_every_failed_case_is_told_whole(run, library) -> None:
    page = render(run, library)
    for told in (
        "漏引：xm-aeo-2024#14",
        "有依据，却拒答（no_basis）",
        "ValueError: 坏",
        "此前问：先前",
    ):
        assert told in page
    assert page.count('<details class="case wrong"') == 3
    assert page.count('<details class="case right"') == 1
    assert 'data-low="' in page


def test_what_is_asked_and_answered_is_escaped(run, library) -> None:
    page = render(run, library)
    assert HOSTILE not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_the_json_holds_the_means_and_every_case(run, library) -> None:
    _, path = write_report(run, library)
    data = json.loads(path.read_text("utf-8"))
    assert data == json.loads(json.dumps(report_data(run, library), ensure_ascii=False))
    assert data["summary"]["全部"]["correct"] == {
        "mean": 0.25,
        "low": 0.0,
        "high": 0.75,
        "count": 4,
    }
    assert data["latency_ms"]["全部"]["total"]["p50"] == 3.0
    assert data["outcomes"]["全部"] == {"answered": 2, "unanswerable/no_basis": 1, "error": 1}
    by_id = {one["id"]: one for one in data["cases"]}
    assert by_id["right"]["got"]["citations"][0]["standing"] == "gold"
    assert by_id["wrong"]["got"]["citations"][0]["standing"] == "surplus"
    assert by_id["broken"]["got"] is None


@pytest.mark.parametrize("width", [80, 160])
def test_the_console_table_fits_its_width(run, width, capsys) -> None:
    tables.show(run.scores, Console(width=width, color_system=None))
    out = capsys.readouterr().out
    assert "…" not in out.split("全部用例")[0]
    assert "未全对 3 例，共 4 例" in out
