"""A collection that nobody has written similar questions for is answered from all the same."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome, Question
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wiring import build_assistant
from index.build import build_index
from index.encoder import load_encoder

MEASURES = """# 武夷市支持跨境电商企业发展若干办法

武商务〔2025〕8号

第一条 为支持本市跨境电商企业发展，制定本办法。

第二条 对租用海外仓的跨境电商企业，按实际租金的30%给予补助，每家企业每年最高20万元。

第三条 企业应当在每年3月31日前向市商务局提出申请，市商务局在15个工作日内办结。

第四条 虚报冒领补助资金的，三年内不得申请。
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("own")
    (folder / "武夷办法.md").write_text(MEASURES, "utf-8")
    build_index(folder, folder / "index", load_encoder(None))
    return build_assistant(Settings(index_dir=folder / "index", model_base_url=None))


@pytest.mark.parametrize(
    ("question", "label", "figure"),
    [
        ("租用海外仓按租金的多少比例补助", "第二条", "30%"),
        ("市商务局几个工作日内办结申请", "第三条", "15个工作日"),
        ("虚报冒领补助资金会怎么样", "第四条", "三年内不得申请"),
    ],
)
def test_its_articles_are_quoted(own: Assistant, question: str, label: str, figure: str) -> None:
    answer = own.ask(Question(question=question))
    assert answer.outcome is Outcome.ANSWERED
    assert [citation.label for citation in answer.citations] == [label]
    assert figure in answer.answer


def test_what_it_does_not_rule_on_is_refused(own: Assistant) -> None:
    answer = own.ask(Question(question="进口红酒的关税税率是多少"))
    assert answer.outcome in (Outcome.UNANSWERABLE, Outcome.REFUSED)
    assert answer.citations == ()


NEWS = """武夷市推出企业复工支持措施

2月17日，市政府召开会议，研究企业复工工作。会议对支持小微企业复工提出明确要求。对缴纳社会保险费有困难的小微企业，可以缓缴六个月。对已有贷款的小微企业，按基准利率给予贴息。支持企业的用工需求也要得到保障，各区要派出专车接回外地员工，并安排专人负责登记健康状况，确保员工安全返岗。
"""
NOTICE = """关于开通爱心服务热线的通告

疫情防控期间爱心服务热线：88202020。热线自2月9日12时起开通，全天有人值守，市民可以随时拨打，由社区工作人员逐一登记并及时回复，确有困难的由街道上门帮助解决，任何单位不得推诿。
"""


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("news")
    (folder / "复工.txt").write_text(NEWS, "utf-8")
    (folder / "热线.txt").write_text(NOTICE, "utf-8")
    build_index(folder, folder / "index", load_encoder(None))
    return build_assistant(Settings(index_dir=folder / "index", model_base_url=None))


def test_an_answer_goes_on_past_what_only_repeats_the_question(news: Assistant) -> None:
    answer = news.ask(Question(question="对支持小微企业复工提出了哪些要求？"))
    assert answer.outcome is Outcome.ANSWERED
    assert "缓缴六个月" in answer.answer
    assert "贴息" in answer.answer


def test_a_headline_does_not_stand_for_what_is_beneath_it(news: Assistant) -> None:
    answer = news.ask(Question(question="爱心服务热线是多少？"))
    assert answer.outcome is Outcome.ANSWERED
    assert "88202020" in answer.answer
