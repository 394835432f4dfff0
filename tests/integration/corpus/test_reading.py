"""Every format read from a real file, and every way a file can be bad named in Chinese."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from corpus import Policy, ReadFailure, load_policy, read_corpus
from corpus.errors import CorpusError, UnreadableDocument
from corpus.reading import read_document
from corpus.reading.ruled import over_pages
from tests.integration.corpus.documents import (
    write_docx,
    write_numbered_docx,
    write_ofd,
    write_pdf,
    write_ruled_pdf,
)

RULES = "第一条 为了规范管理，制定本办法。\n第二条 本办法自公布之日起施行。\n"


@pytest.mark.parametrize(
    "data",
    [
        RULES.encode("utf-8"),
        RULES.encode("utf-8-sig"),
        RULES.encode("gb18030"),
        RULES.encode("utf-16"),
        RULES.replace("\n", "\r\n").encode("utf-8"),
    ],
    ids=["utf-8", "utf-8 with mark", "gb18030", "utf-16", "crlf"],
)
def test_text_of_any_encoding(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "办法.txt"
    path.write_bytes(data)
    policy = load_policy(path)
    assert [a.label for a in policy.articles] == ["第一条", "第二条"]
    assert policy.articles[1].text == "本办法自公布之日起施行。"


PAGE = """<html><head><meta charset="utf-8"><title>站名</title>
<meta name="ArticleTitle" content="厦门市口岸管理办法"><meta name="PubDate" content="2024-12-25">
</head><body><nav><a>首页</a> <a>搜索</a></nav><h1>某某网</h1>
<div>发文字号：厦府规〔2024〕12号</div><div>失效日期： 2029年12月31日</div>
<div class="article"><p>第一条 为了规范口岸管理，优化口岸营商环境，制定本办法。</p>
<p>第二条 本市行政区域内口岸的规划、建设、管理和服务，适用本办法。</p>
<table><tr><td>项目</td><td>期限</td></tr><tr><td>受理</td><td>3个工作日</td></tr></table>
<p>第三条 本办法自2025年1月1日起施行。</p></div>
<footer>版权所有 网站地图</footer></body></html>"""


SITES = "".join(f'<li><a href="http://s{n}.example/">市某某局{n}</a></li>' for n in range(30))


def test_a_web_pages_list_of_other_sites_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "页.html"
    page = PAGE.replace("适用本办法。", "适用本办法。" + "口岸管理部门依照职责做好口岸工作。" * 20)
    path.write_text(page.replace("<table>", f"<ul>{SITES}</ul><table>"), encoding="utf-8")
    source = read_document(path)
    assert "市某某局" not in source
    assert "3个工作日" in source


def test_a_page_that_is_a_list_of_links_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "目录.html"
    path.write_text(f"<html><body><h1>服务指南目录</h1><ul>{SITES}</ul></body></html>", "utf-8")
    assert "市某某局7" in read_document(path)


def test_what_a_page_offers_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "页.html"
    info = (
        "<p>发布时间：2025-08-15 来源：某海关 【字体：<a>大</a> <a>中</a> <a>小</a>】 "
        "浏览次数：1,284 打印 分享到：</p><p>第一条"
    )
    page = PAGE.replace("<p>第一条", info).replace("本办法自", "企业可以自助打印证书。本办法自")
    path.write_text(page, encoding="utf-8")
    source = read_document(path)
    for words in ("字体", "浏览次数", "分享到"):
        assert words not in source
    assert "来源：某海关" in source
    assert "自助打印证书" in source


def test_a_web_page(tmp_path: Path) -> None:
    path = tmp_path / "页.html"
    path.write_text(PAGE, encoding="utf-8")
    policy = load_policy(path)
    assert policy.metadata.title == "厦门市口岸管理办法"
    assert policy.metadata.doc_number == "厦府规〔2024〕12号"
    assert policy.metadata.expires_on == dt.date(2029, 12, 31)
    assert [a.label for a in policy.articles][1:] == ["第一条", "第二条", "第三条"]
    assert "3个工作日" in policy.articles[2].text
    assert "网站地图" not in policy.source


def test_a_pdf_is_joined_across_lines_and_pages(tmp_path: Path) -> None:
    first = [
        "某市口岸管理办法",
        "第一条 为了深入贯彻落实党中央国务院决策部署，进一步发挥口岸作用，持续",
        "提升企业获得感，更好服务外贸质升量稳，根据有关法律法规的规定，结合本",
        "— 1 —",
    ]
    second = ["市实际，制定本办法。", "第二条 本办法自2024年5月1日起施行。", "— 2 —"]
    policy = load_policy(write_pdf(tmp_path / "办法.pdf", [first, second]))
    assert [a.label for a in policy.articles] == ["文首", "第一条", "第二条"]
    text = policy.articles[1].text
    assert text.endswith(
        "持续提升企业获得感，更好服务外贸质升量稳，根据有关法律法规的规定，结合本市实际，制定本办法。"
    )
    assert "— 1 —" not in policy.source
    assert policy.metadata.effective_on == dt.date(2024, 5, 1)


def test_only_numbers_in_sequence_at_a_pages_edge_are_page_numbers(tmp_path: Path) -> None:
    pages = [["完成时限", "2026", "年12", "月底", "8", f"{n}"] for n in (4, 5, 6)]
    source = read_document(write_pdf(tmp_path / "a.pdf", pages))
    assert source.splitlines() == ["完成时限", "2026", "年12", "月底", "8"] * 3


def test_a_pages_edge_may_hold_a_figure(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [["甲乙", "2026"], ["2027", "丙丁", "5"], ["戊己", "9"]])
    assert read_document(path).split() == ["甲乙", "2026", "2027", "丙丁", "5", "戊己", "9"]


def test_a_ruled_table_of_a_pdf_has_a_line_for_every_row(tmp_path: Path) -> None:
    rows = [
        ["序号", "任务", "责任单位", "完成/时限"],
        ["1", "建成2/4个货站", "市商务/局、海关", "2026/年12月"],
        ["2", "免费堆存", "港口", "长期"],
    ]
    path = write_ruled_pdf(tmp_path / "a.pdf", "任务分工表", rows, "（完）")
    assert read_document(path).splitlines() == [
        "任务分工表",
        "| 序号 | 任务 | 责任单位 | 完成时限 |",
        "| 1 | 建成24个货站 | 市商务局、海关 | 2026年12月 |",
        "| 2 | 免费堆存 | 港口 | 长期 |",
        "（完）",
    ]


def test_a_table_over_two_pages_is_one() -> None:
    names, other = "| 序号 | 任务 | 时限 |", "| 2 | 乙 | 长期 |"
    pages = [
        ["前文", names, "| 1 | 建设数字 | 2026年 |"],
        [names, "|  | 货站 | 12月 |", other],
        ["后文"],
    ]
    assert over_pages(pages) == ["前文", names, "| 1 | 建设数字货站 | 2026年12月 |", other, "后文"]
    assert over_pages([["前文", names], [other]]) == ["前文", names, other]


def test_running_heads_are_left_out(tmp_path: Path) -> None:
    pages = [
        ["内部文件", f"第{n}条 本条规定第{n}项事项，各单位应当遵照执行。"] for n in "一二三四五"
    ]
    source = read_document(write_pdf(tmp_path / "a.pdf", pages))
    assert "内部文件" not in source
    assert source.count("遵照执行") == 5


def test_a_word_file_keeps_its_tables_in_place(tmp_path: Path) -> None:
    policy = load_policy(write_docx(tmp_path / "办法.docx"))
    assert policy.metadata.title == "某市口岸收费办法"
    assert [a.label for a in policy.articles] == ["文首", "第一条", "第二条", "第三条"]
    assert [c.body.text for c in policy.articles[2].clauses] == [
        "收费标准如下：",
        "|项目|价格|",
        "|换单| 50元|",
        "|以上均含税|",
    ]
    assert policy.source.count("以上均含税") == 1
    assert policy.articles[2].path == ("第一章 总则",)


def test_the_numbers_that_word_counts_are_part_of_the_text(tmp_path: Path) -> None:
    path = write_numbered_docx(
        tmp_path / "办法.docx",
        [(0, "总则"), (1, "制定本办法。"), (1, "适用企业。"), (0, "附则"), (1, "即日施行。")],
    )
    assert read_document(path).split("\n\n") == [
        "第一章 总则",
        "第一条 制定本办法。",
        "第二条 适用企业。",
        "第二章 附则",
        "第三条 即日施行。\n",
    ]


def test_an_ofd_file_is_read_in_the_order_of_the_page(tmp_path: Path) -> None:
    path = write_ofd(
        tmp_path / "办法.ofd",
        ["第一条 为了规范管理，制定本办法。", "第二条 本办法自公布之日起施行。"],
    )
    assert [a.text for a in load_policy(path).articles] == [
        "为了规范管理，制定本办法。",
        "本办法自公布之日起施行。",
    ]


def test_big5_is_named_and_not_read_as_something_else(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("青島市商務局關於測試的通知\n\n一、測試企業應當提供資料。\n".encode("big5"))
    with pytest.raises(UnreadableDocument, match="Big5"):
        read_document(path)
    path.write_bytes(
        "第一條 為規範管理，制定本辦法。".encode("shift_jis", "ignore") * 9 + b"\x85\xf0" * 40
    )
    with pytest.raises(UnreadableDocument, match="编码"):
        read_document(path)


def bad_files(folder: Path) -> dict[str, str]:
    """Bad files under ``folder``: name → words of the reason."""
    (folder / "空.txt").write_bytes(b"")
    (folder / "空白.md").write_text(" \n\n", encoding="utf-8")
    (folder / "二进制.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "乱码.txt").write_bytes(b"\xff\xff\xff\x81\x20" * 20)
    (folder / "断.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "断.docx").write_bytes(b"PK\x03\x04 broken")
    (folder / "断.ofd").write_bytes(b"PK\x03\x04 broken")
    (folder / "锁.docx").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (folder / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (folder / "空页.html").write_text("<html><body></body></html>", encoding="utf-8")
    write_pdf(folder / "锁.pdf", [["第一条 甲。"]], encrypted=True)
    write_pdf(folder / "扫描.pdf", [[]])
    (folder / "错.txt").write_text("第一条 甲。", encoding="utf-8")
    (folder / "错.yaml").write_text("titel: 某", encoding="utf-8")
    return {
        "空.txt": "空的",
        "空白.md": "空的",
        "二进制.txt": "二进制",
        "乱码.txt": "编码",
        "断.pdf": "不是有效的 PDF",
        "断.docx": "不是有效的 Word",
        "断.ofd": "不是有效的 OFD",
        "锁.docx": "密码",
        "旧.doc": "另存为 .docx",
        "空页.html": "没有",
        "锁.pdf": "密码",
        "扫描.pdf": "没有文字层",
        "错.txt": "titel",
    }


def test_one_bad_file_never_stops_the_rest(tmp_path: Path) -> None:
    reasons = bad_files(tmp_path)
    (tmp_path / "好").mkdir()
    (tmp_path / "好" / "办法.txt").write_text(RULES, encoding="utf-8")
    read = list(read_corpus(tmp_path))
    failures = {each.path.name: each.reason for each in read if isinstance(each, ReadFailure)}
    assert failures.keys() == reasons.keys()
    for name, words in reasons.items():
        assert words in failures[name]
        assert name.split(".")[0] in failures[name]
    assert [each.id for each in read if isinstance(each, Policy)] == ["办法"]


def test_files_of_one_name_are_told_apart_by_a_failure(tmp_path: Path) -> None:
    for folder in ("甲", "乙"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "办法.txt").write_text(RULES, encoding="utf-8")
    read = list(read_corpus(tmp_path))
    (failure,) = [each for each in read if isinstance(each, ReadFailure)]
    assert "同名" in failure.reason


def test_a_missing_directory_an_unknown_format_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="目录不存在"):
        list(read_corpus(tmp_path / "无"))
    with pytest.raises(UnreadableDocument, match="不支持这种格式"):
        read_document(tmp_path / "a.xyz")
    with pytest.raises(UnreadableDocument, match="无法打开"):
        read_document(tmp_path / "无.txt")


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    with pytest.raises(UnreadableDocument, match="过大"):
        read_document(path)


@pytest.mark.parametrize("suffix", ["docx", "ofd", "pdf", "html", "txt"])
def test_a_damaged_file_of_any_kind_is_read_or_named(tmp_path: Path, suffix: str) -> None:
    """Bytes changed, cut off and left out: the only error that may come out is our own."""
    whole = {
        "docx": write_docx,
        "ofd": lambda path: write_ofd(path, ["第一条 甲乙丙。", "第二条 丁。"]),
        "pdf": lambda path: write_pdf(path, [["第一条 甲。"] * 20]),
        "html": lambda path: path.write_text(PAGE, encoding="utf-8"),
        "txt": lambda path: path.write_text(RULES, encoding="utf-8"),
    }
    path = tmp_path / f"a.{suffix}"
    whole[suffix](path)
    data = path.read_bytes()
    random = Random(7)
    for _ in range(40):
        at = random.randrange(len(data))
        changed = bytearray(data)
        changed[at : at + random.randrange(40)] = random.randbytes(random.randrange(40))
        path.write_bytes(changed if random.random() < 0.7 else data[:at])
        with suppress(CorpusError):
            load_policy(path)
