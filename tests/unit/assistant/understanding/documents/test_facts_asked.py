"""What is asked of a document itself, in the words people use for it."""

from __future__ import annotations

import pytest

from assistant.composing.issuers import issued
from assistant.understanding.documents.facts import DocumentFact as Fact
from assistant.understanding.documents.facts_asked import document_facts
from corpus.model import PolicyMetadata


def test_a_number_that_is_asked_for_is_not_a_number_that_names() -> None:
    assert document_facts("这份方案的发文字号是什么") == (Fact.NUMBER,)
    assert Fact.TITLE in document_facts("132号是什么文件")


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("厦门21条分几个大块，名字叫啥", Fact.OUTLINE),
        ("上海AEO措施有哪几章", Fact.OUTLINE),
        ("36号文一共几条，分几部分", Fact.OUTLINE),
        ("上海AEO措施的目录", Fact.OUTLINE),
        ("36号文第三部分讲什么", Fact.CHAPTER),
        ("132号文几家单位联合发的", Fact.ISSUER),
        ("沪商通关4号是商委单独发的吗", Fact.ISSUER),
        ("36号文财政部有没有参与发文", Fact.ISSUER),
        ("厦门措施盖的谁的章", Fact.SEAL),
        ("厦门措施过的什么会", Fact.APPROVAL),
        ("上海AEO措施经谁同意印发的", Fact.APPROVAL),
        ("厦门措施进展报到哪里", Fact.REPORTING),
        ("厦门措施落实情况要汇报给谁", Fact.REPORTING),
        ("上海口岸措施是落实哪两份文件？", Fact.BASIS),
        ("36号文和别的文件什么关系", Fact.BASIS),
        ("上海海关为什么要发这个行动方案", Fact.PURPOSE),
        ("两份文件谁先出的", Fact.ORDER),
        ("36号文和厦门措施哪份新", Fact.ORDER),
        ("上海AEO措施落款几月几号", Fact.DATE),
        ("上海海关方案网上哪一天挂出来的", Fact.DATE),
        ("上海口岸2023措施过期了没", Fact.VALIDITY),
        ("上海4号文到期了没有", Fact.VALIDITY),
        ("这文件什么编号", Fact.NUMBER),
        ("文件全名叫啥", Fact.TITLE),
        ("厦门措施里的AEO是什么意思", Fact.TERM),
    ],
)
def test_a_fact_is_told_by_its_cue(question: str, fact: Fact) -> None:
    assert fact in document_facts(question)


@pytest.mark.parametrize(
    "question",
    [
        "中欧班列几号发车",
        "厦门措施什么时候发补贴",
        "文件上讲要合理调整结构是不是",
        "外籍高管家里人生活上的事，政策上管到哪些",
        "园区愿意开个窗口，有政策依据不",
        "上海和厦门谁先退税",
        "第二类医疗器械怎么进口",
        "出口退税一般几天",
        "检验费谁出",
        "谁来发这个钱",
        "上海这边放在哪公布",
    ],
)
def test_what_is_asked_of_the_matter_is_no_fact_about_a_document(question: str) -> None:
    assert document_facts(question) == ()


MANY = PolicyMetadata("m", "措施", issuers=("上海市商务委员会", "上海海事局"))
ONE = PolicyMetadata("o", "通知", issuers=("海关总署",))


@pytest.mark.parametrize(
    ("metadata", "question", "lead"),
    [
        (MANY, "几家联合发的？有海事局吗", "发文单位中有上海海事局："),
        (MANY, "发文单位有没有商委", "发文单位中有上海市商务委员会："),
        (MANY, "是商委单独发的吗", "不是单独发文，"),
        (ONE, "是总署自己发的吗", "是单独发文，"),
        (ONE, "36号文财政部有没有参与发文", "发文单位中没有财政部："),
        (ONE, "谁发的", "《"),
    ],
)
def test_what_is_supposed_of_the_issuers_is_answered(
    metadata: PolicyMetadata, question: str, lead: str
) -> None:
    assert issued(metadata, question).startswith(lead)
