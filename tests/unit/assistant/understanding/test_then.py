"""When a year in a question is the time it asks about."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.understanding.then import asked_then

TODAY = dt.date(2026, 11, 28)


@pytest.mark.parametrize(
    ("question", "name", "end"),
    [
        ("2022年厦门AEO退税几天啊", "2022年", "2022-12-31"),
        ("2023年1月份厦门B类许可几年", "2023年1月份", "2023-01-31"),
        ("特殊物品审批2019年那会儿是几天", "2019年", "2019-12-31"),
        ("请问，2023年上半年无陪同查验比例是多少", "2023年上半年", "2023-06-30"),
        ("2022年厦门有哪些支持AEO的政策", "2022年", "2022-12-31"),
        ("去年上海退税几天", "2025年", "2025-12-31"),
        ("2024年2月总署对主动披露是怎么规定的", "2024年2月", "2024-02-29"),
    ],
)
def test_a_year_that_its_own_clause_asks_about_is_the_time(
    question: str, name: str, end: str
) -> None:
    then = asked_then(question, TODAY)
    assert then is not None
    assert (then.name, then.end.isoformat()) == (name, end)


@pytest.mark.parametrize(
    "question",
    [
        "2023年那份上海海关的方案特殊物品审批几天",
        "2024年4号文里退税几天",
        "我们2022年评上的AEO，上海退税几天",
        "公司2020年成立，能申请免担保吗",
        "2022年出口的货申报错了，还能主动披露吗",
        "2022年报错了归类，现在还能主动披露吗",
        "到2023年底无陪同查验要达到多少",
        "2022年和2024年退税差几天",
        "去年完成了多少家",
        "今年厦门退税几天",
        "2030年退税几天",
        "20年的账册要不要核查",
        "近5年被罚过能申请吗",
    ],
)
def test_other_years_are_none(question: str) -> None:
    assert asked_then(question, TODAY) is None
