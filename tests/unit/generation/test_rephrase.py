from __future__ import annotations

import pytest

from assistant.generation.rephrase import accepted

HISTORY = ("上海AEO企业的B类工作许可有效期几年？",)


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("那厦门呢？", "厦门AEO企业的B类工作许可有效期几年？"),
        ("那厦门呢？", "“厦门AEO企业的B类工作许可有效期是几年？”"),
        ("那厦门呢？", "改写后的问题：厦门AEO企业B类工作许可有效期几年？\n"),
        ("哪个部门管？", "上海AEO企业的B类工作许可由哪个部门管？"),
        ("A类是5年吗？", "上海AEO企业的A类工作许可有效期是5年吗？"),
    ],
)
def test_a_question_made_of_the_turns_is_taken(question: str, reply: str) -> None:
    taken = accepted(reply, question, HISTORY)
    assert taken is not None
    assert "许可" in taken
    assert not taken.startswith(("“", "改写"))


@pytest.mark.parametrize(
    ("fault", "question", "reply"),
    [
        ("a figure from nowhere", "那厦门呢？", "厦门AEO企业的B类工作许可有效期是1年吗？"),
        ("a place from nowhere", "哪个部门管？", "上海和深圳AEO企业的B类工作许可由哪个部门管？"),
        ("the place is lost", "那厦门呢？", "AEO企业的B类工作许可有效期几年？"),
        ("the figure is lost", "是5年吗？", "上海AEO企业的B类工作许可有效期几年？"),
        ("a number from nowhere", "那厦门呢？", "厦门外资专班（2024）2号里B类工作许可有效期几年？"),
        ("a name from nowhere", "那厦门呢？", "厦门RCEP企业的B类工作许可有效期几年？"),
        (
            "an answer",
            "那厦门呢？",
            "厦门的外籍人才可以办理最长一年有效期的外国人工作许可证件，需市公安局批准",
        ),
        ("several lines", "那厦门呢？", "好的。\n厦门AEO企业的B类工作许可有效期几年？"),
        ("nothing", "那厦门呢？", " "),
        ("an essay", "那厦门呢？", "厦门AEO企业的B类工作许可有效期几年？" * 20),
        ("another matter", "那厦门呢？", "厦门今天的天气怎么样，适合去海边游玩吗？"),
    ],
)
def test_what_the_turns_do_not_say_is_refused(fault: str, question: str, reply: str) -> None:
    assert accepted(reply, question, HISTORY) is None, fault
