"""Questions are compared by their characters, rare pairs counting more."""

from __future__ import annotations

import numpy as np
import pytest

from index.likeness import Likeness

KNOWN = ("退税几天能到账", "退税要哪些材料", "落户几天能办好", "港口收费在哪查")


def compared(text: str, *others: str, known: tuple[str, ...] = KNOWN) -> list[float]:
    found: list[float] = Likeness(known, others).asked(text)[1].tolist()
    return found


def test_the_same_text_is_fully_alike_whatever_its_form() -> None:
    assert compared("退税几天能到账", "退税几天能到账") == pytest.approx([1.0], abs=1e-4)
    assert compared("退税几天能到账", "退稅 几天能到账")[0] > 0.5


def test_wording_tells_apart_what_has_one_subject() -> None:
    time, forms = compared("退税几天办好", *KNOWN[:2])
    assert time > forms > 0


def test_rare_pairs_count_more() -> None:
    known = ("我们公司能办吗",) * 50 + ("汇总征税能办吗",)
    common, rare = compared("我们公司汇总", "我们公司能", "汇总能", known=known)
    assert rare > common


def test_a_pair_said_twice_counts_twice() -> None:
    once, twice = compared("退税", "退税几天到账", "退税退税几天")
    assert twice > once


def test_groups_may_be_empty_and_texts_too() -> None:
    assert compared("退税") == []
    blank, told = compared("退税", "", "退税")
    assert blank < told
    assert np.isfinite(compared("", *KNOWN)).all()
    assert compared("退税", "退税", known=()) == pytest.approx([1.0], abs=1e-4)
