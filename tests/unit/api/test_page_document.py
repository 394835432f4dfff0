"""How an article is laid out: tables as tables, a label printed once."""

from __future__ import annotations

from api.pages.document import ArticleBlock, Line, Table, lay_out
from corpus import PolicyMetadata, Span, parse_policy

SOURCE = """某市关于支持外贸的若干措施

第一条 对企业给予奖励，标准如下：

| 档次 | 金额 |
| --- | --- |
| 一档 | 10万元 |
| 二档 |  |

由市商务局负责。

第二条 管道符号|不是表格。

附件1

申报表

企业名称应当如实填写。
"""


def laid_out(quote: str = "") -> dict[str, ArticleBlock]:
    policy = parse_policy(SOURCE, PolicyMetadata(id="x", title="某市关于支持外贸的若干措施"))
    at = SOURCE.index(quote)
    document = lay_out(policy, Span(at, at + len(quote)) if quote else None)
    return {block.label: block for block in document.blocks if isinstance(block, ArticleBlock)}


def words(table: Table) -> list[list[str]]:
    return [["".join(one.text for one in cell) for cell in row] for row in table.rows]


def test_rows_between_bars_are_a_table_with_its_columns_names() -> None:
    before, table, after = laid_out()["第一条"].lines
    assert isinstance(table, Table)
    assert [cell[0].text for cell in table.head] == ["档次", "金额"]
    assert words(table) == [["一档", "10万元"], ["二档", ""]]
    assert isinstance(before, Line)
    assert isinstance(after, Line)


def test_a_quote_is_marked_inside_its_cell() -> None:
    _, table, _ = laid_out("10万元")["第一条"].lines
    assert isinstance(table, Table)
    assert [s.marker for row in table.rows for cell in row for s in cell] == [0, 1, 0]


def test_a_bar_in_a_sentence_is_no_table() -> None:
    assert all(isinstance(line, Line) for line in laid_out()["第二条"].lines)


def test_a_heading_that_repeats_the_label_is_not_printed_again() -> None:
    attachment = laid_out()["附件1"]
    assert attachment.heading == ()
    assert "".join(
        s.text for line in attachment.lines if isinstance(line, Line) for s in line.segments
    ).startswith("申报表")
