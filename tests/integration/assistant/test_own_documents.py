"""A collection that nobody has written similar questions for is answered from all the same."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome, Question
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wiring import build_assistant
from index import build_index
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
