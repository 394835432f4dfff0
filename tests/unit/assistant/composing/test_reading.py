"""Past an echo, an announcement or a question of a FAQ, the quote goes on into the content."""

from __future__ import annotations

import pytest

from assistant.composing.quoting import Scored, bigrams, choose
from assistant.composing.reading import Telling, announces, asks, read_on, signed
from assistant.composing.sentences import Sentence, split


def one(text: str) -> Sentence:
    (sentence,) = split(text)
    return sentence


def echo(text: str, question: str) -> bool:
    present = bigrams(text)
    return Telling.of(one(text)).is_echo(len(present - bigrams(question)), len(present), question)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("支持带贫企业开工复工。", "采取了哪些措施支持带贫企业开工复工"),
        ("做好农产品稳产保供工作。", "对做好农产品稳产保供工作提出了哪些要求"),
        ("会议对春耕备耕提出以下要求：", "春耕备耕有什么要求"),
        ("如何申请延期缴税？", "怎么申请延期缴税"),
    ],
)
def test_words_that_say_the_question_over_are_an_echo(text: str, question: str) -> None:
    assert echo(text, question)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("缓缴期最长6个月。", "社保缓缴期最长多久"),
        ("由省医疗物资保障组委托药业集团统一收储。", "统一收储由谁负责"),
        ("对开工复工的带贫企业给予一次性生产补贴。", "怎么支持带贫企业开工复工"),
    ],
)
def test_words_that_tell_more_are_none(text: str, question: str) -> None:
    assert not echo(text, question)


@pytest.mark.parametrize(
    "text",
    [
        "现将有关事项通知如下：",
        "要求各地做好以下几项工作。",
        "会议对下一步工作作出部署安排。",
        "日前，市政府出台十二条措施。",
        "主要包括以下方面。",
    ],
)
def test_what_announces(text: str) -> None:
    assert announces(one(text))


@pytest.mark.parametrize(
    "text",
    ["各单位要落实防控措施，确保安全。", "补贴标准为每人每天100元。", "由区商务局负责受理。"],
)
def test_what_announces_nothing(text: str) -> None:
    assert not announces(one(text))


def test_a_question_and_the_foot_of_a_document_are_known() -> None:
    assert asks(one("什么情况下需要就医？"))
    assert signed(one("某某区行政审批局2020年2月2日"))
    assert not signed(one("自2020年2月2日起，各窗口暂停服务。"))


def test_reading_on_stops_at_the_next_question() -> None:
    sentences = split("如何办理？登录网站提交材料。窗口也可办理。多久办结？五个工作日。")
    assert read_on(sentences, 0, 200) == [0, 1, 2]


def test_reading_on_stops_at_the_next_heading_number_and_foot() -> None:
    headed = split("支持开工。对缴费有困难的，可以缓缴。加快项目落地。对有利的项目优先安排资金。")
    assert read_on(headed, 0, 200) == [0, 1]
    numbered = split("1.加强消毒。每天两次。2.加强登记。")
    assert read_on(numbered, 0, 200) == [0, 1]
    footed = split("要求如下：各单位落实责任。\n某某市商务局2020年2月2日")
    assert read_on(footed, 0, 200) == [0]


def test_questions_in_a_row_are_read_together() -> None:
    sentences = split("重点回复：如何选用口罩？何时就医？哪里就医？")
    assert read_on(sentences, 0, 200) == [0, 1, 2]


def scored(text: str, scores: list[float], echoes: set[int]) -> list[Scored]:
    return [
        Scored(sentence, score, place in echoes)
        for place, (sentence, score) in enumerate(zip(split(text), scores, strict=True))
    ]


TEXT = (
    "支持带贫企业开工复工。"
    + "对受影响无力足额缴费的带贫市场主体，可以缓缴三项社会保险费。"
    + "对已使用贷款的，根据带贫规模给予贴息支持。"
    + "其他各项工作继续按照原有部署推进，确保完成全年目标任务。" * 4
)


def test_an_echo_is_followed_by_what_it_heads() -> None:
    entries = scored(TEXT, [1.0, 0.3, 0.3, 0.2, 0.2, 0.2, 0.2], {0})
    chosen = "".join(sentence.text for sentence in choose(entries))
    assert "可以缓缴" in chosen
    assert "贴息支持" in chosen


def test_what_is_no_echo_stands_alone_unless_asked_at_length() -> None:
    entries = scored(TEXT, [0.2, 1.0, 0.3, 0.2, 0.2, 0.2, 0.2], set())
    assert [sentence.text[:4] for sentence in choose(entries)] == ["对受影响"]
    assert len(choose(entries, onward=True)) > 2
