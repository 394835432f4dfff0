"""Answer text laid out: figures set off, markers linked, sources told apart, nothing unescaped."""

from __future__ import annotations

import re

import pytest

from api.pages.reply import passages, reference, words_html
from assistant.answer import Citation


def citation(**values: object) -> Citation:
    given = {
        "marker": 1,
        "policy_id": "p",
        "title": "若干措施",
        "doc_number": "沪商通关〔2024〕4号",
        "article": 15,
        "label": "第15条",
        "heading": "",
        "quote": "q",
        "start": 0,
        "end": 1,
        "jurisdiction": "上海市",
        "issued_on": None,
        "status": "in_force",
        "responsible_units": (),
        "url": "/policies/p#article-15",
        **values,
    }
    return Citation.model_validate(given)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("平均办理时间在2个工作日内", ["2个工作日内"]),
        ("由24小时缩短至8小时", ["24小时", "8小时"]),
        ("降低至20%以下", ["20%以下"]),
        ("纳税额均不少于1千万元", ["1千万元"]),
        ("最长5年有效期（A类）和2年有效期", ["5年", "2年"]),
        ("2024年1月15日印发", []),
        ("见第15条和沪商通关〔2024〕4号", []),
        ("1.未发生过；2.未被下调", []),
        ("提高1.5倍", ["1.5倍"]),
    ],
)
def test_figures_stand_out_and_names_do_not(text: str, figures: list[str]) -> None:
    assert re.findall(r'<b class="figure">(.*?)</b>', words_html(text)) == figures


def test_words_are_escaped_and_markers_become_links() -> None:
    html = words_html("<img src=x>可以[12]。")
    assert "<img" not in html
    assert '<a class="marker" href="#source-12" data-marker="12" aria-label="依据12">12</a>' in html


@pytest.mark.parametrize("heading", ["", "（加大力度（试行））"])
def test_a_line_is_told_apart_from_the_source_it_quotes(heading: str) -> None:
    cited = citation(heading=heading[1:-1])
    line = (
        f"【上海市】{reference(cited)}{heading}：在2个工作日内[1]。责任单位：市税务局、上海海关。"
    )
    (passage,) = passages(line, [cited])
    assert (passage.place, passage.units) == ("上海市", "市税务局、上海海关")
    assert passage.citation is cited
    assert passage.text == "在2个工作日内[1]。"
    assert passage.plain == "在2个工作日内。"


def test_lines_without_a_source_stay_whole() -> None:
    text = "与文件不符：文件规定如下\n\n1.未发生过"
    assert [passage.words for passage in passages(text, [citation()])] == [
        "与文件不符：文件规定如下",
        "1.未发生过",
    ]


def test_a_reference_without_number_has_no_empty_brackets() -> None:
    assert reference(citation(doc_number=None)) == "《若干措施》第15条"
