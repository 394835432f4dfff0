"""Markdown headings as chapters over what stands below them."""

from __future__ import annotations

from tests.unit.corpus.conftest import article, parse

GUIDE = """# 某市服务指南

## 一、账号与权限

### （一）企业注册

企业凭信用代码注册。

### （二）卡介质

当场制卡。

## 二、业务申报

### （一）货物申报

可以整合申报。

### （二）原产地证

可以自助打印。

## 三、联系我们

电话95198。
"""


def test_a_heading_over_numbered_headings_is_a_chapter() -> None:
    policy = parse(GUIDE)
    assert [a.label for a in policy.articles] == [
        "文首",
        *("一、（一）", "一、（二）", "二、（一）", "二、（二）"),
        "第三部分",
    ]
    assert article(policy, "二、（一）").path == ("二、业务申报",)
    assert article(policy, "二、（一）").heading == "货物申报"


def test_sections_without_numbers_are_called_by_their_headings() -> None:
    policy = parse(GUIDE.replace("（一）", "").replace("（二）", ""))
    assert [a.label for a in policy.articles] == [
        "文首",
        *("企业注册", "卡介质", "货物申报", "原产地证"),
        "第三条",
    ]
    assert article(policy, "原产地证").path == ("二、业务申报",)
    assert article(policy, "原产地证").text == "可以自助打印。"


def test_a_field_of_the_head_is_no_broken_line() -> None:
    text = "# 某市服务指南\n\n发布单位：某某市人民政府口岸办公室\n\n本指南供企业使用。\n\n一、甲。\n\n二、乙。"
    assert parse(text).articles[0].text.split("\n")[1:] == [
        "发布单位：某某市人民政府口岸办公室",
        "本指南供企业使用。",
    ]
