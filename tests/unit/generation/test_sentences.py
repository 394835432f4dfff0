from __future__ import annotations

import pytest

from assistant.generation.sentences import LONGEST_SENTENCE, SentenceSplitter, plain

REPLIES = {
    "token after the full stop": (
        "平均在2个工作日内。[A1]由市税务局负责。[A1]",
        ["平均在2个工作日内。[A1]", "由市税务局负责。[A1]"],
    ),
    "token before the full stop": (
        "上海2年[A1]。厦门1年[A2]。",
        ["上海2年[A1]。", "厦门1年[A2]。"],
    ),
    "several tokens in every writing": (
        "甲乙丙丁。[A1][A2] 戊己庚辛。【A3】、［A4］\n壬癸。[A5，A6]",
        ["甲乙丙丁。[A1][A2]", "戊己庚辛。【A3】、［A4］", "壬癸。[A5，A6]"],
    ),
    "a list with a token on every item": (
        "条件如下：\n1. 未被处罚；[A1]\n2. 未被下调[A1]；\n3. 已满5年。[A1]",
        ["条件如下：\n1. 未被处罚；[A1]", "2. 未被下调[A1]；", "3. 已满5年。[A1]"],
    ),
    "a list whose one token stands last": (
        "条件如下：\n- 未被处罚；\n- 未被下调；\n- 已满5年。[A1]",
        ["条件如下：\n- 未被处罚；\n- 未被下调；\n- 已满5年。[A1]"],
    ),
    "lines without punctuation": (
        "上海2年[A1]\n厦门1年[A2]\n",
        ["上海2年[A1]", "厦门1年[A2]"],
    ),
    "a stop inside quotation marks": (
        "实行“专人对接。专窗受理”服务[A1]。好。[A1]",
        ["实行“专人对接。专窗受理”服务[A1]。", "好。[A1]"],
    ),
    "a closing mark after the stop": (
        "称为“当日清。”[A1]下一句。[A1]",
        ["称为“当日清。”[A1]下一句。[A1]"],
    ),
    "a decimal point is no stop": ("税率为1.65%[A1]。", ["税率为1.65%[A1]。"]),
    "a paragraph without a token": ("总的来说\n\n上海2年。[A1]", ["总的来说", "上海2年。[A1]"]),
}


@pytest.mark.parametrize("size", [1, 2, 3, 5, 1000])
@pytest.mark.parametrize("name", REPLIES)
def test_sentences_are_the_same_however_the_stream_is_cut(name: str, size: int) -> None:
    text, expected = REPLIES[name]
    splitter = SentenceSplitter()
    found = [s for i in range(0, len(text), size) for s in splitter.feed(text[i : i + size])]
    assert found + splitter.flush() == expected


def test_a_sentence_is_given_out_as_soon_as_the_next_one_begins() -> None:
    splitter = SentenceSplitter()
    assert splitter.feed("平均在2个工作日内。[A") == []
    assert splitter.feed("1]") == []
    assert splitter.feed("由") == ["平均在2个工作日内。[A1]"]


def test_text_without_an_end_does_not_pile_up() -> None:
    splitter = SentenceSplitter()
    found = splitter.feed("甲" * (LONGEST_SENTENCE * 3))
    assert len(found) >= 2
    assert max(map(len, found)) <= LONGEST_SENTENCE + 1


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("- **B类**：最长`2年`[A1]。", "B类：最长2年[A1]。"),
        ("1. 未被处罚[A1]；", "未被处罚[A1]；"),
        ("### 上海\n> 2年[A1]", "上海2年[A1]"),
        ("（1）未被处罚[A1]", "未被处罚[A1]"),
        ("2.5倍[A1]", "2.5倍[A1]"),
        ("**落户**\n- 可以办理本市户籍[A1]。", "落户：可以办理本市户籍[A1]。"),
        ("5年以上[A1]", "5年以上[A1]"),
    ],
)
def test_markdown_is_taken_off_and_figures_stay(marked: str, shown: str) -> None:
    assert plain(marked) == shown
