"""Web pages: the article without the page around it, its title, and the fields beside it."""

from __future__ import annotations

import copy
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
from lxml.etree import ParserError

from corpus.errors import UnreadableDocument
from corpus.reading.text import read_text

# Fields that government sites print beside a document, in the order they are put before it.
_FIELDS = (
    "文号",
    "发文字号",
    "发布机关",
    "发文机关",
    "成文日期",
    "实施日期",
    "生效日期",
    "失效日期",
    "废止日期",
)
_FIELD = re.compile(
    r"("
    + "|".join(r"\s*".join(name) for name in _FIELDS)
    + r")\s*[:：]\s*([^\s:：][^\n\r\t]{1,60})"
)
# What a page offers beside its text: 【字体：大 中 小】 浏览次数：1,284 打印 分享到：
_OFFERS = re.compile(
    r"[【\[(（]?\s*(?:"
    r"字[体号]\s*[:：]?\s*[【\[]?\s*大\s*中\s*小\s*"
    r"|(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s*[:：]\s*[\d,，]*\s*次?"
    r"|(?:打印|关闭|收藏)(?:本页|此页|本文|页面|窗口)?(?=\s|$|[】\])）|])"
    r"|分享(?:到|至)?\s*[:：]?(?=\s|$|[】\])）|])(?:\s*(?:微信|微博|QQ空间|QQ))*"
    r"|扫一扫[^。，]{0,20}"
    r")\s*[】\])）|]*\s*"
)
_OFFERED = re.compile(r"字[体号]\s*[:：]|(?:浏览|阅读|点击|访问)(?:次数|量|数)\s*[:：]|分享[到至]")
_LONGEST_OFFER = 160
# The site's list of other sites (市委组织部、市财政局……), which reads like text to an extractor.
_LINK_LISTS = "//ul[count(li) >= 15 and 2 * count(.//a[@href]) >= count(li)]"
_META_TITLES = ("ArticleTitle", "articletitle", "og:title")
_META_DATES = ("PubDate", "pubdate", "publishdate")


def read_html(path: Path, data: bytes) -> str:
    """The page's title, its fields (文号, 实施日期…) and its text, a paragraph a line."""
    # Imported here: a quarter of a second that only web pages need.
    import trafilatura

    page = read_text(path, data)
    try:
        tree = lxml.html.document_fromstring(page.encode(), parser=_PARSER)
    except ParserError as error:
        raise UnreadableDocument(f"{path}：网页没有内容") from error
    extract = functools.partial(trafilatura.extract, include_tables=True, include_comments=False)
    body = extract(page) or ""
    if tree.xpath(_LINK_LISTS):
        pruned = extract(_without_link_lists(tree)) or ""
        if len(pruned) >= len(body) / 2:  # else the page is nothing but its links
            body = pruned
    if not body.strip():
        body = trafilatura.html2txt(page)
    if not body.strip():
        raise UnreadableDocument(f"{path}：网页没有正文")
    lines = [line for line in map(_without_offers, body.splitlines()) if line]
    title = _title(tree)
    if title and _tight(lines[0]) == _tight(title):
        lines = lines[1:]
    head = [f"# {title}"] if title else []
    return "\n\n".join([*head, *_fields(tree, "".join(lines[:20])), *lines]) + "\n"


_PARSER = lxml.html.HTMLParser(encoding="utf-8")


def _without_offers(line: str) -> str:
    """The line without what the page offers to do with it; a sentence stays whole."""
    if len(line) > _LONGEST_OFFER or "。" in line or line.startswith("|"):
        return line.strip()
    rest = _OFFERS.sub(" ", line).strip()
    # 企业自助打印: a word alone does not make a line of the page's own.
    return rest if not rest or _OFFERED.search(line) else line.strip()


def _without_link_lists(tree: lxml.html.HtmlElement) -> str:
    pruned = copy.deepcopy(tree)
    for element in pruned.xpath(_LINK_LISTS):
        element.drop_tree()
    return str(lxml.html.tostring(pruned, encoding="unicode"))


def _fields(tree: lxml.html.HtmlElement, start: str) -> Iterator[str]:
    """The fields and the date of publication, where the text does not open with them itself."""
    for match in _FIELD.finditer(tree.text_content()):
        name, value = _tight(match[1]), match[2].strip()
        if _tight(value) not in _tight(start):
            yield f"{name}：{value}"
    if date := _meta(tree, _META_DATES):
        yield f"发布时间：{date}"


def _title(tree: lxml.html.HtmlElement) -> str:
    headings = (" ".join(h1.text_content().split()) for h1 in tree.iter("h1"))
    named = [h1 for h1 in headings if 4 <= len(h1) <= 120 and ">" not in h1 and "当前" not in h1]
    return _meta(tree, _META_TITLES) or (named[-1] if named else "")


def _meta(tree: lxml.html.HtmlElement, names: tuple[str, ...]) -> str:
    for name in names:
        for element in tree.iter("meta"):
            if name in (element.get("name"), element.get("property")):
                return " ".join((element.get("content") or "").split())
    return ""


def _tight(text: str) -> str:
    return re.sub(r"\s", "", text)
