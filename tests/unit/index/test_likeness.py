"""Questions are compared by their characters, rare pairs counting more."""

from __future__ import annotations

import numpy as np
import pytest

from index.likeness import Likeness

KNOWN = ("退税几天能到账", "退税要哪些材料", "落户几天能办好", "港口收费在哪查")


@pytest.fixture
def likeness() -> Likeness:
    return Likeness(KNOWN)


def test_the_same_text_is_fully_alike_whatever_its_form(likeness: Likeness) -> None:
    (found,) = likeness.of(
        "退税几天能到账", [likeness.lines(["退稅 几天能到账", "退税几天能到账"])]
    )
    assert found[1] == pytest.approx(1.0, abs=1e-4)
    assert found[0] > 0.5


def test_wording_tells_apart_what_has_one_subject(likeness: Likeness) -> None:
    time, forms = likeness.of(
        "退税几天办好", [likeness.lines(KNOWN[:1]), likeness.lines(KNOWN[1:2])]
    )
    assert time[0] > forms[0] > 0


def test_rare_pairs_count_more() -> None:
    likeness = Likeness(["我们公司能办吗"] * 50 + ["汇总征税能办吗"])
    common, rare = likeness.of(
        "汇总征税", [likeness.lines(["汇总公司"]), likeness.lines(["征税公司"])]
    )
    assert np.isfinite([*common, *rare]).all()
    (asked,) = likeness.of("我们公司汇总", [likeness.lines(["我们公司能", "汇总能"])])
    assert asked[1] > asked[0]


def test_groups_may_be_empty_and_texts_too(likeness: Likeness) -> None:
    none, blank = likeness.of("退税", [likeness.lines([]), likeness.lines(["", "退税"])])
    assert none.shape == (0,)
    assert blank[0] < blank[1]
    (nothing,) = likeness.of("", [likeness.lines(KNOWN)])
    assert np.isfinite(nothing).all()
    assert Likeness([]).of("退税", [Likeness([]).lines(["退税"])])[0][0] == pytest.approx(
        1.0, abs=1e-4
    )
