"""The report's two files beside the run's records."""

from __future__ import annotations

import json
from pathlib import Path

from eval.evaluation import Evaluation
from eval.library import Library
from eval.report.data import report_data
from eval.report.page import Peer, render


def write_report(run: Evaluation, library: Library, peer: Peer | None = None) -> tuple[Path, Path]:
    """Write ``report.html`` and ``report.json`` into the run's folder."""
    page, data = run.folder.path / "report.html", run.folder.path / "report.json"
    page.write_text(render(run, library, peer), "utf-8")
    data.write_text(json.dumps(report_data(run, library), ensure_ascii=False, indent=1), "utf-8")
    return page, data
