"""No planted fault gets past the verifier: every third sentence of the five policies, each kind."""

from __future__ import annotations

from collections import Counter

import pytest

from assistant.model import Evidence
from assistant.verification import verify
from assistant.verification.fold import fold, fold_names
from tests.support.planted_faults import (
    CHANGES,
    Fault,
    broken,
    invented,
    misattributed,
    sentences,
    spliced,
)
from tests.support.policies import evidence, honest


def _truths() -> list[tuple[str, Evidence]]:
    """Sentences of the articles, and hand-written ones; of the head only whole sentences."""
    told = [
        (text, one)
        for one in evidence().values()
        for text in sentences(one)
        if one.article.number or text.endswith(("。", "；"))
    ]
    written = [
        (row["sentence"], evidence()[row["articles"][0]])
        for row in honest("tune") + honest("report")
        if len(row["articles"]) == 1
    ]
    return [
        (text, one)
        for text, one in told + written
        if verify(f"{text.rstrip('。；')}[A1]。", {"A1": one}).holds
    ]


def _says(one: Evidence, text: str) -> bool:
    return fold_names(fold(text)).rstrip("。;") in fold_names(fold(one.article.text))


def _faults(text: str, one: Evidence, i: int) -> list[Fault]:
    articles = list(evidence().values())
    picked = (articles[(i * step + i % 7 + 1) % len(articles)] for step in (7, 13, 31))
    others = [other for other in picked if other is not one and not _says(other, text)]
    found = [*broken(text, one), *misattributed(text, one, others), *invented(text, one, i)]
    return found + (list(spliced(text, one, others[0])) if others else [])


@pytest.mark.parametrize("part", range(3))
def test_no_planted_fault_gets_through(part: int) -> None:
    planted: Counter[str] = Counter()
    through: list[tuple[str, str]] = []
    for i, (text, one) in enumerate(_truths()[part::12]):
        for fault in _faults(text, one, i):
            planted[fault.kind] += 1
            if verify(fault.sentence, fault.tokens).holds:
                through.append((fault.kind, fault.sentence))
    assert not through
    assert planted.total() >= 500
    assert len(planted) >= len(CHANGES) + 2, planted
