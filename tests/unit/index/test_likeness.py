"""Questions are compared by their characters, rare pairs counting more."""

from __future__ import annotations

import numpy as np
import pytest

from index.likeness import Likeness

KNOWN = ("退税几天能到账", "退税要哪些材料", "落户几天能办好", "港口收费在哪查")


@pytest.fixture
def likeness() -> Likeness:
    return Likeness(KNOWN)


def compared(likeness: Likeness, text: str, *others: str) -> list[float]:
    found: list[float] = likeness.asked(text).cosines(likeness.lines(others)).tolist()
    return found


def test_the_same_text_is_fully_alike_whatever_its_form(likeness: Likeness) -> None:
    spaced, same = compared(likeness, "退税几天能到账", "退稅 几天能到账", "退税几天能到账")
    assert same == pytest.approx(1.0, abs=1e-4)
    assert spaced > 0.5


def test_wording_tells_apart_what_has_one_subject(likeness: Likeness) -> None:
    time, forms = compared(likeness, "退税几天办好", *KNOWN[:2])
    assert time > forms > 0


def test_rare_pairs_count_more() -> None:
    likeness = Likeness(["我们公司能办吗"] * 50 + ["汇总征税能办吗"])
    common, rare = compared(likeness, "我们公司汇总", "我们公司能", "汇总能")
    assert rare > common


def test_groups_may_be_empty_and_texts_too(likeness: Likeness) -> None:
    assert compared(likeness, "退税") == []
    blank, told = compared(likeness, "退税", "", "退税")
    assert blank < told
    assert np.isfinite(compared(likeness, "", *KNOWN)).all()
    assert compared(Likeness([]), "退税", "退税") == pytest.approx([1.0], abs=1e-4)
