from __future__ import annotations

import pytest

from assistant.verification.tokens import pieces, strangers, without_tokens


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("上海2年[A1]，厦门1年[A2]。", [("上海2年", ("A1",)), ("，厦门1年。", ("A2",))]),
        ("都是5年[A1][A2]。", [("都是5年。", ("A1", "A2"))]),
        ("都是5年【A1】、［ａ２］。", [("都是5年。", ("A1", "A2"))]),
        ("都是5年[A1，A2、A10]", [("都是5年", ("A1", "A2", "A10"))]),
        ("先说[A1]，再补一句。", [("先说", ("A1",)), ("，再补一句。", ("A1",))]),
        ("没有编号。", []),
        ("A类（A1）不是编号。", []),
    ],
)
def test_words_belong_to_the_tokens_after_them(
    sentence: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(piece.text, piece.tokens) for piece in pieces(sentence)] == expected


@pytest.mark.parametrize(
    "mark", ["[1]", "【来源2】", "[资料]", "[^1]", "[B2]", "［注3］", "[source]"]
)
def test_other_marks_in_brackets_are_strangers(mark: str) -> None:
    assert strangers(f"2个工作日内[A1]{mark}。")


def test_a_reader_sees_no_tokens() -> None:
    assert without_tokens("2个工作日内[A1]。【A2】") == "2个工作日内。"
