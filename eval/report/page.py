"""The report as one HTML file that needs nothing beside it: no network, no script to be read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from eval.cases import type_name
from eval.evaluation import Evaluation
from eval.library import Library
from eval.matching import contains_any
from eval.metrics import Family
from eval.report.charts import histogram, interval_strip
from eval.report.data import case_data, outcome, outcomes
from eval.scoring import ALL, CaseScore, Scores
from eval.statistics import Estimate

TEMPLATES = Path(__file__).with_name("templates")
HEADLINE = (
    "correct",
    "articles_delivered",
    "facts_delivered",
    "citation_precision",
    "refusal_recall",
    "no_false_refusal",
)
FAMILIES = {
    Family.END_TO_END: "端到端",
    Family.CITATION: "引用",
    Family.CONTENT: "内容",
    Family.SCOPE: "地区与版本",
    Family.REFUSAL: "拒答",
}
OUTCOMES = {
    "answered": "作答",
    "partial": "部分作答",
    "clarification": "反问",
    "unanswerable": "无依据",
    "refused": "拒绝",
    "error": "出错",
}
REASONS = {
    "no_basis": "文件未规定",
    "not_specified": "未写具体数",
    "other_region": "别地规定",
    "expired": "已失效",
    "no_such_article": "无此条款",
    "off_topic": "题外",
    "injection": "注入",
    "abuse": "辱骂",
    "empty": "空",
    "too_long": "过长",
    "internal": "内部错误",
}
STANDINGS = {"gold": "应引", "acceptable": "可引", "surplus": "多引"}
_MARKER = re.compile(r"\[(\d{1,3})\]")


@dataclass(frozen=True, slots=True)
class Peer:
    """Another run on the same questions, shown beside this one."""

    label: str
    scores: Scores


def render(run: Evaluation, library: Library, peer: Peer | None = None) -> str:
    """The whole page."""
    scores = run.scores
    walls = [one.record.wall_ms for one in scores.cases if not one.record.failed]
    return (
        _environment()
        .get_template("report.html")
        .render(
            run=run.info,
            scores=scores,
            peer=peer,
            kinds=(*scores.types, ALL),
            all=ALL,
            families=[(label, _of_family(scores, family)) for family, label in FAMILIES.items()],
            headline=[one for one in scores.metrics if one.name in HEADLINE],
            latency=scores.latencies()["wall"],
            histogram=histogram(walls),
            outcomes={kind: outcomes(scores, kind) for kind in (*scores.types, ALL)},
            cases=[_shown(one, library) for one in _worst_first(scores.cases)],
            failed=sum(not one.correct for one in scores.cases),
            style=Markup((TEMPLATES / "report.css").read_text("utf-8")),
            script=Markup((TEMPLATES / "report.js").read_text("utf-8")),
            strip=interval_strip,
            estimate_of_peer=lambda metric, kind=ALL: _peers(peer, metric, kind),
        )
    )


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        percent=percent,
        type_name=type_name,
        outcome_words=outcome_words,
        standing_words=STANDINGS.__getitem__,
        answer_html=answer_html,
    )
    return environment


def _of_family(scores: Scores, family: Family) -> list[Any]:
    return [
        one
        for one in scores.metrics
        if one.family is family and scores.estimate(one.name) is not None
    ]


def _peers(peer: Peer | None, metric: str, kind: str) -> Estimate | None:
    return peer.scores.estimate(metric, kind) if peer else None


def _worst_first(cases: Iterable[CaseScore]) -> list[CaseScore]:
    """Failed cases first, each group in the order of the gold file."""
    return sorted(cases, key=lambda one: one.correct)


def _shown(one: CaseScore, library: Library) -> dict[str, Any]:
    """A case's data with what the page needs to filter and mark it."""
    data = case_data(one, library)
    text = data["got"]["answer"] if data["got"] else ""
    cited = one.record.cited
    return data | {
        "outcome": outcome(one.record),
        "low": [name for name, judged in one.judgements.items() if judged.value < 1],
        "facts": [
            {"forms": forms, "found": contains_any(text, forms)} for forms in one.case.must_include
        ],
        "forbidden": [
            {"form": form, "found": contains_any(text, [form])}
            for form in one.case.must_not_include
        ],
        "missed": {f"{policy}#{number}" for policy, number in one.case.gold_keys - cited},
    }


def percent(value: float) -> str:
    """``93.4``, ``100``: a share in percent without its sign."""
    return f"{value * 100:.0f}" if value in (0, 1) else f"{value * 100:.1f}"


def outcome_words(name: str) -> str:
    """The Chinese of ``outcome/reason``."""
    kind, _, reason = name.partition("/")
    words = OUTCOMES.get(kind, kind)
    return f"{words}·{REASONS.get(reason, reason)}" if reason else words


def answer_html(text: str) -> Markup:
    """Answer text, its markers set small."""
    marked = _MARKER.sub(r"<sup>\1</sup>", str(escape(text)))
    # All of the answer's own text has been escaped above.
    return Markup(marked)
