"""What is asked of a document that its own last articles say."""

from __future__ import annotations

import pytest

from assistant.composing import closing
from assistant.understanding.documents.facts import DocumentFact
from assistant.understanding.documents.facts_asked import document_facts
from corpus import parse_policy
from corpus.model import Policy, PolicyMetadata

TEXT = """泰州市房票安置办法
第一条 为了规范房票安置，根据《国有土地上房屋征收与补偿条例》，制定本办法。
第二条 本市行政区域内使用房票购房的，适用本办法。
第三条 房票自核发之日起有效期为十二个月，过期作废。
第四条 本办法由市住房和城乡建设局负责解释。
第五条 本办法自2023年6月1日起施行，有效期三年。《泰州市房票暂行规定》同时废止。
"""


@pytest.fixture(scope="module")
def policy() -> Policy:
    return parse_policy(TEXT, PolicyMetadata("vouchers", "泰州市房票安置办法"))


@pytest.mark.parametrize(
    ("asked", "label", "words"),
    [
        (DocumentFact.START, "第五条", "2023年6月1日起施行"),
        (DocumentFact.VALIDITY, "第五条", "有效期三年"),
        (DocumentFact.REPEALS, "第五条", "暂行规定》同时废止"),
        (DocumentFact.INTERPRETER, "第四条", "住房和城乡建设局负责解释"),
        (DocumentFact.APPLIES, "第二条", "适用本办法"),
        (DocumentFact.BASIS, "第一条", "根据《国有土地上房屋征收与补偿条例》"),
        (DocumentFact.PURPOSE, "第一条", "为了规范房票安置"),
    ],
)
def test_the_article_that_says_it_is_quoted(
    policy: Policy, asked: DocumentFact, label: str, words: str
) -> None:
    draft = closing.closing_fact(policy, asked)
    assert draft is not None
    (statement,) = draft.sections[0].statements
    assert words in statement.text
    assert [one.evidence.article.label for one in statement.bases] == [label]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("房票安置办法几时开始执行", DocumentFact.START),
        ("这个办法哪天起施行", DocumentFact.START),
        ("办法生效了没", DocumentFact.START),
        ("新办法把哪个旧规定废了", DocumentFact.REPEALS),
        ("办法出来以后原来的规定就作废了", DocumentFact.REPEALS),
        ("同时废止了什么", DocumentFact.REPEALS),
        ("这个文件到哪天失效", DocumentFact.VALIDITY),
        ("办法有效期几年", DocumentFact.VALIDITY),
        ("办法的解释权归谁", DocumentFact.INTERPRETER),
        ("适用范围是什么", DocumentFact.APPLIES),
        ("条例最近一次修订是哪年", DocumentFact.REVISED),
        ("是市政府哪次会议过的", DocumentFact.APPROVAL),
        ("条例是国务院令第几号", DocumentFact.NUMBER),
        ("总署哪一号公告发的", DocumentFact.NUMBER),
    ],
)
def test_the_wording_tells_the_fact(text: str, fact: DocumentFact) -> None:
    assert fact in document_facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "原产地证书什么时候能拿到",
        "申请要几天",
        "查验率降低多少",
        "哪些企业可以免除担保",
        "名单由谁推送",
        "退税怎么办",
    ],
)
def test_ordinary_questions_ask_no_fact(text: str) -> None:
    assert document_facts(text) == ()
