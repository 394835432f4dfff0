"""Refusing: what has no answer is refused, what has one is not, each kind by itself."""

from __future__ import annotations

from eval.cases import type_name
from eval.components.model import Check, Material, share
from eval.metrics.refusals import REASONS
from eval.runner import run_cases


def refusal(material: Material) -> tuple[Check, ...]:
    """Refusals and reasons by type over the unanswerable cases, false refusals over the others."""
    records = {one.case_id: one for one in run_cases(material.cases, material.assistant)}
    asked = [(case, records[case.id]) for case in material.cases]
    silent = [(case, record) for case, record in asked if not case.answerable]
    kinds = dict.fromkeys(case.type for case, _ in silent)
    refused = [
        share(
            f"该拒则拒：{type_name(kind)}",
            (
                (record.abstained, f"{case.id} {case.question[:30]}")
                for case, record in silent
                if case.type == kind
            ),
        )
        for kind in kinds
    ]
    reasons = share(
        "拒因恰当",
        (
            (
                record.answer.reason in REASONS[case.type],
                f"{case.id} {case.question[:30]}（{record.answer.reason}）",
            )
            for case, record in silent
            if record.abstained and record.answer and case.type in REASONS
        ),
    )
    false = share(
        "不误拒",
        (
            (record.given is not None, f"{case.id} {case.question[:30]}")
            for case, record in asked
            if case.answerable
        ),
    )
    return (*refused, reasons, false)
