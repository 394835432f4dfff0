from __future__ import annotations

import pytest

from assistant.generation.reply import Reply


def _heard(text: str, size: int) -> tuple[list[str], str]:
    reply = Reply()
    found = [s for i in range(0, len(text), size) for s in reply.feed(text[i : i + size])]
    return found + reply.end(), reply.text.strip()


@pytest.mark.parametrize("size", [1, 2, 4, 7, 1000])
@pytest.mark.parametrize(
    "text",
    [
        "<think>B类3年。[A1]\n想一想</think>\n2个工作日内。[A1]",
        "<thinking>甲</thinking>2个工作日内。[A1]<think>再想</think>",
        "没有开头的想法，B类3年。</think>2个工作日内。[A1]",
        "2个工作日内。[A1]<think>没有想完",
        "<THINK>甲</THINK>2个工作日内。[A1]",
    ],
)
def test_thoughts_are_not_answers(text: str, size: int) -> None:
    sentences, said = _heard(text, size)
    assert sentences[-1] == "2个工作日内。[A1]"
    assert said == "2个工作日内。[A1]"


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_a_lone_angle_bracket_is_kept(size: int) -> None:
    assert _heard("比例 < 5% 的<企业>。[A1]", size)[0] == ["比例 < 5% 的<企业>。[A1]"]


def test_a_reply_that_only_declines_says_so() -> None:
    reply = Reply()
    reply.feed("<think>没有</think>无依据。")
    reply.end()
    assert reply.declines
