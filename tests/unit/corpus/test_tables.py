"""Tables of tasks: a row is a measure, and its units are those of its own column."""

from __future__ import annotations

from corpus import Article, Policy
from tests.unit.corpus.conftest import article, labels, parse

PLAN = """某方案
一、总体安排
今年全面完成各项工作。
二、任务分工
| 序号 | 任务 | 具体措施 | 牵头单位 | 配合单位 | 完成时限 |
| --- | --- | --- | --- | --- | --- |
| （一）口岸类 |
| 1 | 建设数字货站 | 在机场建设数字货站2个，接入全部航空公司。 | 市口岸办 | 机场集团、海关 | 2026年12月 |
| 2 | 降低费用 | 免费堆存期由7天延长至10天，另有规定除外 | 港口集团 |  | 长期 |
某市人民政府办公室
2026年3月1日
"""


def units(policy: Policy, label: str) -> tuple[str, ...]:
    return article(policy, label).responsible_units


def test_a_row_is_an_article_with_the_units_of_its_columns() -> None:
    policy = parse(PLAN)
    assert [a.label for a in policy.articles] == ["文首", "第一条", "序号1", "序号2"]
    assert units(policy, "序号1") == ("市口岸办", "机场集团", "海关")
    assert units(policy, "序号2") == ("港口集团",)
    first: Article = article(policy, "序号1")
    assert (first.number, first.heading) == (1, "建设数字货站")
    assert first.path == ("二、任务分工", "（一）口岸类")
    assert first.text == (
        "建设数字货站。具体措施：在机场建设数字货站2个，接入全部航空公司。完成时限：2026年12月。"
    )


def test_the_words_of_a_row_stand_in_the_source() -> None:
    policy = parse(PLAN)
    row = article(policy, "序号2")
    start = row.text.index("免费堆存期")
    span = row.body.span(start, start + 5)
    assert policy.source[span.start : span.end] == "免费堆存期"
    assert "".join(policy.source[p.span.start : p.span.end] for p in policy.parts) == policy.source


def test_a_signature_below_the_table_is_no_row() -> None:
    head = parse(PLAN).articles[0].text
    assert head.endswith("某市人民政府办公室\n2026年3月1日")


def test_a_table_without_responsible_units_stays_in_its_article() -> None:
    text = "第一条 收费如下：\n| 项目 | 价格 |\n| 换单 | 50元 |\n第二条 施行。"
    assert labels(text) == ["第一条", "第二条"]
    assert "50元" in article(parse(text), "第一条").text


def test_the_articles_of_an_attachment_are_named_after_it() -> None:
    text = """一、申报时间。七月申报。
二、申报方式。在线申报。
附件1
申报条件和标准
一、申报条件
依法登记的企业。
二、补贴标准
每箱200元。
附件2
任务表
| 序号 | 事项 | 责任单位 |
| 1 | 受理 | 市商务局 |
"""
    policy = parse(text)
    own = ["附件1", "附件1第一条", "附件1第二条", "附件2", "附件2序号1"]
    assert not any(article(policy, label).is_counted for label in own)
    assert any(one.is_counted for one in policy.articles)
    assert [a.label for a in policy.articles] == ["第一条", "第二条", *own]
    assert article(policy, "附件1第二条").path == ("附件1 申报条件和标准",)
    assert article(policy, "附件2序号1").responsible_units == ("市商务局",)
